// Files as bytes, and as the text that an editor has of them, so that what is saved is what came but for what was
// changed: the mark at the beginning, the ends of lines, and bytes that are no text.

const mark = '\uFEFF'

// opened is the text of a file: its lines end at line feeds alone. Where all of them end as on Windows, or none does,
// that is kept apart; where they differ, each keeps its carriage return. Bytes that are not UTF-8 can be looked at alone.
export function opened(bytes) {
  let text, whole = true
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    whole = false
  }
  const marked = text.startsWith(mark)
  if (marked) text = text.slice(1)
  const windows = /\r\n/.test(text) && !/[^\r]\n|^\n|\r(?!\n)/.test(text)
  if (windows) text = text.replaceAll('\r\n', '\n')
  return { text, marked, windows, whole, bytes }
}

// saved is the bytes of a file whose text may have been changed.
export function saved(file, text) {
  if (!file.whole || text === file.text) return file.bytes
  const lines = file.windows ? text.replaceAll('\n', '\r\n') : text
  return new TextEncoder().encode((file.marked ? mark : '') + lines)
}
