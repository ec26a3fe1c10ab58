// Package github writes findings as commands of a GitHub workflow, which annotate the lines of a pull request.
package github

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/report/finding"
	"partner/pkg/wording"
)

// What a runner shows of the annotations of one step.
const (
	most    = 10   // of each level
	longest = 4096 // characters of a message
)

// commands are what the levels are called, the weightiest first, and what many of them are called in words.
var commands = []struct{ name, one, many string }{
	finding.Error: {"error", "error", "errors"}, finding.Warning: {"warning", "warning", "warnings"}, finding.Note: {"notice", "notice", "notices"},
}

// Write writes the findings of a stream of documents, the weightiest first: as many of each level as a runner
// shows, and below them how many more there are.
func Write(w io.Writer, documents iter.Seq[finding.Document]) error {
	kept, all := make([][]finding.Finding, len(finding.Levels)), make([]int, len(finding.Levels))
	var laid []string // what is laid over the built-in catalogue is annotated once; the log has it of each document
	for d := range documents {
		for _, f := range d.Findings {
			if f.Kind == finding.Laid {
				if laid = append(laid, "Of "+f.Place.File+": "+f.Says()); len(laid) > 1 {
					continue
				}
			}
			if all[f.Level]++; len(kept[f.Level]) < most {
				kept[f.Level] = append(kept[f.Level], f)
			}
		}
	}
	var more []string
	for _, level := range finding.Levels {
		for i := range kept[level] {
			if _, err := io.WriteString(w, line(&kept[level][i])); err != nil {
				return err
			}
		}
		if n := all[level] - len(kept[level]); n > 0 {
			more = append(more, wording.Count(n, commands[level].one, commands[level].many))
		}
	}
	for i := 1; i < len(laid); i++ {
		if _, err := io.WriteString(w, text(laid[i])+"\n"); err != nil {
			return err
		}
	}
	if len(more) == 0 {
		return nil
	}
	_, err := fmt.Fprintf(w, "Not annotated, as a step shows %d of each: %s more.\n", most, wording.And(more))
	return err
}

// line is the command that annotates with a finding.
func line(f *finding.Finding) string {
	properties := []string{"file=" + property(f.Place.File)}
	if f.Place.Line > 0 {
		properties = append(properties, "line="+strconv.Itoa(f.Place.Line))
		if f.Place.Column > 0 {
			properties = append(properties, "col="+strconv.Itoa(f.Place.Column))
		}
	}
	properties = append(properties, "title="+property(f.Rule+" ("+f.Kind+")"))
	if f.Rule == f.Kind {
		properties[len(properties)-1] = "title=" + property(f.Kind)
	}
	return "::" + commands[f.Level].name + " " + strings.Join(properties, ",") + "::" + text(cut(f.Says())) + "\n"
}

// cut cuts a message to what is shown of it.
func cut(s string) string {
	if characters := []rune(s); len(characters) > longest {
		return string(slices.Concat(characters[:longest-1], []rune("…")))
	}
	return s
}

var (
	inText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	inProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// text gives a message in which nothing ends the command.
func text(s string) string { return inText.Replace(finding.Line(s)) }

// property gives a property in which nothing ends it or the command.
func property(s string) string { return inProperty.Replace(finding.Line(s)) }
