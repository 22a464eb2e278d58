import { createHash } from 'node:crypto'
import { toDay, type Day } from '../src/law/day.ts'
import type { Document, DocumentSummary } from '../src/law/document.ts'
import type { NormLookup, NormText } from '../src/law/library.ts'
import type { RankedPassage } from '../src/law/passage.ts'
import type { Unit } from '../src/law/document-text.ts'

/** Law that does not exist, in the shapes of law that does. */
export const inventedDocument: Document = {
  id: 'demo:musteraufg',
  kind: 'statute',
  rank: 'statute',
  territory: 'DE',
  title: 'Erfundenes Gesetz über den Aufenthalt in Musterland',
  shortTitle: 'Musteraufenthaltsgesetz',
  abbreviation: 'MusterAufG',
  names: ['MusterAufG', 'Musteraufenthaltsgesetz'],
  enactedOn: toDay('2010-01-01'),
  url: 'https://musterland.invalid/musteraufg',
  invented: true,
}

interface InventedNorm {
  key: string
  heading: string
  validFrom: Day
  validTo: Day | null
  text: string
}

const cardText = (salary: string): string =>
  [
    '(1) Einer Fachkraft wird die Musterkarte erteilt, wenn sie ein Gehalt von mindestens ' +
      `${salary} Mustertalern im Jahr nachweist. Die Musterkarte gilt höchstens vier Jahre.`,
    '(2) Die Musterkarte wird versagt, wenn',
    '1. die Fachkraft falsche Angaben gemacht hat,',
    '2. der Arbeitgeber',
    'a) nicht in Musterland ansässig ist oder',
    'b) im Musterregister gesperrt ist.',
    '(3) Über den Antrag ist innerhalb von drei Monaten zu entscheiden. Die Frist beginnt mit dem vollständigen Antrag.',
  ].join('\n')

export const inventedNorms: InventedNorm[] = [
  {
    key: '§ 1',
    heading: 'Zweck des Gesetzes',
    validFrom: toDay('2010-01-01'),
    validTo: null,
    text: 'Dieses Gesetz ist erfunden. Es dient der Erprobung.',
  },
  {
    key: '§ 2a',
    heading: 'Musterkarte',
    validFrom: toDay('2020-01-01'),
    validTo: toDay('2024-03-01'),
    text: cardText('40 000'),
  },
  {
    key: '§ 2a',
    heading: 'Musterkarte für Fachkräfte',
    validFrom: toDay('2024-03-01'),
    validTo: null,
    text: cardText('45 000'),
  },
]

export function inventedPassages(day: Day): RankedPassage[] {
  const absaetze = normsOn(day).flatMap((norm) =>
    unitsOf(norm.text)
      .filter(({ kind }) => kind === 'absatz')
      .map((unit) => ({ norm, unit })),
  )
  return absaetze.map(({ norm, unit }, index) => passageOf(norm, unit, index + 1))
}

function passageOf(norm: InventedNorm, unit: Unit, rank: number): RankedPassage {
  const { start, end, number } = unit
  const text = norm.text.slice(start, end)
  return {
    id: `${norm.key}-${norm.validFrom}-${number}`,
    document: summary(),
    territory: 'DE',
    normKey: norm.key,
    norm: norm.key,
    paragraph: number,
    path: [],
    heading: norm.heading,
    outline: [],
    label: `${norm.key} Abs. ${number} MusterAufG (erfunden)`,
    pages: [],
    text,
    start,
    end,
    normSha256: sha256(norm.text),
    sha256: sha256(text),
    sentences: [],
    repealed: false,
    validFrom: norm.validFrom,
    validTo: norm.validTo,
    validBasis: 'observed',
    url: `${inventedDocument.url}/${encodeURIComponent(norm.key)}`,
    urlShows: 'current_version',
    rank,
    score: 1 / (60 + rank),
    why: [{ by: 'text', rank }],
  }
}

export function lookUp(id: string, name: string, day: Day): NormLookup {
  if (id !== inventedDocument.id) return { found: false, reason: 'unknown_document' }
  const texts = inventedNorms.filter(({ key }) => key === name)
  const [first] = texts
  if (!first) return { found: false, reason: 'unknown_norm' }
  const norm = normsOn(day).find(({ key }) => key === name)
  if (!norm) return { found: false, reason: 'not_yet', from: first.validFrom, until: texts.at(-1)?.validTo ?? null }
  return { found: true, norm: normText(norm) }
}

function normText(norm: InventedNorm): NormText {
  const { key, heading, text, validFrom, validTo } = norm
  return {
    document: summary(),
    key,
    norm: key,
    label: `${key} MusterAufG (erfunden)`,
    heading,
    outline: [{ label: 'Abschnitt 1', title: 'Musterkarten' }],
    text,
    sha256: sha256(text),
    units: unitsOf(text),
    tables: [],
    attachments: [],
    footnotes: [],
    repealed: false,
    passages: [],
    validFrom,
    validTo,
    validBasis: 'observed',
    sourceSha256: sha256(`bytes of ${validFrom}`),
    fetchedOn: toDay('2025-03-05'),
    url: `${inventedDocument.url}/${encodeURIComponent(key)}`,
    urlShows: 'current_version',
  }
}

export function inventedHistory() {
  const version = { validBasis: 'observed' as const, origin: 'tests', fetchedOn: toDay('2025-03-05'), status: [] }
  return {
    document: inventedDocument,
    nearDuplicates: [],
    versions: [
      {
        ...version,
        validFrom: toDay('2010-01-01'),
        validTo: toDay('2024-03-01'),
        sourceSha256: sha256('1'),
        changedNorms: 2,
      },
      { ...version, validFrom: toDay('2024-03-01'), validTo: null, sourceSha256: sha256('2'), changedNorms: 1 },
    ],
  }
}

export function normsOn(day: Day): InventedNorm[] {
  return inventedNorms.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day < validTo))
}

/** Absätze span their lines; Nummern and Buchstaben one line each. */
function unitsOf(text: string): Unit[] {
  if (!text.startsWith('(')) return [{ kind: 'absatz', number: '1', start: 0, end: text.length }]
  const absaetze = [...text.matchAll(/^\((\d)\) /gm)]
  const units: Unit[] = absaetze.map((match, index) => ({
    kind: 'absatz',
    number: match[1] ?? '',
    start: match.index,
    end: (absaetze[index + 1]?.index ?? text.length + 1) - 1,
  }))
  for (const match of text.matchAll(/^(\d)\. .*$/gm))
    units.push({ kind: 'nummer', number: match[1] ?? '', start: match.index, end: match.index + match[0].length })
  for (const match of text.matchAll(/^([a-z])\) .*$/gm))
    units.push({ kind: 'buchstabe', number: match[1] ?? '', start: match.index, end: match.index + match[0].length })
  return units.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

function summary(): DocumentSummary {
  const { id, kind, rank, title, abbreviation, invented } = inventedDocument
  return { id, kind, rank, title, abbreviation, invented }
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
