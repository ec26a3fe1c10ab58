// Where in a document a place of its text is: below which keys, and whether a key or a value stands there. The text may
// be unfinished, as it is while somebody writes, so that no parser of YAML would read it; layouts that no editor of a
// proposal writes are read as well as they can be.

// word is a key without quotes, up to its colon.
const word = /^(?:"([^"\n]*)"|'([^'\n]*)'|([^\s#:[\]{},&*!|>'"%@`][^:#\n]*?|[^\s[\]{},&*!|>'"%@`#][^\n]*?))\s*:(?=\s|$)/

// place gives where an offset is: {path, is, from, to, word, beside}. The path holds keys, and 0 for an entry of a list.
// `is` is 'key' or 'value'; at a place where either may come to stand it is 'key'. Beside are the keys that the mapping
// has already. It is null where neither stands: in a comment or in running text.
export function place(text, at) {
  const stack = [] // of {indent, key}: below which keys the line is
  let block = -1 // of the key whose value is running text, its indent
  let flow = null // the brackets that are open
  for (let start = 0; start <= text.length;) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const last = at <= end
    const line = text.slice(start, last ? at : end)
    if (flow) {
      const rest = inBrackets(line, 0, flow)
      if (last) return inFlow(text, at, stack, flow)
      if (rest >= 0) flow = null
    } else {
      const indent = /^ */.exec(line)[0].length
      const blank = line.trim() === ''
      if (block >= 0 && (blank ? !last : indent > block)) {
        if (last) return null
      } else {
        if (!blank || last) block = -1
        if (/^\s*#/.test(line)) {
          if (last) return null
        } else if (!blank || last) {
          const got = inLine(line, indent, stack)
          if (got.flow) {
            flow = got.flow
            if (got.closed && !last) flow = null
          }
          if (got.block) block = stack.at(-1)?.indent ?? indent
          if (last) return flow && !got.closed ? inFlow(text, at, stack, flow) : inBlock(text, at, start, end, stack, got)
        }
      }
    }
    start = end + 1
  }
  return null
}

