package judge

import (
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/wording"
)

// untimely finds bodies that the document names and that there were not on the day at hand: that on which the document is
// true, and of who wrote a piece of evidence the day on which it was written.
func (j *Judgement) untimely(bodies []*proposal.Value) []result.Finding {
	var all []result.Finding
	asOf := j.Doc.Root.Find(paths.AsOf)
	today := dayOf(asOf)
	for _, v := range bodies {
		at, day := asOf, today
		if v.Parent != nil && v.Parent.Parent != nil && v.Parent.Parent.Field.Key == string(paths.Evidence) {
			at = v.Parent.At(paths.Date)
			day = dayOf(at)
		}
		if day == "" {
			continue
		}
		for _, b := range j.Cat.Named(v.Word) {
			if text, do := untimely(b, at, day); text != "" {
				all = append(all, finding(result.Finding{
					ID: "inconsistent-body-" + b.ID + "-" + dashed(v.Path()), Kind: result.Inconsistent, Subject: b.ID, Place: v.Pos, Text: text, Do: do,
				}, v.Path()))
			}
		}
	}
	return all
}

// inPounds finds sums whose keys say pounds in a document whose sums are in another currency.
func (j *Judgement) inPounds() []result.Finding {
	var all []result.Finding
	if j.Doc.Currency() == wording.Pounds {
		return nil
	}
	j.Doc.Root.Walk(func(v *proposal.Value) {
		if v.Field.Also != "" && v.Key == v.Field.Key && v.Known() {
			all = append(all, finding(result.Finding{
				ID: "inconsistent-currency-" + dashed(v.Path()), Kind: result.Inconsistent, Subject: "currency", Place: v.Pos,
				Text: "The document's sums are in " + j.Doc.Currency() + ", and this one's key says pounds; it is read as " + j.Doc.Currency() + ".",
				Do:   "Call it " + v.Field.Also + ", and check the sum",
			}, v.Path()))
		}
	})
	return all
}

// untimely says of a body that it was not there on a day, and whom to name instead; "" where it was.
func untimely(b *catalogue.Body, at *proposal.Value, day string) (text, do string) {
	switch {
	case b.Until != "" && day >= b.Until:
		text = wording.Upper(b.Title) + " is named, and there has been none since " + inWords(b.Until) + "; its successor is " + the(b.Successor) + "."
		do = "name " + the(b.Successor) + ", or the body that has its part now"
	case b.From != "" && lastDayOf(at) < b.From:
		text = wording.Upper(b.Title) + " is named, and there was none before " + inWords(b.From) + "."
		do = "correct the name or the day"
		if b.Predecessor != "" {
			text = strings.TrimSuffix(text, ".") + "; its part was then that of " + the(b.Predecessor) + "."
			do = "name " + the(strings.TrimSuffix(b.Predecessor, ",")) + ", or correct the day"
		}
	}
	return text, do
}

// lastDayOf writes the last day that a date may mean.
func lastDayOf(v *proposal.Value) string {
	last := *v
	last.From = v.To
	return dayOf(&last)
}

// inWords writes a day of the catalogue as reports do: 1 July 2022.
func inWords(day string) string {
	words, _ := proposal.DayWritten(day)
	return words
}

// the puts the article before a body, but for names that stand without one.
func the(body string) string {
	for _, bare := range []string{"NHS England", "NHS Improvement", "Monitor"} {
		if strings.HasPrefix(body, bare) {
			return body
		}
	}
	return "the " + body
}
