import type { Day } from '../../../src/law/day.ts'
import { findDays, type WrittenDay } from './find-days.ts'
import type { Certainty, Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'
import { instrumentSource } from './instrument-words.ts'

/** The day a decree was signed: `Dresden, den …`, its label, or the title's "vom"; never the day it comes into force. */
export function decreeDay({ lines }: HeaderText): Finding<Day> | null {
  return (
    atPlace(lines) ??
    labelled(lines.slice(0, 45)) ??
    underTitle(lines.slice(0, 14)) ??
    alone(lines.slice(0, 30)) ??
    besideLabel(lines.slice(0, 30)) ??
    inSession(lines.slice(0, 8)) ??
    inTitle(lines.slice(0, 6)) ??
    asOf(lines.slice(0, 20))
  )
}

function only({ text, start }: PlacedLine, certainty: Certainty): Finding<Day> | null {
  const days = findDays(text)
  return days.length === 1 && days[0] ? place(days[0], start, certainty) : null
}

function place({ day, start, end }: WrittenDay, at: number, certainty: Certainty): Finding<Day> {
  return { value: day, certainty, start: at + start, end: at + end }
}

const placeAndDay = /^\p{Lu}[\p{L}./ -]{1,40}(?:,? den|,| im)\s?\d{1,2}\. ?(?:\d{1,2}\.|\p{Lu}\p{L}+) ?\d{4}\.?$/u

/** Of several such lines (a decree and its annexes) the first counts; it is unsure where they differ. */
function atPlace(lines: PlacedLine[]): Finding<Day> | null {
  const found = lines.flatMap((line) => (placeAndDay.test(line.text) ? (only(line, 'high') ?? []) : []))
  const [first] = found
  if (first === undefined) return null
  return { ...first, certainty: found.every(({ value }) => value === first.value) ? 'high' : 'medium' }
}

function labelled(lines: PlacedLine[]): Finding<Day> | null {
  const label =
    /^(?:DATUM|Datum)\s(?=\d|\p{Lu}\p{L}+, )|^(?:Datum|Ausstellungsdatum|Erlassdatum|Ausfertigungsdatum|Datum des Erlasses)\s?:/u
  for (const [at, line] of lines.entries()) {
    const found = label.test(line.text) ? only(line, 'high') : null
    if (found !== null) return found
    const next = lines[at + 1]
    if (/^Datum:?$/.test(line.text) && next && next.text.length < 25) return only(next, 'high')
  }
  return null
}

/** `Mein Erlass vom …` is another one. `Vom 12. März 2024` in a line of its own, or in the line of the decree's name: `RdErl. d. Ministeriums v. 12.3.2024 – …`. */
function underTitle(lines: PlacedLine[]): Finding<Day> | null {
  const line = lines.find(({ text }) => /^[Vv]om \d{1,2}\. ?\S+ ?\d{4}(?:\s?[-–—(].*)?$/.test(text))
  if (line !== undefined) return only(line, 'high')
  const named = new RegExp(
    `^(?!Mein|Unser)(?:\\p{L}+ )?${instrumentSource}(?:\\s(?:des|der|d\\.)\\s.{3,160}?)?,?\\s(?:vom|v\\.)\\s?\\d`,
    'u',
  )
  const title = lines.find(({ text }) => text.length < 260 && named.test(text) && !/geändert|zuletzt/.test(text))
  const [first] = title ? findDays(title.text) : []
  return title && first ? place(first, title.start, 'high') : null
}

/** A letter's day in a line of its own; unsure where there are several. */
function alone(lines: PlacedLine[]): Finding<Day> | null {
  const found = lines.flatMap((line) =>
    /^\d{1,2}\. ?(?:\d{1,2}\. ?|\p{Lu}\p{L}+ )\d{4}$/u.test(line.text) ? (only(line, 'medium') ?? []) : [],
  )
  const [first] = found
  return first === undefined ? null : { ...first, certainty: found.length === 1 ? 'medium' : 'low' }
}

/** `Aktenzeichen: 512-39.05 Musterstadt, 12.03.2024`: two columns in one line. */
function besideLabel(lines: PlacedLine[]): Finding<Day> | null {
  const cue = /^[\p{L} -]{2,40}:.*\s\p{Lu}[\p{L}.-]+, (?:den )?\d{1,2}\. ?(?:\d{1,2}\.|\p{Lu}\p{L}+) ?\d{4}$/u
  const line = lines.find(({ text }) => cue.test(text) && !/^(?:Bezug|Betreff|Ihr)/.test(text))
  return line ? only(line, 'medium') : null
}

/** `… hat in seiner Sitzung am 18. Juli 2024 beschlossen` is the day of a body's decision. */
function inSession(lines: PlacedLine[]): Finding<Day> | null {
  const cue = /\shat\s[^.]{0,120}?in\s(?:seiner|ihrer)\sSitzung\s(?:am|vom)\s/
  const line = lines.find(({ text }) => cue.test(text))
  const found = line && cue.exec(line.text)
  if (!line || !found) return null
  const at = found.index + found[0].length
  const [first] = findDays(line.text.slice(at))
  return first === undefined || first.start !== 0 ? null : place(first, line.start + at, 'medium')
}

/** A title that ends with its day; where it names another text, the day may be that one's. */
function inTitle(lines: PlacedLine[]): Finding<Day> | null {
  const line = lines.find(({ text }) =>
    new RegExp(`^(?:\\p{L}+ )?${instrumentSource}(?!\\p{L}).{3,300}\\svom \\d{1,2}\\. ?\\S+ ?\\d{4}$`, 'u').test(text),
  )
  return line
    ? only(
        line,
        /Änderung|Aufhebung|Schreibens|Bekanntmachung de|Gesetz|\szu[mr]?\s|nach\s/.test(line.text) ? 'low' : 'medium',
      )
    : null
}

/** `Stand: 1. März 2024` is the day of the text, rarely that of the decree. */
function asOf(lines: PlacedLine[]): Finding<Day> | null {
  const line = lines.find(({ text }) => /^\(?Stand\s?:/.test(text))
  return line ? only(line, 'low') : null
}
