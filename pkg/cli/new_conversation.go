package cli

import (
	"cmp"
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
	p.keep, p.back = o.kept, true
	p.say("", "Each answer is saved at once. Enter alone says that it is not known; then nothing is written. back shows the question before again. Ctrl-D ends, and you can go on another time. ? says what can be typed.")
	last := ""
	at, answered := 0, 0 // at which turn of the past; and how many questions are behind it, also those with no way back to
	for {
		if err := o.current(ctx); err != nil {
			return o.stopped(err)
		}
		past, open := o.so.Past(), o.so.Questions()
		number := answered + 1 - max(len(past)-at, 0)
		var err error
		if at = min(at, len(past)); at < len(past) {
			t := &past[at]
			p.say("", "")
			p.question(o, number, open, &t.Question, false)
			p.say("", wording.Sentence("so far: "+cmp.Or(t.Said(), "not known")))
			last = t.Question.Asks
			err = o.revise(ctx, p, at)
		} else {
			if len(open) == 0 {
				return o.ended(p)
			}
			q := &open[0]
			p.say("", "")
			p.question(o, number, open[1:], q, q.Asks == last)
			last = q.Asks
			if err = o.ask(ctx, p, q); err == nil {
				answered++
			}
		}
		switch {
		case err == nil:
			at++
		case !errors.Is(err, errBack):
			return o.stopped(err)
		case at > 0:
			at, last = at-1, ""
		default:
			last = ""
			p.say("", "There is nothing to go back to: this is the first question of this run, or the file was changed in an editor since. "+o.kept())
		}
	}
}

// ask takes the answer to a question and saves it. What cannot be said is asked again.
func (o *beginning) ask(ctx context.Context, p *prompt, q *interview.Question) error {
	for {
		a, err := p.answer(ctx, q, false)
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
		p.wrong(q, wrong)
	}
}

// revise takes another answer to a question of the past, by its place there, and saves what comes of it; Enter keeps the
// one that it has.
func (o *beginning) revise(ctx context.Context, p *prompt, turn int) error {
	for {
		q := o.so.Past()[turn].Question
		a, err := p.answer(ctx, &q, true)
		switch {
		case errors.Is(err, errKept):
			return nil
		case err != nil:
			return err
		}
		if err := o.current(ctx); err != nil {
			return err
		}
		if len(o.so.Past()) <= turn {
			p.say("", "The file was changed meanwhile, and so the answer was not: change it there.")
			return nil
		}
		step, gone, wrong := o.so.Revise(turn, a)
		if len(wrong) > 0 {
			p.wrong(&q, wrong)
			continue
		}
		for _, asks := range gone {
			p.say("", "What you answered to this does not fit any more, and is asked again: "+asks)
		}
		return o.save(context.WithoutCancel(ctx), &step)
	}
}

// wrong says why an answer cannot be said; where it goes in the document nobody asked.
func (p *prompt) wrong(q *interview.Question, all []interview.Wrong) {
	for _, w := range all {
		p.say("", wording.Sentence(strings.Replace(because(w.Diagnostic), " for "+q.ID+";", ";", 1)))
	}
}

// kept says where the answers are, and how one is changed that there is no way back to.
func (o *beginning) kept() string {
	if !o.there {
		return "Nothing is written yet; the first answer begins " + source.Printable(o.path) + "."
	}
	file := source.Printable(o.path)
	return "All that was answered is in " + file + ", and can be changed there in an editor, now or after the end; partner new --from " + quotedForShell(o.path) + " goes on."
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
	if !o.options.Minimal {
		written, idle := o.so.Unasked()
		if idle > 0 {
			p.say("", wording.Sentence(wording.Count(idle, "more question moves", "more questions move")+" no rating; these are asked by: partner new --all --from "+file))
		}
		if written > 0 {
			p.say("", wording.Sentence("what "+wording.Count(written, "question asks", "questions ask")+" for is better written in an editor; these are listed by: partner questions "+file))
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

// ahead says how many questions there are: of the basics, while there are any, for what comes then hangs on them.
func ahead(open []interview.Question) (int, string) {
	basics := 0
	for i := range open {
		if open[i].Basic {
			basics++
		}
	}
	if basics > 0 {
		return basics, "to begin with"
	}
	return len(open), "as things stand"
}

// question says a question with all that helps to answer it, the words to choose from last.
func (p *prompt) question(o *beginning, n int, open []interview.Question, q *interview.Question, again bool) {
	head := strconv.Itoa(n) + "."
	if more, of := ahead(open); more > 0 {
		head += " (" + strconv.Itoa(more) + " more " + of + ")"
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
		if q.House != "" {
			p.say("  Asked by: ", q.House+" (laid over the built-in catalogue, and not of the research)")
		}
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
