import type { DecisionHeading } from './decision-heading.ts'
import { courtCodeSource, docketSource } from './docket-form.ts'
import type { Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'

const label =
  '(?:(?:Az|AZ|Aktenzeichen|Geschäftszeichen|Geschäfts-?Nr|Gesch(?:äfts)?\\.?-?Z|GZ|OVG|VGH|LSG|OLG)\\.?\\s?:\\s?)'
const numberLine = new RegExp(
  `^(?:Verkündet )?(?<label>${label})?(?:(?<code>${courtCodeSource}) )?(?<number>${docketSource})(?<rest>.*)$`,
  'u',
)
const alone = new RegExp(`^${docketSource}`, 'u')
/** What may stand beside a number in its line: proclamation, further numbers, the revision it opens, the lower court's. */
const harmless = new RegExp(
  `^(?:$|ECLI:| ?\\(|,| und |;| ?(?:am \\d|[Vv]erkündet|[Mm]itgeteilt|[Zz]ugestellt|[Rr]echtskräftig|[Aa]bschrift|\\d+\\. |${courtCodeSource} ${docketSource}))`,
  'u',
)

/** The decision's own Aktenzeichen, those of joined proceedings all; a lower court's stands below and is not taken. */
export function rulingNumbers(header: HeaderText, headings: DecisionHeading[]): Finding<string>[] {
  const [heading] = headings
  const named = heading?.numbers.map((one) => finding(one.text, one.start, 'high')) ?? []
  if (named.length > 0 && !isListOfDecisions(headings)) return named
  const labelled = fromLabel(header)
  if (labelled.length > 0) return labelled
  return named.length > 0 ? named : fromLines(header)
}

/** A page that shows its neighbours' headings as well. */
function isListOfDecisions(headings: DecisionHeading[]): boolean {
  return new Set(headings.flatMap(({ numbers }) => numbers[0]?.text ?? [])).size > 1
}

function finding(value: string, start: number, certainty: 'high' | 'medium'): Finding<string> {
  return { value, certainty, start, end: start + value.length }
}

/** `Aktenzeichen: 12 N 72.16`, or the number in the line below. */
function fromLabel({ opening }: HeaderText): Finding<string>[] {
  for (const [at, { text, start }] of opening.entries()) {
    const match = numberLine.exec(text)
    const { label: found, number = '', rest = '' } = match?.groups ?? {}
    if (found !== undefined)
      return [
        finding(number, start + text.indexOf(number, found.length), 'high'),
        ...further(rest, start + text.length - rest.length),
      ]
    const next = opening[at + 1]
    if (/^(?:Aktenzeichen|Geschäftszeichen|Az\.?):?$/.test(text) && next) {
      const own = numberLine.exec(next.text)?.groups?.['number']
      if (own !== undefined) return [finding(own, next.start + next.text.indexOf(own), 'high')]
    }
  }
  return []
}

/** The first line that is a number and little else; those below it with the same court, chamber and sign are joined. */
function fromLines(header: HeaderText): Finding<string>[] {
  const below = header.opening.findIndex(({ text }) =>
    /^(?:Tenor|Verfahrensgang|Instanzenzug|Vorinstanz(?:en)?):?$/.test(text),
  )
  const opening = below === -1 ? header.opening : header.opening.slice(0, below)
  const own = opening.findIndex(({ text }) => harmless.test(numberLine.exec(text)?.groups?.['rest'] ?? 'x'))
  const first = opening[own]
  if (first === undefined) return []
  const more = opening.slice(own + 1, own + 6)
  const end = more.findIndex(({ text }) => !isJoined(first.text, text))
  return [first, ...(end === -1 ? more : more.slice(0, end))].flatMap((line) => numbersIn(line))
}

function numbersIn({ text, start }: PlacedLine): Finding<string>[] {
  const { code, number = '', rest = '' } = numberLine.exec(text)?.groups ?? {}
  return [
    finding(number, start + text.indexOf(number), code === undefined ? 'medium' : 'high'),
    ...further(rest, start + text.length - rest.length),
  ]
}

function isJoined(first: string, other: string): boolean {
  const [one, two] = [first, other].map((text) => numberLine.exec(text)?.groups)
  if (one === undefined || two === undefined || one['code'] !== two['code']) return false
  return chamberAndSign(one['number']) === chamberAndSign(two['number'])
}

function chamberAndSign(number = ''): string {
  return number.replace(/ \d+[/.].*$/, '')
}

/** `, 1 C 13.12 und 1 C 14.12` behind a number; one in brackets is of another proceeding. */
function further(rest: string, start: number): Finding<string>[] {
  const separator = /^(?:, | und |; )(?:[A-Z]\w+ )?/.exec(rest)?.[0]
  if (separator === undefined) return []
  const number = alone.exec(rest.slice(separator.length))?.[0]
  if (number === undefined) return []
  const at = start + separator.length
  return [finding(number, at, 'medium'), ...further(rest.slice(separator.length + number.length), at + number.length)]
}
