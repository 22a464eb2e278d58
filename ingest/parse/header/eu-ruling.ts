import type { Day } from '../../../src/law/day.ts'
import { findDays } from './find-days.ts'
import type { Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'

const courts: [RegExp, string][] = [
  [/\b(?:OF THE|of the) (?:GENERAL COURT|General Court)/, 'General Court'],
  [/\bOF THE COURT OF FIRST INSTANCE/, 'Court of First Instance'],
  [/\b(?:OF THE (?:COURT|VICE-PRESIDENT OF THE COURT|PRESIDENT OF THE COURT))/, 'Court'],
  [/\b(?:des Gerichtshofs|DES GERICHTSHOFS)/, 'Gerichtshof'],
  [/\b(?:DES GERICHTS|des Gerichts)\b/, 'Gericht'],
]
const number = '[CTF][-‑–]\\d{1,4}/\\d{2}(?: ?(?:PPU|P(?:\\([RI]\\))?|RX|R)(?![A-Z(]))*'
const cases = new RegExp(
  `^(?:In (?:the )?)?(?:Case|Joined Cases|(?:der )?Rechtssache|(?:den )?verbundenen Rechtssachen)\\b.{0,200}?${number}`,
  'i',
)

/** Which of the Union's courts, by the title of its decision. */
export function euRulingIssuer({ opening }: HeaderText): Finding<string> | null {
  for (const { text, start } of opening.slice(0, 40)) {
    for (const [pattern, name] of courts) {
      const found = pattern.exec(text)
      if (found === null) continue
      const at = start + found.index + found[0].toLowerCase().lastIndexOf(name.toLowerCase())
      return { value: name, certainty: 'high', start: at, end: at + name.length }
    }
  }
  return null
}

/** Its numbers (`C-528/15`), of joined cases all; an Opinion has `1/19`. */
export function euRulingNumbers({ opening }: HeaderText): Finding<string>[] {
  const line = opening.find(({ text }) => cases.test(text))
  if (line !== undefined)
    return Array.from(line.text.matchAll(new RegExp(number, 'g')), ({ index, 0: value }) => ({
      value,
      certainty: 'high',
      start: line.start + index,
      end: line.start + index + value.length,
    }))
  const opinion = opening.slice(0, 5).find(({ text }) => /^(?:Gutachten|Opinion) \d+\/\d+/i.test(text))
  const value = /\d+\/\d+/.exec(opinion?.text ?? '')?.[0]
  if (opinion === undefined || value === undefined) return []
  const start = opinion.start + opinion.text.indexOf(value)
  return [{ value, certainty: 'high', start, end: start + value.length }]
}

/** The day under the title. */
export function euRulingDay({ opening }: HeaderText): Finding<Day> | null {
  for (const { text, start } of opening.slice(0, 12)) {
    const [first] = findDays(text)
    if (first !== undefined && text.length < 160)
      return { value: first.day, certainty: 'high', start: start + first.start, end: start + first.end }
  }
  return null
}
