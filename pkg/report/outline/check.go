package outline

import (
	"fmt"
	"strings"

	"partner/pkg/result"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// mostErrors is how many errors of one document are told: one that is broken throughout should not push
// everything else off the screen.
const mostErrors = 50

// Check is the page of what is wrong with a document, or else of what does not fit together in it: a line for
// each that begins with its place, below an error the line of the document with a caret.
func Check(wrong source.Diagnostics, findings []result.Finding) Outline {
	var b blocks
	for i, d := range wrong {
		if i == mostErrors {
			b.add(told(source.Position{File: d.File}, "", fmt.Sprintf("and %d more", len(wrong)-mostErrors)))
			break
		}
		b.add(told(d.Position, "", strings.TrimPrefix(d.Error(), d.Position.String()+": ")))
		var snippet Lines
		for line := range strings.Lines(d.Snippet()) {
			snippet.Of = append(snippet.Of, wording.Text{faint(source.Printable(strings.TrimSuffix(line, "\n")))})
		}
		snippet.Cut = true
		b.add(snippet)
	}
	for _, f := range findings {
		text := strings.TrimSuffix(f.Text, ".")
		if f.Do != "" {
			text += "; " + f.Do
		}
		b.add(told(f.Place, string(f.Kind)+":", text))
	}
	return Outline{Reference: true, Lead: b}
}

// told is a line of a check.
func told(at source.Position, kind, text string) Lines {
	line := wording.Text{strong(source.Printable(at.String() + ":"))}
	if kind != "" {
		line = append(line, plain(kind))
	}
	return Lines{Of: []wording.Text{append(line, plain(source.Printable(text)))}}
}
