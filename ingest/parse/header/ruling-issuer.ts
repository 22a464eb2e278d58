import { courtAtStart, isCourtName, withoutCapitals, withoutLetterSpacing } from './court-name.ts'
import type { DecisionHeading } from './decision-heading.ts'
import { courtCodeSource, docketSource } from './docket-form.ts'
import type { Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'
import { labelledValue } from './labelled-value.ts'

/** The court that decided: its name over the head, in "hat der 2. Senat des …", in a citation of itself, before its number. */
export function rulingIssuer(header: HeaderText, headings: DecisionHeading[]): Finding<string> | null {
  return labelled(header) ?? fuller(nameAlone(header), inFormula(header)) ?? inHeading(headings) ?? beforeNumber(header)
}

/** The formula of the decision says best who decided; the name over the head may be fuller. */
function fuller(alone: Finding<string> | null, formula: Finding<string> | null): Finding<string> | null {
  return alone === null || (formula !== null && !alone.value.includes(formula.value)) ? formula : alone
}

/** A court's name in lines of its own, in up to three lines. */
function nameAlone({ opening }: HeaderText): Finding<string> | null {
  for (const [at, line] of opening.entries()) {
    const lines = [3, 2, 1].map((count) => opening.slice(at, at + count)).find((some) => isCourtName(joined(some)))
    if (lines === undefined || isPlaceOfLowerCourt(opening, at)) continue
    const name = withoutCapitals(joined(lines))
    return { value: name, certainty: 'high', start: line.start, end: lines.at(-1)?.end ?? line.end }
  }
  return null
}

function joined(lines: PlacedLine[]): string {
  return lines
    .map(({ text }) => withoutLetterSpacing(text).replace(/[:,]$/, ''))
    .join(' ')
    .replaceAll(/- (?=[a-zä])/g, '')
}

/** `8 O 149/22` in the line before: the name says where that number comes from. */
function isPlaceOfLowerCourt(opening: PlacedLine[], at: number): boolean {
  const name = opening[at]?.text ?? ''
  return at > 2 && name !== name.toUpperCase() && new RegExp(`^${docketSource}$`, 'u').test(opening[at - 1]?.text ?? '')
}

const formula =
  /\b(?:hat|erlässt|erlassen)\s(?:der|die|das)\s(?:(?:(?:Fach|Groß)\w*senat|(?:\d+\w?|[IVX]+)\.\s(?:\S+\s?)?(?:\([^)]*\)\s)?(?:\p{L}*[Ss]enat|Kammer|\p{L}*kammer))\s(?:\([^)]*\)\s)?(?:des|der|beim)\s)?/gu

/** What follows a court that decides here; in a story of the case it "hat … abgewiesen". */
const decides = /^\s?[-–,(]|^ (?:durch|am \d|in der|auf die|unter|ohne|aufgrund|auf Grund)\b/

function inFormula({ text, opening }: HeaderText): Finding<string> | null {
  const end = opening.at(-1)?.end ?? 0
  for (const { index, 0: cue } of text.slice(0, end).matchAll(formula)) {
    const start = index + cue.length
    const words = text.slice(start, start + 160).replaceAll('\n', ' ')
    const found = courtAtStart(words)
    if (found !== null && (/(?:des|der|beim)\s$/.test(cue) || decides.test(words.slice(found.length))))
      return { value: found.name, certainty: 'high', start, end: start + found.length }
  }
  return null
}

function labelled(header: HeaderText): Finding<string> | null {
  const found = labelledValue(header, /^(?:Gericht|Spruchkörper)(?=\s?:|$)/, 3)
  if (found === null) return null
  const name = found.value.replace(/,? (?:\d+|[IVX]+)\. (?:\p{L}*[Ss]enat|\p{L}*[Kk]ammer).*$/u, '')
  return isCourtName(name) ? { ...found, value: name } : null
}

function inHeading(headings: DecisionHeading[]): Finding<string> | null {
  const court = headings.find((heading) => heading.court !== null && isCourtName(heading.court.text))?.court
  return court
    ? { value: court.text, certainty: 'high', start: court.start, end: court.start + court.text.length }
    : null
}

const codeAndNumber = new RegExp(`^(${courtCodeSource})(?: ${docketSource}| [IVX]+\\. Senat)`, 'u')

function beforeNumber({ opening }: HeaderText): Finding<string> | null {
  for (const { text, start } of opening) {
    const code = codeAndNumber.exec(text)?.[1]
    if (code !== undefined && /^(?:B|Kam|KG)/.test(code))
      return { value: code, certainty: 'medium', start, end: start + code.length }
  }
  return null
}
