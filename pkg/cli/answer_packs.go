package cli

import (
	"context"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"partner/pkg/catalogue"
	"partner/pkg/form"
	"partner/pkg/load"
	"partner/pkg/pack"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// packs reads all packs; what is wrong with any of them is told at once.
func (o *answerOptions) packs(ctx context.Context, doc *proposal.Proposal) ([]load.Text, []*pack.Filled, error) {
	var texts []load.Text
	var filled []*pack.Filled
	var wrong source.Diagnostics
	for _, path := range o.filled {
		text, err := o.documents.Form(ctx, path)
		if err != nil {
			return nil, nil, err
		}
		bad := text.Wrong
		var f *pack.Filled
		if len(bad) == 0 {
			f, bad = readPack(text, doc, o.catalogue)
		}
		texts, filled, wrong = append(texts, text), append(filled, f), append(wrong, bad...)
	}
	if len(wrong) > 0 {
		return nil, nil, o.refuse(wrong)
	}
	return texts, filled, nil
}

// readPack reads a pack, in whichever shape it came back.
func readPack(text load.Text, doc *proposal.Proposal, cat *catalogue.Catalogue) (*pack.Filled, source.Diagnostics) {
	if !form.Is(text.Data) {
		return pack.Read(text.Label, text.Data, doc, cat)
	}
	returned, wrong := form.Read(text.Label, text.Data)
	if len(wrong) > 0 {
		return nil, wrong
	}
	return pack.ReadReturned(returned, doc, cat)
}

// settled says, of each pack, of which places another one holds: the one that is preferred, or that whoever sits at the
// terminal chooses.
func (o *answerOptions) settled(ctx context.Context, filled []*pack.Filled) (left map[int][]string, err error) {
	disputes := pack.Disputes(filled)
	if len(disputes) == 0 {
		return nil, nil
	}
	left = map[int][]string{}
	holds := func(d *pack.Dispute, which int) {
		for _, s := range d.Sides {
			if s.Pack != which {
				left[s.Pack] = append(left[s.Pack], d.Path)
			}
		}
	}
	preferred := slices.Index(o.filled, o.prefer)
	var open source.Diagnostics
	var ask []*pack.Dispute
	for i := range disputes {
		d := &disputes[i]
		if slices.ContainsFunc(d.Sides, func(s pack.Side) bool { return s.Pack == preferred }) {
			holds(d, preferred)
			continue
		}
		open, ask = append(open, d.Settle()), append(ask, d)
	}
	_, typed := size(o.in)
	width, seen := size(o.err.to)
	if len(open) == 0 || !typed || !seen || slices.Contains(o.filled, "-") {
		if len(open) > 0 {
			return nil, o.refuse(open)
		}
		return left, nil
	}
	p := newPrompt(o.in, o.err, width)
	for _, d := range ask {
		which, err := whichHolds(ctx, p, d)
		switch {
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case err != nil || which < 0:
			return nil, o.refuse(source.Diagnostics{d.Settle()})
		}
		holds(d, which)
	}
	return left, nil
}

// whichHolds asks which side of a dispute holds, and gives its pack; -1 where none is chosen.
func whichHolds(ctx context.Context, p *prompt, d *pack.Dispute) (int, error) {
	p.say("", d.Path+" is answered differently:")
	for i, s := range d.Sides {
		p.say("  "+strconv.Itoa(i+1)+"  ", s.String())
	}
	for {
		p.say("", "Which holds? Its number, or Enter for neither, which ends here:")
		typed, err := p.burst(ctx)
		said := strings.TrimSpace(strings.Join(typed, " "))
		if err != nil || said == "" {
			return -1, err
		}
		if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= len(d.Sides) {
			return d.Sides[n-1].Pack, nil
		}
		p.say("", "A number from 1 to "+strconv.Itoa(len(d.Sides))+" is needed.")
	}
}

// joined puts the changes of one pack behind those of the packs before it.
func joined(before, after []pack.Edited) []pack.Edited {
	for _, e := range after {
		i := slices.IndexFunc(before, func(b pack.Edited) bool { return b.From == e.From })
		if i < 0 {
			before = append(before, e)
			continue
		}
		before[i].After = e.After
	}
	slices.SortStableFunc(before, func(a, b pack.Edited) int { // the proposal first
		switch {
		case (a.From == "") == (b.From == ""):
			return 0
		case a.From == "":
			return -1
		}
		return 1
	})
	return before
}
