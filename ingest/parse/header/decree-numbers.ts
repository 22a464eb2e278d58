import { courtCodeSource } from './docket-form.ts'
import type { Certainty, Finding } from './finding.ts'
import type { HeaderText, PlacedLine } from './header-text.ts'
import { withoutReferences } from './reference-lines.ts'

/** An office's file number: groups of letters and digits with at least one digit, joined by `-`, `.`, `/` or spaces. */
export const officeNumberSource =
  '(?=[^\\s]{0,14}\\d)[\\p{L}\\d(][\\p{L}\\d()]*(?:(?:\\s?[-–/]\\s?|(?<!\\d{4})[.:#] ?|[.:#])[\\p{L}\\d()]+|\\s(?=[\\d])[\\d/.]+|\\s[A-Z]{1,3}(?=\\s\\d))*'
/** Behind a label it may also be `I B 12 – 0345/7`, `ZAB 12-34/24`, `II 4 - 23 d 01.02-24/001`, `9330-/001/24`. */
const labelledNumber =
  '(?=[^\\s]{0,14}\\d|[A-Z]{1,5}\\s(?:[A-Z]{1,3}\\s)?\\d)[\\p{L}\\d(][\\p{L}\\d()]*(?:\\s?[-–./:#]{1,2}\\s?[\\p{L}\\d()]+|\\s(?=[\\d])[\\d/.]+|\\s(?:[A-Z]{1,3}|[a-z])(?=\\s\\d))*'
const label =
  '(?:Az|AZ|Aktenzeichen|Akten-?Nr|Geschäftszeichen|Geschäftsz|Gesch\\.-?Z|G\\.?Z|Gz|Mein Zeichen|Unser Zeichen|Mein Az|Unser Az|Zeichen|Bearbeitungsnummer)\\.?(?:\\s\\([^)]{0,40}\\))?\\s?:\\s?'
/** Federal letters print their labels in capitals without a colon. */
const capitals = 'AKTENZEICHEN\\s|GESCHÄFTSZEICHEN\\s|A[zZ]\\.?\\s|G[zZ]\\.?\\s'
const labelled = new RegExp(
  `(?:(?:^|[,;|(]\\s?|\\s)(?:${label})|^(?:${capitals}))(?<number>${labelledNumber})(?<rest>[^\\n]*)`,
  'u',
)
/** Letterheads also print the label without a colon: `Aktenzeichen 513-26.01.02-7/2024`; then the number needs two groups. */
const plainLabel = new RegExp(
  `^(?:Aktenzeichen|Geschäftszeichen|Az\\.|Gz\\.|GZ|Mein Zeichen|Unser Zeichen)\\s(?<number>(?=\\S*\\d\\S*[-./:#]\\S*\\d)${officeNumberSource})`,
  'u',
)
const labelAlone = new RegExp(`^(?:${label.replace('\\s?:\\s?', '\\s?:?')})$`, 'u')
const wholeNumber = new RegExp(`^${officeNumberSource}$`, 'u')
const wholeLabelled = new RegExp(`^${labelledNumber}$`, 'u')
/** `RdErl. d. Ministeriums des Innern v. 12.3.2024 – 14-39.06.01 –`, also with the number before the day. */
const inTitle = new RegExp(
  `(?:^|\\s)[-–—]\\s?(?:(?:Az\\.?:?|${courtCodeSource})\\s)?(?<number>${officeNumberSource})\\s?(?:[-–—]|$)`,
  'u',
)

/** The Aktenzeichen of a decree: behind its label in the head, or between dashes in the line of its title. */
export function decreeNumbers({ lines, opening }: HeaderText): Finding<string>[] {
  const labels = labelledIn(withoutReferences(opening.slice(0, 45)))
  const [best] = labels.toSorted((a, b) => a.rank - b.rank)
  if (best !== undefined) return [best.found]
  const own = withoutReferences(lines.slice(0, 8))
  const titled = fromTitle(own)
  return titled.length > 0 ? titled : alone(own.slice(0, 7))
}

