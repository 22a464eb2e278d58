import type { Day } from '../../../src/law/day.ts'
import { findDays } from './find-days.ts'
import type { Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'

/** The head of a parliamentary paper: `Deutscher Bundestag  Drucksache 21/4080`, below it the period and the day. */
export function parliamentHead({ lines }: HeaderText) {
  const first = lines.slice(0, 8)
  return { issuer: issuerIn(first), numbers: numberIn(first), day: dayIn(first) }
}

function issuerIn(lines: PlacedLine[]): Finding<string> | null {
  for (const { text, start } of lines) {
    const name =
      /^(?:Deutscher Bundestag|Bundesrat|Landtag(?: [\p{L}-]+){0,2}|[\p{L}-]+er Landtag|Abgeordnetenhaus(?: (?:von )?Berlin)?|Bürgerschaft.{0,40}?)(?= |$)/u.exec(
        text,
      )?.[0]
    if (name !== undefined) {
      const value = name.replace(/ Drucksache$/, '')
      return { value, certainty: 'high', start, end: start + value.length }
    }
  }
  return null
}

function numberIn(lines: PlacedLine[]): Finding<string>[] {
  for (const { text, start } of lines) {
    const found = /Drucksache (?<number>\d{1,4}\/\d{1,6}(?: ?\(neu\))?)/.exec(text)
    const value = found?.groups?.['number']
    if (!found || value === undefined) continue
    const at = start + found.index + found[0].indexOf(value)
    return [{ value, certainty: 'high', start: at, end: at + value.length }]
  }
  return []
}

function dayIn(lines: PlacedLine[]): Finding<Day> | null {
  for (const { text, start } of lines) {
    const [first] = text.length < 100 ? findDays(text) : []
    if (first !== undefined)
      return { value: first.day, certainty: 'high', start: start + first.start, end: start + first.end }
  }
  return null
}
