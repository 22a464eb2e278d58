import type { Day } from '../../../src/law/day.ts'
import { decisionWords, type DecisionHeading } from './decision-heading.ts'
import { docketSource } from './docket-form.ts'
import { findDays } from './find-days.ts'
import type { Certainty, Finding } from './finding.ts'
import type { HeaderText } from './header-text.ts'
import { labelledValue } from './labelled-value.ts'

/** The day a court decided or proclaimed; the day of the hearing only where no other is given. */
export function rulingDay(header: HeaderText, headings: DecisionHeading[]): Finding<Day> | null {
  return proclaimed(header) ?? inHeading(headings) ?? labelled(header) ?? inFormula(header) ?? belowNumber(header)
}

function dayIn(text: string, start: number, certainty: Certainty): Finding<Day> | null {
  const [first] = findDays(text)
  return first === undefined
    ? null
    : { value: first.day, certainty, start: start + first.start, end: start + first.end }
}

/** `Verkündet am 20. Februar 2013`, also with the number of the case or a name between. */
function proclaimed({ text, opening }: HeaderText): Finding<Day> | null {
  const end = opening.at(-1)?.end ?? 0
  const cue = /(?:^|\n|\s)(?:Verkündet|verkündet|V e r k ü n d e t)\b[^.]{0,40}?\b(?:am|AM):?\s(?=\d)/.exec(
    text.slice(0, end),
  )
  if (cue === null) return null
  const start = cue.index + cue[0].length
  const found = dayIn(text.slice(start, start + 20), start, 'high')
  return found !== null && found.start === start ? found : null
}

function inHeading(headings: DecisionHeading[]): Finding<Day> | null {
  const [heading] = headings
  return heading === undefined ? null : dayIn(heading.day.text, heading.day.start, 'high')
}

function labelled(header: HeaderText): Finding<Day> | null {
  const found = labelledValue(
    header,
    /^(?:(?:Entscheidungs|Verkündungs|Beschluss|Urteils)datum|Datum der (?:Entscheidung|Verkündung)|Datum)(?=\s?:|$)/,
  )
  return found === null ? null : dayIn(found.value, found.start, 'high')
}

const formula =
  /\bhat\s(?:der|die|das)\s[\s\S]{0,2500}?(?:be-?\s?schlossen|für\sRecht\serkannt|ent-?\s?schieden|erkannt)\b/
const hearing = /(?:Verhandlung|Sitzung|Beratung)\s(?:vom|am)\s$/

/** `hat der 2. Senat … am 20. November 2012 … beschlossen`; else the day of the hearing or session in it. */
function inFormula({ text, opening }: HeaderText): Finding<Day> | null {
  const end = opening.at(-1)?.end ?? 0
  const sentence = formula.exec(text.slice(0, end + 200))
  if (sentence === null) return null
  const days = findDays(sentence[0]).map((one) => ({
    ...one,
    before: sentence[0].slice(Math.max(0, one.start - 30), one.start),
  }))
  const own =
    days.find(({ before }) => /\bam\s$/.test(before) && !hearing.test(before)) ??
    days.find(({ before }) => hearing.test(before))
  if (own === undefined) return null
  return { value: own.day, certainty: 'high', start: sentence.index + own.start, end: sentence.index + own.end }
}

const kindAlone = new RegExp(`^${decisionWords}$`)
const numberAlone = new RegExp(`^${docketSource}$`, 'u')
const dayAlone = /^\d{1,2}\. ?(?:\d{1,2}\.|\p{Lu}\p{Ll}+) ?\d{4}$/u

/** `Urteil`, its number and its day, each alone in a line and one below the other. */
function belowNumber({ opening }: HeaderText): Finding<Day> | null {
  const at = opening.findIndex(({ text }, line) => line < 10 && kindAlone.test(text))
  const [number, day] = at === -1 ? [] : opening.slice(at + 1, at + 3)
  return number && day && numberAlone.test(number.text) && dayAlone.test(day.text)
    ? dayIn(day.text, day.start, 'medium')
    : null
}
