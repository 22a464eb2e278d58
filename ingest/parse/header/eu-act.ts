import type { Day } from '../../../src/law/day.ts'
import { findDays } from './find-days.ts'
import type { Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'

const institutions: [RegExp, string | null][] = [
  [/(?<=^THE )EUROPEAN PARLIAMENT AND THE COUNCIL OF THE EUROPEAN UNION/, null],
  [/(?<=^THE )COUNCIL OF THE EUROPEAN UNION/, null],
  [/(?<=^THE )EUROPEAN COMMISSION/, null],
  [
    /^DAS EUROPÄISCHE PARLAMENT UND DER RAT DER EUROPÄISCHEN UNION/,
    'Europäisches Parlament und Rat der Europäischen Union',
  ],
  [/(?<=^DER )RAT DER EUROPÄISCHEN UNION/, null],
  [/^DIE EUROPÄISCHE KOMMISSION/, 'Europäische Kommission'],
  [/(?<=\bOF THE )EUROPEAN PARLIAMENT AND OF THE COUNCIL/i, 'European Parliament and of the Council'],
  [/(?<=\bDES )EUROPÄISCHEN PARLAMENTS UND DES RATES/i, 'Europäisches Parlament und Rat'],
  [/(?<=\bDES )RATES\b/i, 'Rat'],
  [/^Council(?= (?:Regulation|Directive|Decision|Framework))/i, 'Council'],
  [/(?<=\bDER )KOMMISSION\b/i, 'Kommission'],
  [/(?<=^— vom )Rat\b/, 'Rat'],
]

/** The institutions that made an act: from the line before its recitals, else from its title. */
export function euActIssuer({ opening }: HeaderText): Finding<string> | null {
  for (const [pattern, name] of institutions)
    for (const { text, start } of opening.slice(0, 30)) {
      const found = pattern.exec(text.slice(0, 400))
      if (found === null) continue
      const at = start + found.index
      return { value: name ?? inSmallLetters(found[0]), certainty: 'high', start: at, end: at + found[0].length }
    }
  return null
}

function inSmallLetters(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/(?<![\p{L}])(?!(?:of|the|and|der|und)\b)\p{L}/gu, (letter) => letter.toUpperCase())
}

/** The day of its title: behind "of" or "vom"; the day of the Official Journal has none before it. */
export function euActDay({ opening }: HeaderText): Finding<Day> | null {
  for (const { text, start } of opening.slice(0, 16))
    for (const { day, start: at, end } of findDays(text.slice(0, 400)))
      if (/(?:\bof|\bvom)\s$/.test(text.slice(0, at)))
        return { value: day, certainty: 'high', start: start + at, end: start + end }
  return null
}
