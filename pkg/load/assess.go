package load

import (
	"io/fs"

	"partner/pkg/batch"
	"partner/pkg/catalogue"
	"partner/pkg/internal/release"
	"partner/pkg/judge"
	"partner/pkg/proposal"
	"partner/pkg/result"
	"partner/pkg/source"
)

// How is how documents of a corpus are judged.
type How struct {
	Catalogue *catalogue.Catalogue
	Stage     result.Stage  // that is asked for; UnknownStage is that of the dates
	AsOf      *proposal.Day // as at which they are judged; nil is the day that each states
	Lines     bool          // no more is wanted than the lines: findings are not worded

	Result func(*judge.Judgement) *result.Result // works out what a report tells; nil where none is wanted
}

// Made is what the lines of documents judged like this are made by.
func (h How) Made() batch.Made {
	return batch.MadeBy(release.Version(), h.Catalogue, h.Stage, h.AsOf)
}

// Assessed is what came of a document of a corpus.
type Assessed struct {
	Line      batch.Line
	Judgement *judge.Judgement // nil where the document has errors
	Findings  []result.Finding
	Result    *result.Result // nil where it was not wanted, and where the document has errors
	Wrong     source.Diagnostics
	Info      fs.FileInfo // of the document's file as it was opened; nil where it was not, or where that is lost
}

// Assess reads one of the documents, judges it and makes its line, of which all but the path and the files is given.
// It is false where the file was found and is no proposal. A mistake of this program that a document brings out is
// an error of that document, and costs no other.
func (c *Corpus) Assess(d Named, made batch.Made, how How) (a Assessed, is bool) {
	made.Path = d.Path
	defer func() {
		if caught := recover(); caught != nil {
			a, is = failed(made, source.Diagnostics{{
				Position: source.Position{File: source.Printable(d.Path)},
				Found:    "a mistake in partner, which this document brings out", Do: "run `partner assess` on it, and report what that says",
			}}), true
		}
	}()
	doc, files, is := c.Read(d, how.Catalogue)
	if !is {
		return Assessed{}, false
	}
	made.Files = files
	if len(doc.Wrong) > 0 {
		a = failed(made, doc.Wrong)
		a.Info = doc.Info
		return a, true
	}
	if how.AsOf != nil {
		doc.Proposal = doc.Proposal.AsAt(*how.AsOf)
	}
	j := judge.At(doc.Proposal, how.Catalogue, how.Stage)
	find := judge.Findings
	if how.Lines {
		find = judge.Found
	}
	found := find(j)
	a = Assessed{Line: batch.LineOf(made, j, found), Judgement: j, Findings: found, Info: doc.Info}
	if how.Result != nil {
		a.Result = how.Result(j)
	}
	return a, true
}

func failed(made batch.Made, wrong source.Diagnostics) Assessed {
	return Assessed{Line: batch.Failed(made, wrong), Wrong: wrong}
}
