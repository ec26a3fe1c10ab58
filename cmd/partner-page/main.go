//go:build js && wasm

// Command partner-page is the engine of the page that runs in a browser: WebAssembly that reads, judges and draws what
// the page has open. What it gives JavaScript is functions of one argument, each of which returns an object: with what
// was asked for, or with `mistake`, what went wrong in the engine itself.
package main

import (
	"fmt"
	"syscall/js"

	"partner/assessments"
	"partner/pkg/desk"
)

func main() {
	cat := assessments.Catalogue()
	js.Global().Set("partner", map[string]any{
		"version":   desk.Version(),
		"catalogue": fmt.Sprintf("%s (%s)", cat.Version, cat.Hash),
		"look":      exported(look),
		"print":     exported(printed),
		"shared":    exported(shared),
		"role":      exported(role),
	})
	select {}
}

// exported makes a function of JavaScript's. A panic would end the program, and the page would hear nothing of it.
func exported(f func(js.Value) map[string]any) js.Func {
	return js.FuncOf(func(_ js.Value, args []js.Value) (answer any) {
		defer func() {
			if caught := recover(); caught != nil {
				answer = map[string]any{"mistake": fmt.Sprint(caught)}
			}
		}()
		return f(args[0])
	})
}

// deskOf is what the page has open, and which of it is meant: {files: [{path, bytes, role, view}], at}.
func deskOf(asked js.Value) (d desk.Desk, at int) {
	files := asked.Get("files")
	for i := range files.Length() {
		f := files.Index(i)
		bytes := f.Get("bytes")
		text := make([]byte, bytes.Length())
		js.CopyBytesToGo(text, bytes)
		d.Files = append(d.Files, desk.File{Path: f.Get("path").String(), Text: text, Role: desk.Role(f.Get("role").String()), View: f.Get("view").String()})
	}
	return d, asked.Get("at").Int()
}

// look gives what there is to see of a proposal: a part of its report, or what is wrong with it.
func look(asked js.Value) map[string]any {
	d, at := deskOf(asked)
	s := d.Look(at, desk.Part(asked.Get("part").String()), assessments.Catalogue())
	drawn, err := s.Draw()
	if err != nil {
		panic(err)
	}
	return map[string]any{
		"html": drawn, "says": s.Says(), "assessed": s.Result != nil,
		"problems": problems(s.Problems), "made": list(s.Made), "organisations": list(s.Organisations),
	}
}

// printed gives a report as a page that stands by itself.
func printed(asked js.Value) map[string]any {
	d, at := deskOf(asked)
	s := d.Look(at, desk.Whole, assessments.Catalogue())
	page, err := s.Print()
	if err != nil {
		panic(err)
	}
	return map[string]any{"page": page, "assessed": s.Result != nil}
}

// shared gives what is wrong with the file of an organisation by itself.
func shared(asked js.Value) map[string]any {
	d, at := deskOf(asked)
	return map[string]any{"problems": problems(d.LookShared(at))}
}

// role guesses what a file is.
func role(asked js.Value) map[string]any {
	d, at := deskOf(asked)
	return map[string]any{"role": string(desk.RoleOf(d.Files[at].Text))}
}

func problems(of []desk.Problem) []any {
	all := make([]any, len(of))
	for i, p := range of {
		all[i] = map[string]any{"file": p.File, "line": p.Line, "from": p.From, "to": p.To, "kind": string(p.Kind), "text": p.Text}
	}
	return all
}

func list[T any](of []T) []any {
	all := make([]any, len(of))
	for i, v := range of {
		all[i] = v
	}
	return all
}
