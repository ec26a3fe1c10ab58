package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"partner/pkg/internal/textwrap"
	"partner/pkg/interview"
	"partner/pkg/proposal"
	"partner/pkg/source"
)

// prompt asks in lines on a terminal. It leaves the terminal as it is, so that nothing has to be restored, and a screen
// reader says what it prints.
type prompt struct {
	out   io.Writer
	width int
	typed <-chan string // the lines that are typed; closed at the end of input
	keep  func() string // says where the answers are kept
	back  bool          // "back" goes to the question before
}

// errBack is what typing back comes to: whoever is asked wants to see the question before again.
var errBack = errors.New("back")

// errKept is what Enter comes to where there is an answer already, which stays.
var errKept = errors.New("kept")

// narrowest is the least width that text is broken to.
const narrowest = 20

// pasted is how soon lines of one pasted text follow each other.
const pasted = 40 * time.Millisecond

// mostTyped is how many bytes of a line a terminal hands on; it drops the rest without a word.
const mostTyped = 4095

// newPrompt makes one of a terminal of a width, which may not be known.
func newPrompt(in io.Reader, out io.Writer, width int) *prompt {
	if width == 0 {
		width = defaultWidth
	}
	typed := make(chan string, 64)
	go func() {
		defer close(typed)
		for r := bufio.NewReader(in); ; {
			line, err := r.ReadString('\n')
			if err != nil {
				return // what no Enter ended is no answer
			}
			typed <- line
		}
	}()
	return &prompt{out: out, width: max(width, narrowest), typed: typed}
}

// say prints a text, its further lines below where it began after its label.
func (p *prompt) say(label, text string) {
	for i, l := range textwrap.Wrap(max(p.width-len(label), narrowest/2), source.Printable(text)) {
		if i > 0 {
			label = strings.Repeat(" ", len(label))
		}
		fmt.Fprintln(p.out, strings.TrimRight(label+l, " "))
	}
}

// line asks for one line, and helps where that is asked for instead. What is pasted as several is one text, or refused: its
// further lines answer nothing else.
func (p *prompt) line(ctx context.Context, label string, text bool, q *interview.Question) (string, error) {
	for {
		lines := textwrap.Wrap(p.width, label)
		fmt.Fprint(p.out, strings.Join(lines, "\n")+" ")
		all, err := p.burst(ctx)
		switch {
		case err != nil:
			return "", err
		case slices.ContainsFunc(all, func(l string) bool { return len(l) > mostTyped }):
			p.say("", "That is more than a terminal takes in one line, and nothing of it was taken: say it shorter, or write it in an editor.")
			continue
		case text || len(all) == 1:
			typed := interview.Clean(strings.Join(all, " "))
			switch {
			case typed == "?" || strings.EqualFold(typed, "help"):
				p.help(q)
				continue
			case p.back && (typed == "<" || strings.EqualFold(typed, "back")):
				return "", errBack
			}
			return typed, nil
		}
		p.say("", "Several lines came at once, and none was taken: one word or number answers this.")
	}
}

// help says what can be typed.
func (p *prompt) help(q *interview.Question) {
	switch {
	case len(q.Choices) == 0:
		p.say("", "What is asked for is "+q.Write+". Write it in your own words, on one line.")
	default:
		var words []string
		for _, c := range q.Choices {
			words = append(words, c.Word)
		}
		text := "Type a number or one of these words: "
		if q.Several {
			text = "Type numbers or some of these words, with commas between: "
		}
		p.say("", text+strings.Join(words, ", ")+".")
	}
	p.say("", "Enter alone, 0 or \"not known\" says that it is not known: nothing is written then. Ctrl-D ends.")
	if p.back {
		p.say("", "back, or <, shows the question before again, with what you answered: another answer takes its place, and what you answered since stays.")
	}
	if p.keep != nil {
		p.say("", p.keep())
	}
}

// burst waits for a line, and takes those that come with it.
func (p *prompt) burst(ctx context.Context) ([]string, error) {
	var all []string
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case l, more := <-p.typed:
		if !more {
			return nil, io.EOF
		}
		all = append(all, l)
	}
	for {
		select {
		case l, more := <-p.typed:
			if !more {
				return all, nil
			}
			all = append(all, l)
		case <-time.After(pasted):
			return all, nil
		}
	}
}

// drain takes what was typed ahead, which the shell would run.
func (p *prompt) drain() {
	for {
		select {
		case _, more := <-p.typed:
			if !more {
				return
			}
		case <-time.After(pasted):
			return
		}
	}
}

