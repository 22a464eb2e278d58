/** One token of an RTF file (specification 1.9.1). */
export type RtfToken =
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'word'; word: string; value: number | null }
  /** A byte written as `\'e4` or plain. */
  | { kind: 'byte'; byte: number }
  /** `\~`, `\-`, `\_`, `\*` and the like. */
  | { kind: 'symbol'; symbol: string }

/** Tokens in order. Binary stretches (`\bin`) are left out; broken words end where the file ends. */
export function* rtfTokens(bytes: Uint8Array): Generator<RtfToken> {
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? 0
    at += 1
    if (byte === openBrace) yield { kind: 'open' }
    else if (byte === closeBrace) yield { kind: 'close' }
    else if (byte === 10 || byte === 13 || byte === 0) continue
    else if (byte !== backslash) yield { kind: 'byte', byte }
    else {
      const next = bytes[at] ?? 0
      if (next === apostrophe) {
        const value = Number.parseInt(Buffer.from(bytes.subarray(at + 1, at + 3)).toString('latin1'), 16)
        at += 3
        if (!Number.isNaN(value)) yield { kind: 'byte', byte: value }
      } else if (isLetter(next)) {
        const { word, value, end } = readWord(bytes, at)
        at = word === 'bin' ? end + Math.max(0, value ?? 0) : end
        if (word !== 'bin') yield { kind: 'word', word, value }
      } else {
        at += 1
        yield next === 10 || next === 13
          ? { kind: 'word', word: 'par', value: null }
          : { kind: 'symbol', symbol: String.fromCodePoint(next) }
      }
    }
  }
}

const openBrace = 0x7b
const closeBrace = 0x7d
const backslash = 0x5c
const apostrophe = 0x27

function isLetter(byte: number): boolean {
  return (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122)
}

/** The letters, an optional signed number, and one space that belongs to the word. */
function readWord(bytes: Uint8Array, from: number): { word: string; value: number | null; end: number } {
  let end = from
  while (end - from < 40 && isLetter(bytes[end] ?? 0)) end += 1
  const word = latin1(bytes, from, end)
  const digits = end
  if (bytes[end] === 45) end += 1
  while (end - digits < 12 && isDigit(bytes[end] ?? 0)) end += 1
  const value = end > digits ? Number.parseInt(latin1(bytes, digits, end), 10) : null
  if (bytes[end] === 32) end += 1
  return { word, value: Number.isNaN(value ?? 0) ? null : value, end }
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1')
}
