package cli

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"

	"partner/pkg/interview"
	"partner/pkg/source"
	"partner/pkg/wording"
)

// converse asks until nothing is left to ask, or whoever is asked ends it. Each answer is saved before the next question.
func (o *beginning) converse(ctx context.Context, p *prompt) error {
	defer p.drain()
	p.keep = o.kept
	p.say("", "Each answer is saved at once. Enter alone says that it is not known; then nothing is written. Ctrl-D ends, and you can go on another time. ? says what can be typed.")
	last := ""
	for n := 1; ; n++ {
		if err := o.current(ctx); err != nil {
			return o.stopped(err)
		}
		open := o.so.Questions()
		if len(open) == 0 {
			return o.ended(p)
		}
		q := &open[0]
		p.say("", "")
		p.question(o, n, len(open)-1, q, q.Asks == last)
		last = q.Asks
		if err := o.ask(ctx, p, q); err != nil {
			return o.stopped(err)
		}
	}
}

// ask takes the answer to a question and saves it. What cannot be said is asked again.
func (o *beginning) ask(ctx context.Context, p *prompt, q *interview.Question) error {
	for {
		a, err := p.answer(ctx, q)
		if err != nil {
			return err
		}
		if err := o.current(ctx); err != nil {
			return err
		}
		step, wrong := o.so.Answer(q, a)
		if len(wrong) == 0 {
			return o.save(context.WithoutCancel(ctx), &step) // an answer that is given is saved, whatever comes now
		}
		for _, w := range wrong {
			p.say("", wording.Sentence(because(w.Diagnostic)))
		}
	}
}

// kept says where the answers are, and how one is undone.
func (o *beginning) kept() string {
	if !o.there {
		return "Nothing is written yet; the first answer begins " + source.Printable(o.path) + "."
	}
	file := source.Printable(o.path)
	return "All that was answered is in " + file + ". To undo or to change an answer, change it there in an editor, now or after the end; partner new --from " + quotedForShell(o.path) + " goes on."
}

// stopped is the end of a conversation before all was asked: it says how to go on.
func (o *beginning) stopped(err error) error {
	if !errors.Is(err, io.EOF) && !errors.Is(err, context.Canceled) {
		return err
	}
	o.remark("")
	if o.there {
		o.remark("all that was answered is in %s; go on with: partner new --from %s", source.Printable(o.path), quotedForShell(o.path))
	} else {
		o.remark("nothing was answered, and nothing is written")
	}
	if errors.Is(err, io.EOF) {
		return nil
	}
	return said(interrupted)
}

// ended is the end where nothing is left that can be asked here.
func (o *beginning) ended(p *prompt) error {
	if !o.there {
		o.remark("nothing was answered, and nothing is written")
		return nil
	}
	file := quotedForShell(o.path)
	p.say("", "")
	p.say("", "That is all that can be asked now. It is in "+source.Printable(o.path)+".")
	if !o.minimal {
		if n := o.so.Unasked(); n > 0 {
			p.say("", "What "+wording.Count(n, "more question", "more questions")+" ask for is better written in an editor: partner questions "+file+" lists it.")
		}
	}
	p.say("", "The report: partner assess "+file)
	return nil
}

// quotedForShell gives a path as a shell takes it.
func quotedForShell(path string) string {
	path = source.Printable(path)
	if strings.ContainsFunc(path, func(r rune) bool {
		return !strings.ContainsRune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._/-", r)
	}) {
		return "'" + strings.ReplaceAll(path, "'", `'\''`) + "'"
	}
	return path
}

// question says a question with all that helps to answer it, the words to choose from last.
func (p *prompt) question(o *beginning, n, more int, q *interview.Question, again bool) {
	head := strconv.Itoa(n) + "."
	if more > 0 {
		head += " (" + strconv.Itoa(more) + " more as things stand)"
	}
	p.say("", head)
	means := q.Means
	if q.Of != "" {
		means = q.Of + ": " + means
	}
	if again {
		p.say("", "Towards the same question:")
	} else {
		p.say("", q.Asks)
	}
	if means != "" {
		p.say("  ", means)
	}
	if q.SoFar != "" {
		p.say("  ", q.SoFar)
	}
	if !again {
		if q.Why != "" {
			p.say("  Why: ", q.Why)
		}
		if q.Moves != "" {
			p.say("  ", wording.Sentence(q.Moves))
		}
		for _, c := range q.Cites {
			p.say("  From: ", o.catalogue.Source(c.Source).Title+", "+c.Place+" ("+o.catalogue.Words.Strength(c.Strength)+")")
		}
		if q.Who != "" {
			p.say("  Who knows: ", q.Who)
		}
	}
	if len(q.Choices) == 0 {
		return
	}
	p.say("  0  ", "not known")
	for i, c := range q.Choices {
		text := c.Word
		if c.Means != "" {
			text += ": " + c.Means
		}
		label := "  " + strconv.Itoa(i+1) + " "
		if i < 9 {
			label += " "
		}
		p.say(label, text)
	}
}
