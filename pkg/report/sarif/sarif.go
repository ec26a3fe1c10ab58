// Package sarif writes findings as SARIF 2.1.0, the format of code scanning: one run for all documents, with
// the documentation of every rule that found something.
package sarif

import (
	"io"
	"iter"
	"net/url"
	"slices"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/report/finding"
	"partner/pkg/report/json"
	"partner/pkg/report/markdown"
)

// schema is where the schema of the format stands.
const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

type result struct {
	RuleID              string            `json:"ruleId"`
	RuleIndex           int               `json:"ruleIndex"`
	Level               string            `json:"level"`
	Message             message           `json:"message"`
	Locations           []location        `json:"locations"`
	PartialFingerprints map[string]string `json:"partialFingerprints"`
}

type message struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown,omitempty"`
}

type location struct {
	PhysicalLocation physical `json:"physicalLocation"`
}

type physical struct {
	ArtifactLocation struct {
		URI string `json:"uri"`
	} `json:"artifactLocation"`
	Region region `json:"region"`
}

type region struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
}

type tool struct {
	Driver     driver      `json:"driver"`
	Extensions []extension `json:"extensions,omitempty"` // the catalogue that is laid over the built-in one
}

type extension struct {
	Name       string     `json:"name"`
	FullName   string     `json:"fullName"`
	Version    string     `json:"version"`
	Properties properties `json:"properties"`
}

// properties say what is laid over which catalogue, and what it does there.
type properties struct {
	Hash     string       `json:"hash"`
	Over     identified   `json:"over"`
	Adds     []string     `json:"adds"`
	Changes  []catalogued `json:"changes"`
	Switched []catalogued `json:"switchesOff"`
}

type identified struct {
	Version string `json:"version"`
	Hash    string `json:"hash"`
}

type catalogued struct {
	ID      string   `json:"id"`
	Keys    []string `json:"keys,omitempty"`
	Because string   `json:"because"`
}

type driver struct {
	Name            string  `json:"name"`
	SemanticVersion string  `json:"semanticVersion,omitempty"` // of the catalogue, which the rules are of
	InformationURI  string  `json:"informationUri"`
	Rules           []rules `json:"rules"`
}

type rules struct {
	ID               string     `json:"id"`
	Name             string     `json:"name"`
	ShortDescription message    `json:"shortDescription"`
	FullDescription  message    `json:"fullDescription"`
	Default          configured `json:"defaultConfiguration"`
	Help             message    `json:"help"`
}

// configured is the level of a rule: that of the weightiest of its results, for readers that do not look at each.
type configured struct {
	Level string `json:"level"`
}

// about names what tells of the tool: readers ask for a URI, and partner has no page of its own but its help.
const about = "urn:x-partner:help:formats"

// levels are what the levels are called, the weightiest first.
var levels = []string{finding.Error: "error", finding.Warning: "warning", finding.Note: "note"}

// Write writes the findings of a stream of documents as they come; the rules follow.
func Write(w io.Writer, documents iter.Seq[finding.Document]) error {
	if _, err := io.WriteString(w, "{\n\"version\": \"2.1.0\",\n\"$schema\": \""+schema+"\",\n\"runs\": [{\n\"columnKind\": \"unicodeCodePoints\",\n\"results\": ["); err != nil {
		return err
	}
	var of *finding.Rules
	var ids []string
	var weightiest []finding.Level // along them
	index := map[string]int{}
	seen := map[string]int{} // documents that are named twice
	between := "\n"
	for d := range documents {
		of = d.Rules
		name := finding.Again(seen, d.Name)
		for i := range d.Findings {
			f := &d.Findings[i]
			at, has := index[f.Rule]
			if !has {
				at = len(ids)
				index[f.Rule], ids, weightiest = at, append(ids, f.Rule), append(weightiest, f.Level)
			}
			weightiest[at] = min(weightiest[at], f.Level)
			x := result{
				RuleID: f.Rule, RuleIndex: at, Level: levels[f.Level], Message: message{Text: f.Says()},
				Locations: []location{placed(f)}, PartialFingerprints: fingerprints(f.Fingerprint(name)),
			}
			if _, err := io.WriteString(w, between); err != nil {
				return err
			}
			if err := json.Part(w, &x); err != nil {
				return err
			}
			between = ",\n"
		}
	}
	if _, err := io.WriteString(w, "\n],\n\"tool\": "); err != nil {
		return err
	}
	t := tool{Driver: driver{Name: "partner", InformationURI: about, Rules: []rules{}}}
	if of != nil {
		t.Driver.SemanticVersion = semantic(of.BuiltIn())
		if o := of.Laid(); o != nil {
			t.Extensions = []extension{laid(of, o)}
		}
	}
	for i, id := range ids {
		t.Driver.Rules = append(t.Driver.Rules, documented(of.Rule(id), weightiest[i]))
	}
	if err := json.Part(w, &t); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n}]\n}\n")
	return err
}

// fingerprints are the same under two keys: the one that GitHub reads, which would otherwise be made from the
// lines that follow, and one of our own, with its version, for all others.
func fingerprints(key string) map[string]string {
	return map[string]string{"primaryLocationLineHash": key, "partnerFinding/v1": key}
}

// placed gives the place of a finding. What concerns a file as a whole stands at its first line: without one,
// some readers drop a finding.
func placed(f *finding.Finding) location {
	var l location
	l.PhysicalLocation.ArtifactLocation.URI = (&url.URL{Path: f.Place.File}).String()
	l.PhysicalLocation.Region = region{StartLine: max(1, f.Place.Line)}
	if f.Place.Line > 0 {
		l.PhysicalLocation.Region.StartColumn = max(0, f.Place.Column)
	}
	return l
}

// documented is a rule with its level and its help, as text and as Markdown.
func documented(r finding.Rule, level finding.Level) rules {
	why := r.Why
	if why == "" {
		why = r.Title
	}
	help := r.Help()
	marked := slices.Clone(help)
	for i := range marked {
		marked[i] = markdown.Escaped(marked[i])
	}
	return rules{
		ID: r.ID, Name: r.Name, ShortDescription: message{Text: r.Title}, FullDescription: message{Text: why}, Default: configured{levels[level]},
		Help: message{Text: strings.Join(help, "\n\n"), Markdown: strings.Join(marked, "\n\n")},
	}
}

// laid is the catalogue that is laid over the built-in one.
func laid(of *finding.Rules, o *catalogue.Overlay) extension {
	p := properties{Hash: o.Hash, Over: identified{o.Base.Version, o.Base.Hash}, Adds: of.Own(), Changes: []catalogued{}, Switched: []catalogued{}}
	for _, x := range o.Changed {
		p.Changes = append(p.Changes, catalogued{x.ID, x.Keys, finding.Line(x.Because)})
	}
	for _, x := range o.Off {
		p.Switched = append(p.Switched, catalogued{x.ID, nil, finding.Line(x.Because)})
	}
	return extension{finding.Line(o.Name), finding.Line(o.Title), finding.Line(o.Version), p}
}

// semantic makes a version of three numbers of one that may have fewer.
func semantic(version string) string {
	for strings.Count(version, ".") < 2 {
		version += ".0"
	}
	return version
}
