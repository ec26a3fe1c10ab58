package cli

import (
	"fmt"
	"io"

	"partner/pkg/source"
)

// mostPrinted is how many errors of one proposal are printed: a file that is broken throughout should
// not push everything else off the screen.
const mostPrinted = 50

// printDiagnostics prints what is wrong with one proposal, each with its source line and a caret.
func printDiagnostics(to io.Writer, wrong source.Diagnostics) {
	for i, d := range wrong {
		if i == mostPrinted {
			fmt.Fprintf(to, "%s: and %d more\n", wrong[0].File, len(wrong)-mostPrinted)
			return
		}
		fmt.Fprintln(to, source.Printable(d.Error())) // a document may name a file in any way
		if snippet := d.Snippet(); snippet != "" {
			fmt.Fprintln(to, snippet)
		}
	}
}
