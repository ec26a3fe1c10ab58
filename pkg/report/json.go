package report

import (
	"io"
	"iter"
	"slices"

	"partner/pkg/pack"
	"partner/pkg/report/json"
)

// jsonReports prints each result as a JSON document, one after another: the whole, or of it the keys that are
// the names of the sections asked for. The options are in it only where they are asked for: they are a page of
// their own, and hardly ever wanted twice.
func jsonReports(w io.Writer, outcomes iter.Seq[Outcome], o Options) error {
	for x := range outcomes {
		if x.Result == nil {
			continue
		}
		r := *x.Result
		if !slices.Contains(o.Only, "options") {
			r.Options = nil
		}
		if err := json.Write(w, &r, o.Only...); err != nil {
			return err
		}
	}
	return nil
}

// jsonPages prints each value as a JSON document, one after another.
func jsonPages(w io.Writer, pages iter.Seq[Page], _ Options) error {
	for p := range pages {
		if err := json.Write(w, p.Value); err != nil {
			return err
		}
	}
	return nil
}

// jsonPacks prints each pack as a JSON document, one after another.
func jsonPacks(w io.Writer, packs iter.Seq[*pack.Pack], _ Options) error {
	for p := range packs {
		if err := json.Write(w, p); err != nil {
			return err
		}
	}
	return nil
}

// checked is one error or finding.
type checked struct {
	File     string `json:"file"`
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"`
	Kind     string `json:"kind"` // error, or the kind of a finding
	Subject  string `json:"subject,omitempty"`
	Text     string `json:"text"`
	Expected string `json:"expected,omitempty"`
	Do       string `json:"do,omitempty"`
}

// jsonChecks prints one list of the errors and findings of all documents.
func jsonChecks(w io.Writer, checks iter.Seq[Check], _ Options) error {
	all := []checked{}
	for c := range checks {
		all = append(all, listed(c)...)
	}
	return json.Write(w, &all)
}

// listed lists the errors and findings of a document.
func listed(c Check) []checked {
	var all []checked
	for _, d := range c.Wrong {
		all = append(all, checked{d.File, d.Line, d.Column, "error", "", d.Found, d.Expected, d.Do})
	}
	for _, f := range c.Findings {
		all = append(all, checked{f.Place.File, f.Place.Line, f.Place.Column, string(f.Kind), f.Subject, f.Text, "", f.Do})
	}
	return all
}
