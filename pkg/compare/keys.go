package compare

import (
	"slices"
	"strings"

	"partner/pkg/batch"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
)

// Keys gives what writes a key of an old state of a proposal as the new one has it: that of a finding, or the id of a
// criterion. An organisation, or a piece of evidence, under another id is the same one.
func Keys(old, new *proposal.Proposal) func(key string) string { return namesOf(old, new).key }

// KeysOfLines does so where of both no more than their lines are at hand: of those whose ids only one of the two has, what is
// called the same, as nothing else is, and is no other by its kind or its date, is the same.
func KeysOfLines(old, new *batch.Standing) func(key string) string {
	organisations := func(of *batch.Standing) (all []known) {
		for _, o := range of.Organisations {
			all = append(all, known{o.ID, o.Name, o.Kind})
		}
		return all
	}
	pieces := func(of *batch.Standing) (all []known) {
		for _, p := range of.Evidence {
			all = append(all, known{p.ID, p.Title, p.Date})
		}
		return all
	}
	return names{organisations: now(organisations(old), organisations(new)), evidence: now(pieces(old), pieces(new))}.key
}

// known is what a line has of an organisation or of a piece of evidence.
type known struct{ id, called, is string }

// fits reports whether one may be the other under another id.
func (k known) fits(other known) bool {
	return k.called != "" && strings.EqualFold(oneLine(k.called), oneLine(other.called)) && (k.is == other.is || k.is == "" || other.is == "")
}

// now gives the new ids of what is the same under another one, by the old ids: of two that fit each other and nothing else.
func now(was, is []known) map[string]string {
	only := func(all, others []known) []known {
		return slices.DeleteFunc(slices.Clone(all), func(k known) bool {
			return slices.ContainsFunc(others, func(o known) bool { return o.id == k.id })
		})
	}
	was, is = only(was, is), only(is, was)
	fitting := func(k known, all []known) []known {
		return slices.DeleteFunc(slices.Clone(all), func(o known) bool { return !k.fits(o) })
	}
	ids := map[string]string{}
	for _, k := range was {
		if fit := fitting(k, is); len(fit) == 1 && len(fitting(fit[0], was)) == 1 {
			ids[k.id] = fit[0].id
		}
	}
	return ids
}

// key gives a key of a finding, a kind with a subject and a place, or the id of a criterion, as it is in the new document.
func (n names) key(key string) string {
	if len(n.organisations)+len(n.evidence) == 0 {
		return key
	}
	words := strings.Split(key, " ")
	of := func(i int) string {
		switch word := words[i]; {
		case strings.ContainsRune(word, '.'):
			return n.path(word)
		case i == 1 && words[0] == string(result.Stale):
			return n.piece(word)
		default:
			return n.asked(word)
		}
	}
	now := make([]string, len(words))
	for i := range words {
		now[i] = of(i)
	}
	return strings.Join(now, " ")
}

// path gives the place of a statement as it is in the new document: what stands under an id, under the one that it has there.
func (n names) path(path string) string {
	keys := strings.Split(path, ".")
	f, under := proposal.Model, false // whether f is what holds things by their ids, and the next key is one
	for i, key := range keys {
		if under {
			switch f.Kind {
			case proposal.Organisations, proposal.ByOrganisation:
				keys[i] = n.organisation(key)
			case proposal.Answers:
				keys[i] = n.asked(key)
			case proposal.Entries:
				if keys[0] == string(paths.Evidence) {
					keys[i] = n.piece(key)
				} else {
					keys[i] = n.asked(key)
				}
			}
			under = false
			continue
		}
		bare, _, _ := strings.Cut(key, "[")
		if f = f.Field(bare); f == nil {
			break // it stands nowhere in a document
		}
		switch f.Kind {
		case proposal.Organisations, proposal.ByOrganisation, proposal.Answers, proposal.Entries:
			under = true
		}
	}
	return strings.Join(keys, ".")
}
