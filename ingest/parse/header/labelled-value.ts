import type { Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'

const otherLabel =
  /^[A-ZÄÖÜ][\p{L}/ .-]{2,30}:|^(?:Entscheidungsdatum|Verkündungsdatum|Dokumente?n?typ|Verfahrensgang|ECLI|Datum|Aktenzeichen|Gericht|Entscheidungsform|Referenz|Quelle|Normen)$/u

/**
 * What stands behind a label at the beginning of a line, or in the lines after a label that stands alone: up to `most`
 * lines, the next label not among them. Null where the label is not there or has nothing behind it.
 */
export function labelledValue({ opening }: HeaderText, label: RegExp, most = 1): Finding<string> | null {
  for (const [at, { text, start, end }] of opening.entries()) {
    const found = label.exec(text)?.[0]
    if (found === undefined) continue
    const words = text.slice(found.length).replace(/^\s?:?\s*/, '')
    if (words !== '') return { value: words, certainty: 'high', start: start + text.length - words.length, end }
    const next = opening.slice(at + 1, at + 1 + most)
    const stop = next.findIndex((line) => otherLabel.test(line.text))
    const lines = stop === -1 ? next : next.slice(0, stop)
    const [first] = lines
    if (first === undefined) continue
    return {
      value: lines.map((line) => line.text).join(' '),
      certainty: 'high',
      start: first.start,
      end: lines.at(-1)?.end ?? first.end,
    }
  }
  return null
}
