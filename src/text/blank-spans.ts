/** The text with the given stretches replaced by blanks, so that offsets stay and what stood there is not read again. */
export function blankSpans(text: string, spans: { start: number; end: number }[]): string {
  let blanked = ''
  let at = 0
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    blanked += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return blanked + text.slice(at)
}