/** Every number behind a label; `rank` 1 for those of a person's or section's "Zeichen", which an Aktenzeichen goes before. */
function labelledIn(head: PlacedLine[]): { found: Finding<string>; rank: 0 | 1 }[] {
  return head.flatMap(({ text, start }, at) => {
    const found = labelled.exec(text) ?? plainLabel.exec(text)
    const number = trimmed(found?.groups?.['number'] ?? '')
    const rank = /(?:Mein|Unser) Zeichen|(?<!\p{L})Zeichen/u.test(found?.[0] ?? text) ? 1 : 0
    if (found && isNumber(number))
      return [{ found: place(number, start + text.indexOf(number, found.index), 'high'), rank }]
    const next = head[at + 1]
    if (labelAlone.test(text) && next && wholeLabelled.test(next.text) && isNumber(next.text))
      return [{ found: place(next.text, next.start, 'high'), rank }]
    return next && labelInRow.test(text) ? underLabel(text, next) : []
  })
}

/** `Ihr Zeichen Mein Zeichen (bei Antwort angeben) Durchwahl Hannover`: labels side by side, their values in the line below. */
const labelInRow = /(?:Mein|Unser)e? (?:Zeichen|Az\b)|Geschäftszeichen|Aktenzeichen/
/** Without spaces between groups: behind one begins the next column. */
const leadingNumber = /^(?=\S{0,14}\d)[\p{L}\d]+(?:\s?[-–./:#]{1,2}\s?[\p{L}\d]+)*(?=\s|$)/u

/** The first value; only suggested where another label comes first, whose value may be left out or not. */
function underLabel(labels: string, { text, start }: PlacedLine): { found: Finding<string>; rank: 0 | 1 }[] {
  const number = trimmed(leadingNumber.exec(text)?.[0] ?? '')
  if (!isNumber(number)) return []
  const isFirst = /^(?:Mein|Unser|Geschäftszeichen|Aktenzeichen)/.test(labels)
  return [{ found: place(number, start, isFirst ? 'medium' : 'low'), rank: 1 }]
}

/** A line under the title that is a number and nothing else, of at least three groups. */
function alone(lines: HeaderText['lines']): Finding<string>[] {
  const line = lines
    .slice(1)
    .find(
      ({ text }) =>
        wholeNumber.test(text) &&
        isNumber(text) &&
        (text.match(/\d+/g) ?? []).length >= 3 &&
        !/^\d{3,5}[ /-]/.test(text),
    )
  return line === undefined ? [] : [place(line.text, line.start, 'medium')]
}

function fromTitle(lines: HeaderText['lines']): Finding<string>[] {
  for (const { text, start } of lines) {
    if (
      text.length > 400 ||
      /(?:^|\s)(?:Bezug|Bezüglich|Meine?|Unsere?)\s?:?\s/.test(text) ||
      (!/(?:^|\s)(?:RdErl|Runderlass|Erlass|Erl\.|Rundschreiben|Bek\.|Verwaltungsvorschrift|AV|VwV|Vom|vom|v\.)/.test(
        text,
      ) &&
        !/^[-–—].*[-–—]$/.test(text))
    )
      continue
    const number = trimmed(inTitle.exec(text)?.groups?.['number'] ?? '')
    if (isNumber(number)) return [place(number, start + text.indexOf(number), 'medium')]
  }
  return []
}

/** A number without what only closes the words around it. */
export function trimmed(number: string): string {
  const plain = number.replace(/[\s.,;:–-]+$/, '')
  return plain.includes('(') ? plain : plain.replace(/\)+$/, '')
}

/** A day, a telephone number or a lone small number is none. */
function isNumber(text: string): boolean {
  return (
    /\d/.test(text) &&
    text.length >= 3 &&
    text.length <= 50 &&
    !/^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}$/.test(text) &&
    !/^\d{4}-\d\d-\d\d$/.test(text)
  )
}

function place(value: string, start: number, certainty: Certainty): Finding<string> {
  return { value, certainty, start, end: start + value.length }
}
