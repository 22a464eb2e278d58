import { foldWhiteSpace } from '../../src/text/fold-white-space.ts'

/**
 * Text in the making. Separators are written late, only when something follows, so that the result neither starts
 * nor ends with white space and never has two separators in a row.
 */
export interface TextWriter {
  chunks: string[]
  length: number
  /** What comes before the next words: `break` a line end, `wrap` a line end that may turn out to be a space. */
  separator: 'none' | 'space' | 'wrap' | 'break'
}

/** Adds running text; white space is folded. */
export function write(writer: TextWriter, text: string): void {
  const folded = foldWhiteSpace(text)
  const start = folded.startsWith(' ') ? 1 : 0
  if (start === 1) space(writer)
  const end = folded.endsWith(' ') ? folded.length - 1 : folded.length
  if (end <= start) return
  append(writer, start === 0 && end === folded.length ? folded : folded.slice(start, end))
  if (end < folded.length) space(writer)
}

/** Adds text as it is: nothing is folded. */
export function append(writer: TextWriter, text: string): void {
  if (text === '') return
  if (writer.length > 0 && writer.separator !== 'none') {
    writer.chunks.push(writer.separator === 'space' || readsOn(writer, text) ? ' ' : '\n')
    writer.length += 1
  }
  writer.separator = 'none'
  writer.chunks.push(text)
  writer.length += text.length
}

export function space(writer: TextWriter): void {
  if (writer.separator === 'none') writer.separator = 'space'
}

/** Ends the line. */
export function breakLine(writer: TextWriter): void {
  writer.separator = 'break'
}

/** The publisher's `<BR/>`: ends the line, unless the sentence visibly reads on. Two of them end it in any case. */
export function wrapLine(writer: TextWriter): void {
  writer.separator = writer.separator === 'wrap' || writer.separator === 'break' ? 'break' : 'wrap'
}

/** Where the next words will start. */
export function nextOffset(writer: TextWriter): number {
  return writer.length > 0 && writer.separator !== 'none' ? writer.length + 1 : writer.length
}

/** The last character written; empty at the start. */
export function lastCharacter(writer: TextWriter): string {
  return writer.chunks.at(-1)?.at(-1) ?? ''
}

export function writtenText(writer: TextWriter): string {
  return writer.chunks.join('')
}

function readsOn(writer: TextWriter, text: string): boolean {
  return writer.separator === 'wrap' && /^[a-zäöüß]/.test(text) && !/[.:;!?]/.test(lastCharacter(writer))
}
