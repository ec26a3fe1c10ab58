package judge

import (
	"strings"

	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// lockRule is what a lock that does not hold goes by.
const lockRule = "catalogue-locked"

// unlocked finds that the document names another catalogue than the one that is applied: other ratings may follow from
// that than those that were read when it was written.
func (j *Judgement) unlocked() []result.Finding {
	lock := j.Doc.Root.Find(paths.Catalogue)
	if lock == nil {
		return nil
	}
	cat := j.Cat
	if j.lockedTo != nil {
		cat = j.lockedTo
	}
	name, version, hash := "", cat.Version, cat.Hash
	if o := cat.Overlay; o != nil {
		name, version, hash = o.Name, o.Version, o.Hash
	}
	says := [3]*proposal.Value{j.Doc.Root.Find(paths.LockedName), j.Doc.Root.Find(paths.LockedVersion), j.Doc.Root.Find(paths.LockedHash)}
	var differs *proposal.Value
	for i, is := range [3]string{name, version, hash} {
		said := says[i].Written()
		stated := says[i] != nil && says[i].State == proposal.Given
		if differs == nil && (stated && said != is || i == 0 && !stated && name != "" && (says[1] != nil || says[2] != nil)) {
			if differs = says[i]; differs == nil {
				differs = lock
			}
		}
	}
	if differs == nil {
		return nil
	}
	text := "the document is locked to " + locked(says[0].Written(), says[1].Written(), says[2].Written()) + ", and " + locked(name, version, hash) + " is applied"
	return []result.Finding{finding(result.Finding{
		ID: lockRule, Kind: result.Inconsistent, Subject: lockRule, Place: differs.Pos, Text: text,
		Do: "apply the catalogue that it names, or read what has changed and write the one that is applied",
	}, string(paths.Catalogue))}
}

// locked says which catalogue is meant.
func locked(name, version, hash string) string {
	text := "the built-in catalogue"
	if name != "" {
		text = "the catalogue " + name
	}
	if hash != "" {
		hash = "(" + hash + ")"
	}
	return strings.Join(wording.Given(text, version, hash), " ")
}
