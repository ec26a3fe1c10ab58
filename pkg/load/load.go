// Package load gets documents: files, standard input, states in git revisions, the files that organisations
// come from and those that they filled in apart. It is the one door to what may be judged, and the only
// package below the commands that touches files or runs a program. It needs no terminal.
package load

import (
	"bytes"
	"context"
	"io"
	"io/fs"

	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// Stdin is what standard input is called in messages and reports.
const Stdin = "<stdin>"

// Loader loads documents. Whatever is wrong with a file or what it holds comes back with the document; the
// error of each of its methods is that of the context and no other.
type Loader struct {
	Stdin io.Reader // what the argument "-" reads
}

// Document is what came of loading a proposal: the proposal or what is wrong with it.
type Document struct {
	From     proposal.File      // what it was read from, as far as that went
	Proposal *proposal.Proposal // to be used only where nothing is wrong
	Wrong    source.Diagnostics
	Warnings source.Diagnostics // what does not keep it from being used, and its user should know
	Info     fs.FileInfo        // of the file as it was opened, of a document of a corpus; nil where it was not
}

// Proposal loads a proposal from a file, "-" being standard input, and verifies it against the catalogue.
func (l Loader) Proposal(ctx context.Context, path string, cat *catalogue.Catalogue) (Document, error) {
	doc, err := l.file(ctx, path)
	if err != nil {
		return doc, err
	}
	return doc.verified(cat), nil
}

// InGit reports whether State reads an argument from git, and from no file that is there.
func InGit(arg string) bool {
	_, is := revisionOf(arg)
	return is
}

// State loads a proposal as Proposal does, and one in a git revision (REV:PATH) or as it is staged (:PATH).
// It refuses a result in the place of a proposal.
func (l Loader) State(ctx context.Context, arg string, cat *catalogue.Catalogue) (Document, error) {
	var doc Document
	var err error
	if r, is := revisionOf(arg); is {
		doc, err = r.load(ctx, arg)
	} else {
		doc, err = l.file(ctx, arg)
	}
	if err != nil {
		return doc, err
	}
	return doc.noResult().verified(cat), nil
}

// verified reads and verifies what was loaded.
func (d Document) verified(cat *catalogue.Catalogue) Document {
	if len(d.Wrong) == 0 {
		d.Proposal, d.Wrong = document.Read(d.From, cat)
	}
	return d
}

// noResult refuses what `assess --format json` prints.
func (d Document) noResult() Document {
	start := bytes.TrimSpace(d.From.Data)
	if bytes.HasPrefix(start, []byte("{")) && bytes.Contains(start[:min(len(start), 200)], []byte(`"partner-result/`)) {
		d.refuse(source.Diagnostic{Found: "a result as JSON", Expected: "a proposal", Do: "name the proposal that was assessed; an earlier state of it is read from git as REV:PATH"})
	}
	return d
}

// refuse notes what keeps the whole document from being read.
func (d *Document) refuse(why source.Diagnostic) {
	why.File = d.From.Label
	d.Wrong = append(d.Wrong, why)
}
