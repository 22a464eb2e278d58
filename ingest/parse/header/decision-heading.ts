import { isCourtName } from './court-name.ts'
import { courtCodeSource, docketSource } from './docket-form.ts'
import { findDays } from './find-days.ts'
import type { HeaderText } from './header-text.ts'

export const decisionWords =
  '(?:Urteil|Teilurteil|Zwischenurteil|Versäumnisurteil|Endurteil|Beschluss|Beschluß|Gerichtsbescheid|Vorbescheid|Verfügung|Entscheidung|Vorlagebeschluss|Hinweisbeschluss)'

/** What a decision calls itself in one line: `VG Musterstadt, Urteil v. 02.08.2023 – 4 K 23.385`. Offsets in the header's text. */
export interface DecisionHeading {
  court: { text: string; start: number } | null
  day: { text: string; start: number }
  numbers: { text: string; start: number }[]
}

const kind = `${decisionWords}(?: de[sr] \\d+\\. (?:\\w*[Ss]enats?|Kammer))? (?:vom |v\\. ?)`
const shape = new RegExp(
  `^(?:(?<court>\\p{L}[\\p{L} .()-]{1,80}?),? )?(?:${kind}|(?<=, ))(?<day>\\d[\\p{L}\\d. ]{3,20}\\d{4})(?<rest>$|\\s?[-–—,].*$)`,
  'u',
)
/** A constitutional court's own name is part of its number. */
const separator = new RegExp(`^\\s?[-–—,]\\s*(?:Az\\.?:? )?(?:(?!VerfGH|VGH [ABNO] |VGH \\d+/)${courtCodeSource} )?`)
const several = new RegExp(`^${docketSource}(?:(?:, | und |; )${docketSource})*`, 'u')
/** Numbers of bodies that are no courts (`3194.Z3-3_01-22-49`), or longer than the usual form. */
const other = /^[\p{L}\d][\p{L}\d ./_()-]{2,40}\d\)?$/u

/** Headings at the beginning of a line, first those with a number; a dash at the end of a line reads on in the next. */
export function decisionHeadings({ opening, text }: HeaderText): DecisionHeading[] {
  const found = opening.flatMap(({ text: line, start, end }, at) => {
    if (/^(?:Vorinstanz|Vorgehend|Nachgehend|Instanzenzug|Rechtsmittelinstanz)/i.test(opening[at - 1]?.text ?? ''))
      return []
    const goesOn = /[-–—,]\s?$/.test(line)
    const next = goesOn ? (/\n[^\n]*/.exec(text.slice(end))?.[0].slice(0, 80) ?? '') : ''
    return headingIn(`${text.slice(start, end)}${next.replace('\n', ' ')}`, start)
  })
  return found.toSorted((a, b) => Number(b.numbers.length > 0) - Number(a.numbers.length > 0))
}

/**
 * True where a page goes on with another decision of the same case, which carries an ECLI of its own: then the first
 * head need not be the one that the page is about.
 */
export function hasSecondDecision({ lines, opening, text }: HeaderText, first: string | undefined): boolean {
  return lines.slice(opening.length).some(({ start, text: line }) => {
    if (!shape.test(line)) return false
    const words = text.slice(start, start + line.length + 80).replaceAll('\n', ' ')
    return (
      /(?<![[(])ECLI:/.test(words) &&
      headingIn(words, start).some(({ numbers }) => numbers.length > 0 && numbers[0]?.text !== first)
    )
  })
}

function headingIn(words: string, start: number): DecisionHeading[] {
  const match = shape.exec(words)
  const { court, day = '', rest = '' } = match?.groups ?? {}
  if (match === null || findDays(day).length !== 1) return []
  if (court !== undefined && !isCourtName(court)) return []
  const placeOf = (part: string, from = 0) => ({ text: part, start: start + words.indexOf(part, from) })
  return [
    {
      court: court === undefined ? null : placeOf(court),
      day: placeOf(day),
      numbers: numbersIn(rest).map((number) => placeOf(number, words.length - rest.length)),
    },
  ]
}

function numbersIn(rest: string): string[] {
  const words = rest
    .slice(separator.exec(rest)?.[0].length ?? 0)
    .replace(/\s?(?:[-–—[]|ECLI:).*$/, (tail) => (/^[-–—]\d|^-\p{L}/u.test(tail.trim()) ? tail : ''))
  const usual = several.exec(words)?.[0]
  if (usual !== undefined && /^(?:$| ?\(\p{Lu})/u.test(words.slice(usual.length))) return usual.split(/, | und |; /)
  return other.test(words) && !/\bvom\b/.test(words) ? [words] : usual === undefined ? [] : usual.split(/, | und |; /)
}
