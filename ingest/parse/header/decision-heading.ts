import { courtCodeSource, docketSource } from './docket-form.ts'
import { findDays } from './find-days.ts'
import type { HeaderText } from './header-text.ts'

export const decisionWords =
  '(?:Urteil|Teilurteil|Zwischenurteil|Versäumnisurteil|Endurteil|Beschluss|Beschluß|Gerichtsbescheid|Vorbescheid|Verfügung|Entscheidung|Vorlagebeschluss|Hinweisbeschluss|EuGH-Vorlage)'

/** What a decision calls itself in one line: `VG Musterstadt, Urteil v. 02.08.2023 – 4 K 23.385`. Offsets in the header's text. */
export interface DecisionHeading {
  court: { text: string; start: number } | null
  kindName: string | null
  day: { text: string; start: number }
  numbers: { text: string; start: number }[]
}

const shape = new RegExp(
  `^(?:(?<court>[\\p{L}][\\p{L} .()-]{1,80}?),? )?(?:(?<kind>${decisionWords})(?: de[sr] \\d+\\. (?:\\w*[Ss]enats?|Kammer))? (?:vom |v\\. ?)|, )(?<day>[\\d][\\p{L}\\d. ]{6,20}\\d{4})\\s?(?:[-–—,]\\s*(?:Az\\.?:? )?(?:${courtCodeSource} )?(?<numbers>${docketSource}(?:(?:, | und |; )${docketSource})*))?`,
  'u',
)

/** Headings at the beginning of a line, first those with a number; a dash at the end of a line reads on in the next. */
export function decisionHeadings({ opening, text }: HeaderText): DecisionHeading[] {
  const found = opening.flatMap(({ text: line, start, end }) => {
    const words = /[-–—,]\s?$/.test(line) ? text.slice(start, end + 80).replaceAll('\n', ' ') : line
    return headingIn(words, start)
  })
  return found.toSorted((a, b) => Number(b.numbers.length > 0) - Number(a.numbers.length > 0))
}

function headingIn(words: string, start: number): DecisionHeading[] {
  const match = shape.exec(words)
  const { court, kind, day = '', numbers } = match?.groups ?? {}
  if (match === null || findDays(day).length !== 1) return []
  const placeOf = (part: string) => ({ text: part, start: start + words.indexOf(part) })
  const each = numbers === undefined ? [] : numbers.split(/, | und |; /).map(placeOf)
  return [{ court: court === undefined ? null : placeOf(court), kindName: kind ?? null, day: placeOf(day), numbers: each }]
}
