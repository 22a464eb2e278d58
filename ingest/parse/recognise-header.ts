import type { Day } from '../../src/law/day.ts'
import type { Particulars, Relation } from '../../src/law/particulars.ts'
import { addressees } from './header/addressees.ts'
import { decisionHeadings, hasSecondDecision } from './header/decision-heading.ts'
import { decreeDay } from './header/decree-day.ts'
import { decreeIssuer } from './header/decree-issuer.ts'
import { decreeNumbers } from './header/decree-numbers.ts'
import { euActDay, euActIssuer } from './header/eu-act.ts'
import { euRulingDay, euRulingIssuer, euRulingNumbers } from './header/eu-ruling.ts'
import type { Certainty, Finding } from './header/finding.ts'
import { readHeaderText, type HeaderLine, type HeaderText } from './header/header-text.ts'
import { inForceFrom } from './header/in-force-from.ts'
import { kindName } from './header/kind-name.ts'
import { parliamentHead } from './header/parliament.ts'
import { relations } from './header/relations.ts'
import { rulingDay } from './header/ruling-day.ts'
import { rulingIssuer } from './header/ruling-issuer.ts'
import { rulingNumbers } from './header/ruling-numbers.ts'
import { subject } from './header/subject.ts'
import { validUntil } from './header/valid-until.ts'

/** The particulars a header can show; `norms` come from publishers' data alone. */
type HeaderField = Exclude<keyof Particulars, 'norms'>

/** Words a field was read from: half-open range in the lines joined by line ends. */
interface HeaderEvidence {
  text: string
  start: number
  end: number
}

/** What a header was recognised to say. Fields of low certainty are not filled in: they stand in `suggested` alone. */
export interface RecognisedHeader {
  particulars: Particulars
  suggested: Partial<Particulars>
  /** Of every field that was found, the least sure of its values. */
  certainty: Partial<Record<HeaderField, Certainty>>
  evidence: Partial<Record<HeaderField, HeaderEvidence>>
  /** First day on which it applies, where it names one; missing in headers that were read before it was looked for. */
  inForceFrom?: { value: Day; certainty: Certainty; words: string } | null
}

/**
 * Issuer, Aktenzeichen, day, subject, addressees, end and replaced works of a decree, regulation, ruling, act of the
 * Union or parliamentary paper, read from its lines (white space folded, none empty) by place, cue words and form.
 * Give all lines: signature and repeal stand at the end. Nothing is inferred that does not stand there.
 */
export function recogniseHeader(lines: readonly HeaderLine[]): RecognisedHeader {
  const header = readHeaderText(lines)
  const found = { ...headOf(header), ...commonFields(header) }
  const recognised: RecognisedHeader = { particulars: emptyParticulars(), suggested: {}, certainty: {}, evidence: {} }
  for (const [field, findings] of Object.entries(found) as [HeaderField, Finding<unknown>[]][])
    fillIn(recognised, field, field === 'relations' ? surest(findings) : findings, header.text)
  suggestUnsure(recognised, found.relations)
  const start = header.genre === 'decree' ? inForceFrom(header) : null
  return { ...recognised, inForceFrom: start && { ...start, words: header.text.slice(start.start, start.end) } }
}

type Head = Record<'issuer' | 'fileNumbers' | 'issuedOn', Finding<unknown>[]>

/** Issuer, numbers and day have their places by kind of document. */
function headOf(header: HeaderText): Head {
  if (header.genre === 'parliament') {
    const { issuer, numbers, day } = parliamentHead(header)
    return { issuer: listOf(issuer), fileNumbers: numbers, issuedOn: listOf(day) }
  }
  if (header.genre === 'eu_ruling')
    return {
      issuer: listOf(euRulingIssuer(header)),
      fileNumbers: euRulingNumbers(header),
      issuedOn: listOf(euRulingDay(header)),
    }
  if (header.genre === 'eu_act')
    return { issuer: listOf(euActIssuer(header)), fileNumbers: [], issuedOn: listOf(euActDay(header)) }
  if (header.genre === 'ruling') {
    const headings = decisionHeadings(header)
    const numbers = rulingNumbers(header, headings)
    const day = listOf(rulingDay(header, headings))
    const isUnsure = hasSecondDecision(header, numbers[0]?.value)
    return {
      issuer: listOf(rulingIssuer(header, headings)),
      fileNumbers: isUnsure ? suggested(numbers) : numbers,
      issuedOn: isUnsure ? suggested(day) : day,
    }
  }
  return {
    issuer: listOf(decreeIssuer(header)),
    fileNumbers: decreeNumbers(header),
    issuedOn: listOf(decreeDay(header)),
  }
}

function suggested(findings: Finding<unknown>[]): Finding<unknown>[] {
  return findings.map((finding) => ({ ...finding, certainty: 'low' }))
}

type CommonFields = Record<Exclude<HeaderField, keyof Head | 'relations'>, Finding<unknown>[]> & {
  relations: Finding<Relation>[]
}

function commonFields(header: HeaderText): CommonFields {
  const isDecree = header.genre === 'decree'
  return {
    kindName: listOf(kindName(header)),
    ecli: listOf(ecli(header)),
    subject: listOf(subject(header)),
    addressees: isDecree ? addressees(header) : [],
    validUntil: isDecree ? listOf(validUntil(header)) : [],
    relations: relations(header),
  }
}

function ecli({ text, opening }: HeaderText): Finding<string> | null {
  const found = /ECLI:[A-Z]{2}:[A-Z0-9]{1,12}:\d{4}:[A-Za-z0-9.]{1,25}/i.exec(text.slice(0, opening.at(-1)?.end ?? 0))
  return found === null
    ? null
    : { value: found[0], certainty: 'high', start: found.index, end: found.index + found[0].length }
}

function listOf<T>(found: Finding<T> | null): Finding<T>[] {
  return found === null ? [] : [found]
}

const listFields = new Set<HeaderField>(['fileNumbers', 'addressees', 'relations'])
const order: Certainty[] = ['low', 'medium', 'high']

function fillIn(recognised: RecognisedHeader, field: HeaderField, findings: Finding<unknown>[], text: string): void {
  const [first] = findings
  if (first === undefined) return
  const certainty = order.find((one) => findings.some((finding) => finding.certainty === one)) ?? 'low'
  const value = listFields.has(field) ? findings.map((finding) => finding.value) : first.value
  const place = { start: first.start, end: findings.at(-1)?.end ?? first.end }
  recognised.certainty[field] = certainty
  recognised.evidence[field] = { ...place, text: text.slice(place.start, place.end) }
  Object.assign(certainty === 'low' ? recognised.suggested : recognised.particulars, { [field]: value })
}

function surest<T>(findings: Finding<T>[]): Finding<T>[] {
  const sure = findings.filter(({ certainty }) => certainty !== 'low')
  return sure.length > 0 ? sure : findings
}

/** A relation of low certainty takes none of the others back: it is suggested beside them. */
function suggestUnsure(recognised: RecognisedHeader, findings: Finding<Relation>[]): void {
  const unsure = findings.filter(({ certainty }) => certainty === 'low').map(({ value }) => value)
  if (unsure.length > 0) recognised.suggested.relations = unsure
}

function emptyParticulars(): Particulars {
  const lists = { fileNumbers: [], addressees: [], norms: [], relations: [] as Relation[] }
  return { ...lists, issuer: null, kindName: null, issuedOn: null, ecli: null, subject: null, validUntil: null }
}
