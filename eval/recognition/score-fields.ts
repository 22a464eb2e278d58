import type { Particulars, Relation } from '../../src/law/particulars.ts'
import { fold } from '../../src/text/fold.ts'
import type { HeaderLabel } from './header-label.ts'

export const scoredFields = ['fileNumbers', 'day', 'issuer', 'replaces', 'validUntil', 'subject'] as const
export type ScoredField = (typeof scoredFields)[number]

/** Of one field of one document: values found rightly, found wrongly, and not found. */
export interface FieldScore {
  right: number
  wrong: string[]
  missed: string[]
}

/** What was recognised against the label; fields that stand only in metadata are left out. README.md has the rules. */
export function scoreFields(label: HeaderLabel, found: Particulars): Partial<Record<ScoredField, FieldScore>> {
  const scores: Record<ScoredField, FieldScore> = {
    fileNumbers: scoreNumbers(label, found.fileNumbers),
    day: scoreOne(label.day, label.dayAlso, found.issuedOn, (a, b) => a === b),
    issuer: scoreOne(label.issuer, label.issuerAlso, found.issuer, sameName),
    replaces: scoreReplaces(label.replaces, found.relations),
    validUntil: scoreOne(label.validUntil, [], found.validUntil, (a, b) => a === b),
    subject: scoreOne(label.subject, label.subjectAlso, found.subject, sameSubject),
  }
  return Object.fromEntries(Object.entries(scores).filter(([field]) => !label.metadataFields.includes(field)))
}

type Same = (found: string, expected: string) => boolean

function scoreOne(expected: string | null, tolerated: string[], found: string | null, same: Same): FieldScore {
  const missed = expected === null ? [] : [expected]
  if (found === null) return { right: 0, wrong: [], missed }
  if (expected !== null && [expected, ...tolerated].some((one) => same(found, one)))
    return { right: 1, wrong: [], missed: [] }
  if (expected === null && tolerated.some((one) => same(found, one))) return { right: 0, wrong: [], missed: [] }
  return { right: 0, wrong: [found], missed }
}

function scoreNumbers({ fileNumbers, fileNumbersAlso }: HeaderLabel, found: string[]): FieldScore {
  return {
    right: fileNumbers.filter((number) => isOneOf(number, found)).length,
    wrong: found.filter((number) => !isOneOf(number, [...fileNumbers, ...fileNumbersAlso])),
    missed: fileNumbers.filter((number) => !isOneOf(number, found)),
  }
}

function isOneOf(number: string, list: string[]): boolean {
  return list.some((one) => plainNumber(one) === plainNumber(number))
}

function plainNumber(number: string): string {
  return number
    .toLowerCase()
    .replaceAll(/[\p{Pd}−]/gu, '-')
    .replaceAll(/\s+/g, '')
    .replace(/^(?:az\.?:?|bverwg|ovg|vg|bgh|bfh)/, '')
}

function sameName(found: string, expected: string): boolean {
  return plainName(found) === plainName(expected)
}

function plainName(name: string): string {
  return fold(name)
    .replace(/^(?:the|der|die|das) /, '')
    .replaceAll(/[^\p{L}\d]/gu, '')
}

/** A title may be given with or without its short form: one holds the other. */
function sameSubject(found: string, expected: string): boolean {
  const [one, two] = [plainName(found), plainName(expected)]
  return one === two || (Math.min(one.length, two.length) >= 12 && (one.includes(two) || two.includes(one)))
}

type Replaced = HeaderLabel['replaces'][number]

function scoreReplaces(expected: Replaced[], relations: Relation[]): FieldScore {
  const open = relations.filter(({ kind }) => kind === 'replaces' || kind === 'repeals')
  const missed: string[] = []
  for (const label of expected) {
    const at = open.findIndex((relation) => sameWork(relation, label))
    if (at === -1) missed.push(`${label.text} ${label.day ?? ''}`)
    else open.splice(at, 1)
  }
  return {
    right: expected.length - missed.length,
    wrong: open.map(({ text, issuedOn }) => `${text} ${issuedOn ?? ''}`),
    missed,
  }
}

/** Same day and no other number; where a day is missing, names that overlap. */
function sameWork({ text, issuedOn, fileNumber }: Relation, label: Replaced): boolean {
  if (label.fileNumber !== null && fileNumber !== null && plainNumber(label.fileNumber) !== plainNumber(fileNumber))
    return false
  if (label.day !== null && issuedOn !== null) return label.day === issuedOn
  const [one, two] = [plainName(text), plainName(label.text)]
  return one.includes(two) || two.includes(one)
}
