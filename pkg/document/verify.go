package document

import (
	"partner/pkg/catalogue"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/source"
)

// Verify checks what the reader cannot, because it does not know the catalogue: that answers go to
// criteria that exist, that none sets aside what a source itself calls essential, and that conditions are
// set for something that exists, and departures are from something that is asked.
func Verify(doc *proposal.Proposal, cat *catalogue.Catalogue) source.Diagnostics {
	cat = cat.For(doc)
	wrong := append(conditions(doc, cat), departures(doc, cat)...)
	var answered []*proposal.Value
	if answers := doc.Root.Find(paths.Answers); answers != nil {
		answered = answers.Items
	}
	for _, a := range answered {
		c := cat.Criterion(a.Key)
		switch {
		case c == nil && doc.Organisations[0] == nil && cat.AsksEach(a.Key): // the organisations could not be read
		case c == nil && ofAnother(a.Key, cat): // it is kept, and told
		case c == nil:
			do := "completion in an editor offers them, and `partner criteria` lists them"
			if near := source.DidYouMean(a.Key, cat.CriterionIDs()); near != "" {
				do = near
			}
			wrong = append(wrong, doc.Diagnostic(a, "an answer to "+quote(a.Key)+", which is not a criterion", "the id of a criterion", do))
		case c.Kind == catalogue.Remark:
			wrong = append(wrong, doc.Diagnostic(a, "an answer to "+quote(a.Key)+", which is a remark and asks nothing", "", "remove it"))
		case c.Gate.Always:
			for _, v := range each(a) {
				if v.Is("not-applicable") {
					wrong = append(wrong, doc.Diagnostic(v, "`not-applicable` for "+quote(a.Key)+", which its source calls essential", "yes, partly, no, other-means or unknown", "answer it; where its aim is reached in another way, say how under other-means"))
				}
			}
		}
	}
	wrong.Sort()
	return wrong
}

// ofAnother reports whether an id is of a catalogue that is laid over the built-in one and is not applied here: a slash
// stands in no other id. One of the catalogue that is applied has to exist in it.
func ofAnother(id string, cat *catalogue.Catalogue) bool {
	name, _, is := catalogue.Foreign(id)
	return is && (cat.Overlay == nil || cat.Overlay.Name != name)
}

// each gives what the organisations state apart of a statement, or the statement itself where they do not.
func each(v *proposal.Value) []*proposal.Value {
	if len(v.Views) > 0 {
		return v.Views
	}
	return []*proposal.Value{v}
}

func quote(s string) string { return `"` + source.Printable(s) + `"` }

// conditions checks that each condition is recorded under the id of something that can be one.
func conditions(doc *proposal.Proposal, cat *catalogue.Catalogue) source.Diagnostics {
	recorded := doc.Root.Find(paths.Conditions)
	if recorded == nil {
		return nil
	}
	var wrong source.Diagnostics
	for _, rec := range recorded.Items {
		c, e := cat.Criterion(rec.Key), cat.Element(rec.Key)
		switch {
		case c == nil && doc.Organisations[0] == nil && cat.AsksEach(rec.Key): // the organisations could not be read
		case c == nil && ofAnother(rec.Key, cat): // it is kept, and told
		case c == nil && e == nil:
			ids := cat.CriterionIDs()
			for i := range cat.Governance {
				ids = append(ids, cat.Governance[i].ID)
			}
			do := "a report lists what can be set as a condition"
			if near := source.DidYouMean(rec.Key, ids); near != "" {
				do = near
			}
			wrong = append(wrong, doc.Diagnostic(rec, "a condition "+quote(rec.Key)+", which is neither a criterion nor an element of governance", "the id of one", do))
		case e == nil && c.Fix.Do == "":
			wrong = append(wrong, doc.Diagnostic(rec, "a condition "+quote(rec.Key)+", which is remarked and asks for nothing to be done", "", "remove it"))
		}
	}
	return wrong
}

// departures checks that each departure is recorded under the id of something that can be departed from.
func departures(doc *proposal.Proposal, cat *catalogue.Catalogue) source.Diagnostics {
	recorded := doc.Root.Find(paths.Departures)
	if recorded == nil {
		return nil
	}
	var wrong source.Diagnostics
	for _, rec := range recorded.Items {
		c := cat.Criterion(rec.Key)
		switch {
		case c == nil && doc.Organisations[0] == nil && cat.AsksEach(rec.Key): // the organisations could not be read
		case c == nil && ofAnother(rec.Key, cat): // it is kept, and told
		case c == nil && cat.ConsistencyRule(rec.Key) == nil && cat.Element(rec.Key) == nil:
			ids := cat.CriterionIDs()
			for i := range cat.Consistency {
				ids = append(ids, cat.Consistency[i].ID)
			}
			for i := range cat.Governance {
				ids = append(ids, cat.Governance[i].ID)
			}
			do := "completion in an editor offers the criteria, `partner criteria` lists them, a finding names its rule in square brackets, and a report what governance it recommends"
			if near := source.DidYouMean(rec.Key, ids); near != "" {
				do = near
			}
			wrong = append(wrong, doc.Diagnostic(rec, "a departure from "+quote(rec.Key)+", which is no criterion, consistency rule or element of governance", "the id of one", do))
		case c != nil && !c.Kind.Rated() && c.Kind != catalogue.Consistency:
			wrong = append(wrong, doc.Diagnostic(rec, "a departure from "+quote(rec.Key)+", by which nothing is rated", "", "remove it"))
		}
	}
	return wrong
}
