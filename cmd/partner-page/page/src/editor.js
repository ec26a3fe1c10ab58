// The editor of one text at a time: CodeMirror, with completion and descriptions from the schema and the engine's
// problems. It stands in a shadow root, where its styles need no leave of the page's policy.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { HighlightStyle, bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, drawSelection, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, hoverTooltip, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { yaml } from './language.js'
import { Schema } from './schema.js'

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '.875rem' },
  '.cm-scroller': { fontFamily: '"Liberation Mono", Consolas, monospace', lineHeight: '1.5' },
  '.cm-content': { caretColor: 'var(--ink)', overflowWrap: 'anywhere' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused': { outline: '3px solid var(--blue)', outlineOffset: '-3px' },
  '.cm-gutters': { backgroundColor: 'var(--wash)', color: 'var(--faint)', border: '0' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--blue) 8%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--wash)', color: 'var(--ink)', fontWeight: '700' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': { backgroundColor: 'color-mix(in srgb, var(--blue) 30%, transparent)' },
  '.cm-tooltip, .cm-panels': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--edge)' },
  '.cm-tooltip': { maxWidth: '32rem' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: 'var(--blue)', color: 'var(--paper)' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-said': { padding: '.4rem .6rem' },
  '.cm-said strong': { display: 'block' },
  '.cm-diagnostic': { padding: '.3rem .6rem' },
  '.cm-searchMatch': { backgroundColor: 'var(--amber-green-wash)', outline: '1px solid var(--amber-green)' },
  '.cm-textfield, .cm-button': { color: 'var(--ink)', backgroundColor: 'var(--paper)', backgroundImage: 'none', border: '1px solid var(--edge)' },
})

const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--link)' },
  { tag: [tags.comment, tags.lineComment], color: 'var(--faint)', fontStyle: 'italic' },
  { tag: tags.invalid, textDecoration: 'underline wavy' },
])

// At a line feed alone a line ends, so that each carriage return of a file whose lines end in several ways is kept.
const ends = EditorState.lineSeparator.of('\n')
const oneWay = EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n'))

export class Editor {
  // The hooks are changed(text) and moved(said), with what is said of the place at which somebody writes.
  constructor(parent, schema, hooks) {
    this.schema = new Schema(schema)
    this.hooks = hooks
    this.role = 'proposal'
    this.fixed = new Compartment()
    const root = parent.attachShadow({ mode: 'open' })
    const inner = document.createElement('div')
    root.append(inner)
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(':host, div:first-of-type { height: 100% }')
    this.view = new EditorView({ parent: inner, root, state: this.state('', 'proposal', true, '') })
    root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets]
  }

  state(text, role, whole, name) {
    return EditorState.create({
      doc: EditorState.create({ extensions: ends }).toText(text),
      extensions: [
        ends, oneWay, lineNumbers(), highlightActiveLineGutter(), highlightSpecialChars(), history(), drawSelection(), indentOnInput(),
        bracketMatching(), closeBrackets(), highlightActiveLine(), highlightSelectionMatches(), lintGutter(), search({ top: true }), yaml(), syntaxHighlighting(highlight), theme,
        EditorView.lineWrapping, EditorState.tabSize.of(2),
        EditorView.contentAttributes.of({ 'aria-label': `Text of ${name}`, spellcheck: 'false', tabindex: '0' }),
        this.fixed.of(EditorState.readOnly.of(!whole)),
        autocompletion({ override: [(c) => this.completed(c)], icons: false }),
        hoverTooltip((view, at) => this.hovered(view, at)),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
        EditorView.updateListener.of((u) => {
          if (u.docChanged) this.hooks.changed(this.text())
          if (u.docChanged || u.selectionSet) this.hooks.moved(this.told())
        }),
      ],
    })
  }

  text() { return this.view.state.sliceDoc() }

  // show puts a file into the editor, where it was when it was last there.
  show(file) {
    this.role = file.role
    file.state ??= this.state(file.text, file.role, file.whole, file.path)
    this.view.setState(file.state)
    this.hooks.moved(this.told())
  }

  // kept is how the editor stands, to be shown again.
  kept() { return this.view.state }

  focus() { this.view.focus() }

  told() { return this.schema.told(this.role, this.text(), this.view.state.selection.main.head) }

  completed(context) {
    const o = this.schema.offered(this.role, this.text(), context.pos)
    if (!o || !context.explicit && o.from === context.pos) return null
    return {
      from: o.from,
      to: o.to,
      options: o.options.map((x) => ({
        label: x.label, detail: x.title && x.title.toLowerCase().replaceAll(' ', '_') !== x.label ? x.title : undefined,
        info: x.says || undefined, type: x.key ? 'property' : 'enum', apply: x.key ? (view, c, from, to) => this.put(view, x.label, from, to) : x.label,
      })),
      validFor: /^[\w-]*$/,
    }
  }

  // put writes a key, and what parts it from its value where nothing does.
  put(view, key, from, to) {
    const follows = /^\s*:/.test(view.state.sliceDoc(to, to + 20))
    const insert = follows ? key : key + ': '
    view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.complete' })
  }

  hovered(view, at) {
    const t = this.schema.told(this.role, this.text(), at)
    if (!t) return null
    return {
      pos: t.from, end: t.to, above: true,
      create() {
        const dom = document.createElement('div')
        dom.className = 'cm-said'
        const title = document.createElement('strong')
        title.textContent = t.title
        dom.append(title, t.says)
        return { dom }
      },
    }
  }

  // problems shows those of the file that is in the editor.
  problems(of) {
    const doc = this.view.state.doc
    const all = of.map((p) => ({ ...this.span(doc, p), severity: p.kind, message: p.text }))
    this.view.dispatch(setDiagnostics(this.view.state, all))
  }

  span(doc, p) {
    if (p.line < 1 || p.line > doc.lines) return { from: 0, to: 0 }
    const line = doc.line(p.line)
    const from = Math.min(line.from + p.from, line.to)
    return { from, to: Math.max(from, Math.min(line.from + p.to, line.to)) }
  }

  // go goes to a problem.
  go(p) {
    const { from } = this.span(this.view.state.doc, p)
    this.view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: 'center' }) })
    this.focus()
  }
}
