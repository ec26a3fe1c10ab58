package assess

import (
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
)

// boardNote says what the facts show beyond the criteria from one organisation's side: whose objectives are
// served, whose risks they are, what it would take on and with what, and what that costs itself.
func (a *assessor) boardNote(parts []catalogue.Part, i int) []string {
	var note []string
	for _, p := range parts {
		note = append(note, a.boardPartNote(p, i)...)
	}
	return note
}

func (a *assessor) boardPartNote(p catalogue.Part, i int) []string {
	org := a.doc.Organisations[i]
	name := proposal.NameOf(org)
	switch p {
	case catalogue.Objectives:
		return sentences(a.objectivesNote(i))
	case catalogue.Culture:
		return sentences(a.cultureNote(), sentence(said(own(org, paths.ForOwnCulture),
			name+" keeps time to look after its own staff and culture",
			name+" keeps only some of the time it takes to look after its own staff and culture",
			name+" has too little time left to look after its own staff and culture")))
	case catalogue.Risks:
		return sentences(a.risksOn(i))
	case catalogue.TakingOn:
		return sentences(a.out.TakingOn[i].Sentence, a.carries(i))
	case catalogue.Oversight:
		if a.doc.Root.Find(paths.AnswersToRegulator).In(org.Key).Is(org.Key) {
			return sentences(a.governanceNote(), sentence(name+" answers to the regulator"))
		}
	}
	return a.partNote(p)
}

// own gives what an organisation says of itself at a path, "" where it says nothing.
func own(organisation *proposal.Value, at paths.Own) string {
	return organisation.Own(at).In(organisation.Key).String()
}

// sentences gives those that say something.
func sentences(all ...string) []string {
	return slices.DeleteFunc(all, func(s string) bool { return s == "" })
}

// joined puts sentences one after the other.
func joined(sentences []string) string { return strings.Join(sentences, " ") }

// said picks what a yes, a partly or a no says; nothing where it is none of them.
func said(word, yes, partly, no string) string {
	switch proposal.AnswerWord(word) {
	case proposal.Yes:
		return yes
	case proposal.Partly:
		return partly
	case proposal.No:
		return no
	}
	return ""
}

// risksOn says which of the risks on the register fall on an organisation.
func (a *assessor) risksOn(i int) string {
	list := a.doc.Root.Find(paths.Risks)
	if !list.Known() {
		return ""
	}
	org := a.doc.Organisations[i]
	doing, owned, notDoing := 0, 0, 0
	for _, r := range list.Stated() {
		whom := r.At(paths.For).In(org.Key)
		if !whom.Is([...]string{"first-organisation", "second-organisation"}[i]) && !whom.Is("both-organisations") {
			continue
		}
		switch {
		case r.At(paths.Of).Is("not-doing"):
			notDoing++
		case r.At(paths.Owner).String() != "":
			doing, owned = doing+1, owned+1
		default:
			doing++
		}
	}
	name := proposal.NameOf(org)
	s := "no risk of doing it is said to fall on " + name
	if doing > 0 {
		s = atLeast(list) + things(doing, "risk") + " of doing it" + verb(doing, " falls", " fall") + " on " + name
		switch {
		case doing == 1 && owned == 1:
			s += ", with an owner"
		case doing == 1:
			s += ", owner not named"
		default:
			s += ", " + share(owned, doing) + " with an owner"
		}
	}
	return sentence(s + "; " + number(notDoing) + " of not doing it")
}

// carries says what an organisation has to carry what it takes on, and what helping costs itself.
func (a *assessor) carries(i int) string {
	org := a.doc.Organisations[i]
	has := map[string]string{
		"strong": "strong finances", "balanced": "balanced finances", "deficit": "a deficit", "distressed": "finances in distress",
		"stable": "a stable board", "changing": "a changing board", "unstable": "an unstable board",
	}
	var nouns, parts []string
	for _, word := range []string{own(org, paths.FinancePosition), own(org, paths.BoardStability)} {
		if has[word] != "" {
			nouns = append(nouns, has[word])
		}
	}
	if len(nouns) > 0 {
		parts = append(parts, "has "+listed(nouns))
	}
	for _, p := range []string{
		said(own(org, paths.ToHelp), "can spare what helping takes", "can spare only a part of what helping takes", "cannot spare what helping takes without harm to itself"),
		said(own(org, paths.ToCarryChanges), "has what the changes on its own side take", "has only a part of what the changes on its own side take", "lacks what the changes on its own side take"),
	} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return sentence("what " + proposal.NameOf(org) + " has to carry it with is not stated")
	}
	return sentence(proposal.NameOf(org) + " " + strings.Join(parts, "; it "))
}
