// Package interview tells what to ask next of whoever writes a proposal, and puts the answers into it: first what makes
// it one at all, then what its ratings hang on, the most decisive first. It is a machine of values, without a terminal:
// what is asked follows from what is written so far and from what was passed over, and from nothing else.
package interview

import (
	"slices"
	"strings"

	"partner/pkg/assess"
	"partner/pkg/catalogue"
	"partner/pkg/document"
	"partner/pkg/judge"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/proposal/paths"
	"partner/pkg/result"
	"partner/pkg/source"
)

// Conversation is a proposal so far, and what was passed over. It never changes: what is said makes another.
type Conversation struct {
	file   proposal.File
	doc    *proposal.Proposal
	cat    *catalogue.Catalogue
	o      Options
	passed []string // the ids of questions that nobody could answer
	past   []Turn
}

// Options say how much is asked and written.
type Options struct {
	Minimal bool // the basics alone, and a document without comments
	All     bool // what moves no rating is asked too
}

// Begin begins with a proposal in which nothing is said yet. The name is what messages call its file.
func Begin(name string, cat *catalogue.Catalogue, o Options) (*Conversation, source.Diagnostics) {
	return Resume(proposal.File{Label: name, Data: blank(name, o.Minimal)}, cat, o)
}

// Resume goes on with a proposal as it is. One that has errors is none to go on with.
func Resume(file proposal.File, cat *catalogue.Catalogue, o Options) (*Conversation, source.Diagnostics) {
	doc, wrong := document.Read(file, cat)
	if len(wrong) > 0 {
		return nil, wrong
	}
	return &Conversation{file: file, doc: doc, cat: cat, o: o}, nil
}

// On gives the conversation on the proposal as it stands now. Where somebody else has changed it meanwhile, there is no way
// back behind that.
func (c *Conversation) On(file proposal.File) (*Conversation, source.Diagnostics) {
	on, wrong := Resume(file, c.cat, c.o)
	if on != nil {
		if on.passed = c.passed; c.stands(file) {
			on.past = c.past
		}
	}
	return on, wrong
}

// Text is the proposal so far.
func (c *Conversation) Text() []byte { return c.file.Data }

// Proposal is the proposal so far, as read.
func (c *Conversation) Proposal() *proposal.Proposal { return c.doc }

// Pass gives the conversation without a question that nobody can answer now: it is not asked again.
func (c *Conversation) Pass(q *Question) *Conversation {
	after := *c
	after.passed = append(slices.Clone(c.passed), q.ID)
	after.past = c.and(Turn{Question: *q})
	return &after
}

// Questions gives what is to be asked, the next first.
func (c *Conversation) Questions() []Question {
	r := assess.Result(judge.Judge(c.doc, c.cat))
	cat := c.cat.For(c.doc)
	all := c.basics(r, cat)
	for i := range all {
		all[i].Basic = true
	}
	if !c.o.Minimal {
		p := pack.Make(r, c.doc, c.cat, pack.Options{})
		for _, q := range p.InTurn() {
			for i := range q.Places {
				if !q.Rates && !c.o.All {
					continue
				}
				if x, ok := c.question(r, cat, &q, &q.Places[i]); ok {
					all = append(all, x)
				}
			}
		}
	}
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(q Question) bool {
		gone := seen[q.ID] || c.isPassed(q.ID)
		seen[q.ID] = true
		return gone
	})
}

// isPassed reports whether a question was passed over, or one that asks the same with others.
func (c *Conversation) isPassed(id string) bool {
	return slices.Contains(c.passed, id) || strings.HasPrefix(id, string(paths.Roles)+".") && slices.Contains(c.passed, string(paths.Roles))
}

// Unasked gives how many questions are not asked here: those of which only whoever edits the document can write what they
// ask for (ids of evidence and of objectives, and entries that nothing tells apart), and those that move no rating, unless
// they are asked for.
func (c *Conversation) Unasked() (written, idle int) {
	r := assess.Result(judge.Judge(c.doc, c.cat))
	cat := c.cat.For(c.doc)
	for _, q := range pack.Make(r, c.doc, c.cat, pack.Options{}).InTurn() {
		switch {
		case !slices.ContainsFunc(q.Places, func(x pack.Place) bool { _, ok := c.question(r, cat, &q, &x); return ok }):
			written++
		case !q.Rates && !c.o.All:
			idle++
		}
	}
	return written, idle
}

// named reports whether the proposal names its two organisations.
func (c *Conversation) named() bool {
	all := c.doc.Root.Find(paths.Organisations)
	return all != nil && len(all.Items) == len(c.doc.Organisations)
}

// known reports whether the proposal says what stands at a place.
func (c *Conversation) known(p paths.Path) bool { return c.doc.Root.Find(p).Known() }

// open reports whether neither a declaration nor the facts tell one of nature, scale and form.
func open(a result.Axis) bool { return a.Declared == "" && a.Derived == "" && len(a.Possible) != 1 }