// inLine reads a line, or its beginning, and leaves on the stack below which keys what follows is.
function inLine(line, indent, stack) {
  let at = indent
  const dash = () => line[at] === '-' && (at + 1 >= line.length || line[at + 1] === ' ')
  while (stack.length && (stack.at(-1).indent > indent || stack.at(-1).indent === indent && !(dash() && stack.at(-1).key !== 0))) stack.pop()
  while (dash()) {
    stack.push({ indent: at, key: 0 })
    at += 1 + /^ */.exec(line.slice(at + 1))[0].length
  }
  const key = word.exec(line.slice(at))
  const got = { column: at, key: null, value: at }
  if (key) {
    got.key = key[1] ?? key[2] ?? key[3]
    stack.push({ indent: at, key: got.key })
    got.value = at + key[0].length
    if (got.value < line.length) got.value += /^\s*/.exec(line.slice(got.value))[0].length
  }
  const value = line.slice(got.value)
  if (/^[|>][-+0-9]*\s*(#.*)?$/.test(value)) got.block = true
  else if (/^[[{]/.test(value)) {
    got.flow = []
    got.closed = inBrackets(line, got.value, got.flow) >= 0
  }
  got.comment = /(^|\s)#/.test(value.replace(/"[^"]*"|'[^']*'/g, ''))
  return got
}

// inBrackets reads a line from within brackets on, and gives where the outermost of them close, -1 where they do not.
function inBrackets(line, at, flow) {
  for (let i = at; i < line.length; i++) {
    const c = line[i]
    const top = flow.at(-1)
    if (c === '#' && (i === 0 || /\s/.test(line[i - 1]))) break
    if (top?.quote) {
      if (c === top.quote && !(c === '"' && line[i - 1] === '\\')) top.quote = ''
      top.word += c
    } else if (c === '{' || c === '[') flow.push({ open: c, key: null, word: '', keys: [], quote: '' })
    else if (c === '}' || c === ']') {
      flow.pop()
      if (flow.length === 0) return i + 1
      flow.at(-1).word = ''
    } else if (c === ',') [top.key, top.word] = [null, '']
    else if (c === ':' && top.open === '{' && top.key === null && (i + 1 >= line.length || /[\s,}]/.test(line[i + 1]))) {
      top.key = bare(top.word)
      top.keys.push(top.key)
      top.word = ''
    } else {
      if ((c === '"' || c === "'") && top.word.trim() === '') top.quote = c
      top.word += c
    }
  }
  return -1
}

const bare = (s) => s.trim().replace(/^["']|["']$/g, '')

function inFlow(text, at, stack, flow) {
  const path = stack.map((s) => s.key)
  for (const f of flow.slice(0, -1)) path.push(f.open === '[' ? 0 : f.key)
  const top = flow.at(-1)
  if (!top) return null
  const is = top.open === '{' && top.key === null ? 'key' : 'value'
  if (top.open === '[') path.push(0)
  else if (is === 'value') path.push(top.key)
  const start = top.word.trimStart()
  const to = at + /^[^\s,:\]}[{]*/.exec(text.slice(at, at + 200))[0].length
  return { path, is, from: at - start.length, to, word: start + text.slice(at, to), beside: top.keys }
}

function inBlock(text, at, start, end, stack, got) {
  if (got.comment) return null
  const path = stack.map((s) => s.key)
  if (got.key !== null && at >= start + got.value && text.slice(start + got.column, at).includes(':')) {
    const from = start + got.value
    const to = at + /^[^\s#,]*/.exec(text.slice(at, end))[0].length
    return { path, is: 'value', from, to, word: text.slice(from, to), beside: [] }
  }
  const from = start + got.column
  const to = at + /^[^\s:#]*/.exec(text.slice(at, end))[0].length
  return { path, is: 'key', from, to, word: text.slice(from, to), beside: keysBeside(text, start, got.column) }
}

// keysBeside are the keys of the mapping in which a line of a column stands, but for that line's own.
function keysBeside(text, start, column) {
  const lines = text.split('\n')
  const own = text.slice(0, start).split('\n').length - 1
  const keys = []
  for (const step of [-1, 1]) {
    for (let n = own + step; n >= 0 && n < lines.length; n += step) {
      const line = lines[n]
      if (line.trim() === '' || /^\s*#/.test(line)) continue
      const indent = /^[ -]*/.exec(line)[0].length
      const outer = /^ */.exec(line)[0].length
      if (indent === column) {
        const key = word.exec(line.slice(indent))
        if (key && !(step > 0 && outer < column)) keys.push(key[1] ?? key[2] ?? key[3])
      }
      if (outer < column) break // the first line of an entry, or what is around the mapping
    }
    if (/^ *- /.test(lines[own]) && step < 0 && /^ */.exec(lines[own])[0].length < column) keys.length = 0
  }
  return keys
}

// keyAt gives the place of the key or the word on which an offset is.
export function keyAt(text, at) {
  let end = at
  while (end < text.length && /[\p{L}\p{N}_-]/u.test(text[end])) end++
  const p = place(text, end)
  return p && p.from <= at ? { ...p, to: end } : null
}

// idsBelow are the keys that stand right below a key of the document.
export function idsBelow(text, key) {
  const ids = []
  let indent = -1
  let inside = false
  for (const line of text.split('\n')) {
    if (line.trim() === '' || /^\s*#/.test(line)) continue
    const column = /^ */.exec(line)[0].length
    if (column === 0) {
      inside = line.startsWith(key + ':')
      indent = -1
    } else if (inside) {
      if (indent < 0) indent = column
      const found = column === indent && word.exec(line.slice(column))
      if (found) ids.push(found[1] ?? found[2] ?? found[3])
    }
  }
  return ids
}