// answer asks for the answer to a question, until there is one or it is not known.
//
// Where the question was answered before, Enter keeps that, and the answer comes with errKept.
func (p *prompt) answer(ctx context.Context, q *interview.Question, kept bool) (interview.Answer, error) {
	enter := " (Enter: not known):"
	if kept {
		enter = " (Enter: keep that):"
	}
	if len(q.Choices) == 0 {
		return p.texts(ctx, q, kept, enter)
	}
	label := "0 to " + strconv.Itoa(len(q.Choices)) + ", or a word" + enter
	if q.Several {
		label = "Numbers or words with commas between" + enter
	}
	for {
		typed, err := p.line(ctx, label, false, q)
		switch {
		case err != nil:
			return interview.Answer{}, err
		case kept && typed == "":
			return interview.Answer{}, errKept
		}
		chosen, wrong := choose(q, typed)
		if wrong != "" {
			p.say("", wrong)
			continue
		}
		a := interview.Answer{}
		owes := false
		for _, c := range chosen {
			a.Words = append(a.Words, c.Word)
			owes = owes || c.Owes != ""
		}
		if !q.Reason || len(a.Words) == 0 {
			return a, nil
		}
		label := "Why, in a phrase (Enter: no reason given):"
		if owes {
			label = "Why, in a phrase (Enter: choose again):"
		}
		a.Because, err = p.reason(ctx, label, q)
		if errors.Is(err, errBack) {
			continue // back to the word that it is the reason of
		}
		if err != nil || !owes || a.Because != "" {
			return a, err
		}
	}
}

// reason asks why, in words.
func (p *prompt) reason(ctx context.Context, label string, q *interview.Question) (string, error) {
	for {
		typed, err := p.line(ctx, label, true, q)
		if err != nil || interview.Phrase(typed) {
			return typed, err
		}
		p.say("", source.Quoted(typed)+" gives no reason: say in a phrase why it is so.")
	}
}

// texts asks for an answer in one's own words.
func (p *prompt) texts(ctx context.Context, q *interview.Question, kept bool, enter string) (interview.Answer, error) {
	parts := q.Parts
	if len(parts) == 0 {
		parts = []string{""}
	}
	var a interview.Answer
	for len(a.Words) < len(parts) {
		label := q.Write + enter
		if part := parts[len(a.Words)]; part != "" {
			label = part + ", " + label
		}
		typed, err := p.line(ctx, strings.ToUpper(label[:1])+label[1:], true, q)
		switch {
		case errors.Is(err, errBack) && len(a.Words) > 0:
			a.Words = a.Words[:len(a.Words)-1]
			continue
		case err != nil:
			return interview.Answer{}, err
		case kept && typed == "":
			return interview.Answer{}, errKept
		case !interview.Phrase(typed):
			p.say("", source.Quoted(typed)+" alone does not answer this: what is asked for is "+q.Write+".")
			continue
		}
		a.Words = append(a.Words, typed)
		if interview.Silent(typed) {
			break
		}
	}
	return a, nil
}

// meaning gives the words to choose from that mean what somebody says in another word.
func meaning(q *interview.Question, said string) []string {
	var all []string
	for _, c := range q.Choices {
		if slices.ContainsFunc(strings.Fields(strings.ToLower(c.Means)), func(w string) bool { return len(w) > 3 && w == strings.ToLower(said) }) {
			all = append(all, c.Word)
		}
	}
	return all
}

// choose gives the choices that somebody made, by number or word; none where it is not known; or what is wrong.
func choose(q *interview.Question, typed string) (chosen []interview.Choice, wrong string) {
	if typed == "0" || interview.Silent(typed) {
		return nil, ""
	}
	parts := []string{typed}
	if q.Several {
		parts = strings.FieldsFunc(typed, func(r rune) bool { return r == ',' || r == ' ' })
	}
	for _, part := range parts {
		word := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(part)), " ", "-")
		i := slices.IndexFunc(q.Choices, func(c interview.Choice) bool { return strings.ToLower(c.Word) == word })
		if n, err := strconv.Atoi(word); i < 0 && err == nil && n >= 1 && n <= len(q.Choices) {
			i = n - 1
		}
		if i < 0 && len(q.Choices) == 1 && word == string(proposal.Yes) { // to the one thing that can be said
			i = 0
		}
		if i < 0 {
			var words []string
			for _, c := range q.Choices {
				words = append(words, c.Word)
			}
			wrong = source.Quoted(part) + " is none of these"
			near := source.DidYouMean(word, words)
			if meant := meaning(q, part); near == "" && len(meant) == 1 {
				near = "did you mean " + strconv.Quote(meant[0]) + "?"
			}
			if near != "" {
				return nil, wrong + "; " + near
			}
			return nil, wrong + "."
		}
		if !slices.Contains(chosen, q.Choices[i]) {
			chosen = append(chosen, q.Choices[i])
		}
	}
	if len(chosen) > 1 && slices.ContainsFunc(chosen, func(c interview.Choice) bool { return c.Word == interview.None }) {
		return nil, "None and another do not go together."
	}
	return chosen, ""
}
