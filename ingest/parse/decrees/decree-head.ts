import { germanDay, type Day } from '../../../src/law/day.ts'
import { findReferences } from '../../../src/law/references/find-references.ts'
import type { Relation } from '../../../src/law/particulars.ts'
import { lastDayBefore } from '../header/last-day.ts'
import { dayOfGerman } from '../rulings/german-dates.ts'
import { writtenDay } from '../eu/written-day.ts'
import type { Block } from '../paper/paper.ts'
import { decreeRelations } from './decree-relations.ts'
import { implementedLaw } from './implemented-law.ts'

/** What a published decree says of itself. */
export interface DecreeHead {
  /** In full. */
  title: string
  /** The name it gives itself in brackets, or the portal's heading: `VwV Sicherheitsüberprüfung Ausländer`. */
  shortTitle: string | null
  /** `SächsAuslZuG`, where the title gives one. */
  abbreviation: string | null
  issuer: string | null
  kindName: string | null
  issuedOn: Day | null
  fileNumbers: string[]
  /** Where it is published: `MBl. NRW. 2024 S. 123`, `GMBl 2009 S. 878`. */
  published: string[]
  validFrom: Day | null
  validUntil: Day | null
  relations: Relation[]
  /** The law it carries out. */
  law: string | null
}

/** How many blocks a head has at most. */
const headBlocks = 12

/** Reads the head of a published decree. `issuedOn`: the day where its publisher states it elsewhere. */
export function readDecreeHead(blocks: Block[], issuedOn: Day | null): DecreeHead {
  const head = blocks.slice(0, headBlocks).map(({ text }) => text)
  const heading = blocks.find(({ kind }) => kind === 'heading')?.text ?? head[0] ?? ''
  const full = head.find((text) => text !== heading && text.length < 800 && isTitle(text))
  const title = mend(full ?? heading)
  const [shortTitle, abbreviation] = ownNames(title, heading)
  const all = blocks.map(({ text }) => text)
  const law = implementedLaw(title)
  return {
    title,
    shortTitle,
    abbreviation,
    issuer: issuerOf(`${title}\n${head.join('\n')}`),
    kindName: kindPattern.exec(title)?.[0] ?? kindPattern.exec(head.join('\n'))?.[0] ?? null,
    issuedOn: issuedOn ?? statedDay(head, all),
    fileNumbers: fileNumbers(head),
    published: [...new Set(head.join('\n').match(publication) ?? [])],
    validFrom: startOf(all),
    validUntil: endOf(all),
    relations: [...implemented(title, law), ...decreeRelations(all)],
    law,
  }
}

const kindPattern =
  /(?:Allgemeine |Gemeinsame )?Verwaltungsvorschrift|Runderlass|RdErl\.|Gem\. RdErl\.|Erlass|Anwendungshinweise|Verfahrenshinweise|Förderrichtlinie|Richtlinie|Bekanntmachung|Verordnung|Gesetz|Rundschreiben/
const publication =
  /SMBl\. NRW\. \d{2,5}|(?:GMBl|MBl\. NRW\.|GV\. NRW\.|SächsABl\.|SächsGVBl\.|BAnz)(?: \d{4})?,? (?:S\. ?\d+[a-z]?|Nr\. ?\d+)/g

function isTitle(text: string): boolean {
  return kindPattern.exec(text.replace(/^Sächsisches /, ''))?.index === 0
}

/** Where an export has lost the space at a line's end: `Verordnungdes Sächsischen Staatsministeriums des Innernüber …`. */
function mend(title: string): string {
  return title
    .replaceAll(
      /(?<=\p{Ll})(?=(?:des Sächsischen|über|zur|zum|für|nach) )(?<=ung|orschrift|inie|esetz|nnern|eriums|ration)/gu,
      ' ',
    )
    .replaceAll(/(?<=\p{Ll})\(/gu, ' (')
}

/** `(Sächsisches Ausländerrechtszuständigkeitsgesetz – SächsAuslZuG)`, `(VwV Kostenerstattung)`. */
function ownNames(title: string, heading: string): [string | null, string | null] {
  const inner = /\(([^()]*\p{Lu}[^()]{2,120})\)\s*$/u.exec(title)?.[1] ?? ''
  const [, first = inner, second] = /^(.*?)\s*[–—]{1,2}\s*([^–—]+)$/u.exec(inner) ?? []
  const alone = /^\p{Lu}\p{L}*\p{Lu}\p{L}*$/u.test(inner) ? inner : null
  const short = heading !== '' && heading !== title ? heading : first || null
  return [short, second ?? alone]
}

const authority =
  '(?:Sächsischen )?(?:Staats|Bundes|Innen)?[Mm]inisteriums? (?:des|der|für) [^\\n(,]{3,90}?|Bundesregierung|Landesregierung|Sächsischen Staatsregierung|Innenministeriums|Landesamts? für Einwanderung'
const byIssuer = new RegExp(
  `(?:des|der|d\\.) (${authority})(?= (?:v\\.|vom|zur?|zum|über|nach|an)(?:\\s|$)|\\s*[(,\\n–-]|$)`,
  'u',
)

function issuerOf(text: string): string | null {
  const found =
    byIssuer.exec(text) ?? /^(Landesamt für Einwanderung|Bundesministerium des Innern[^\n,(]{0,40})/mu.exec(text)
  return (
    found?.[1]
      ?.replace(/^Sächsischen (?=Staatsm)/, 'Sächsisches ')
      .replace(/^Sächsischen (?=Staatsr)/, 'Sächsische ')
      .replace(/inisteriums\b/, 'inisterium')
      .replace(/^Landesamts\b/, 'Landesamt') ?? null
  )
}

/** In the head `vom 18.4.1994`, `v. 18.4.1994`, `Vom 26. Oktober 2009`; else over the signature `Dresden, den …`. */
function statedDay(head: string[], all: string[]): Day | null {
  for (const text of head) {
    const stated = /(?:^Vom|RdErl\.? .{0,160}?\bv(?:om|\.)|^Erlass .{0,160}?vom|\bStand:)\s+(.{8,24})/su.exec(text)?.[1]
    const day = stated === undefined ? null : (writtenDay(stated) ?? dayOfGerman(stated))
    if (day !== null) return day
  }
  const signed = all.findLast((text) =>
    /^\p{Lu}[\p{L} ]{2,30}, (?:den|am) \d{1,2}\. ?(?:\p{L}+|\d{1,2}\.) ?\d{4}/u.test(text),
  )
  return signed === undefined ? null : (writtenDay(signed) ?? dayOfGerman(signed))
}

/** Behind the day of a Runderlass: `v. 18.4.1994 – I B 2/17-10.20`; or `Az.: 15-39.06.01`. */
function fileNumbers(head: string[]): string[] {
  const found = head.flatMap((text) => [
    /\bv(?:om|\.) \d{1,2}\. ?\d{1,2}\. ?\d{4}\s*[–-]\s*([IVX\d][\w ./()-]{2,40}?)\s*(?:[–(]|$)/u.exec(text)?.[1],
    /\b(?:Az\.?|Aktenzeichen|Gesch\.?-?Z\.?):?\s+([\w][\w ./()-]{2,40}?)\s*(?:[–(,;]|$)/u.exec(text)?.[1],
  ])
  return [...new Set(found.flatMap((one) => (one === undefined ? [] : [one.trim()])))]
}

const itself = '(?:Dieser?|Der|Die) (?:Verwaltungsvorschrift|Runderlass|Erlass|Richtlinie|Bekanntmachung|RdErl\\.)'

/** The same sentence, days in it included, up to where another decree is spoken of. */
const goesOn = '(?:(?!Gleichzeitig|Zugleich)[^\\n]){0,200}?'

function startOf(all: string[]): Day | null {
  const pattern = new RegExp(`${itself}[^.]{0,40}? tritt (?:mit Wirkung vom|am|zum) (\\d.{6,20}?) in Kraft`, 'u')
  return firstDay(all, pattern)
}

/** `mit Ablauf des 31.12.2025` is its last day, `am 1.1.2026 außer Kraft` the first without it. */
function endOf(all: string[]): Day | null {
  const last = firstDay(all, new RegExp(`${itself}${goesOn} mit Ablauf des (\\d.{6,20}?) außer Kraft`, 'u'))
  if (last !== null) return last
  const first = firstDay(all, new RegExp(`${itself}${goesOn} (?:am|zum) (\\d.{6,20}?) außer Kraft`, 'u'))
  return first === null ? null : lastDayBefore(first)
}

function firstDay(all: string[], pattern: RegExp): Day | null {
  for (const text of all) {
    const stated = pattern.exec(text)?.[1]
    if (stated !== undefined) return writtenDay(stated) ?? dayOfGerman(stated)
  }
  return null
}

/** The norms its title names (`nach § 73 Absatz 2 und 3 des Aufenthaltsgesetzes`), else the law as a whole. */
function implemented(title: string, law: string | null): Relation[] {
  const norms = findReferences(title).flatMap(({ kind, text, law: own }) => (kind === 'norm' && own ? [text] : []))
  const texts = norms.length > 0 ? norms : law === null ? [] : [law]
  return texts.map((text) => ({ kind: 'implements', text, fileNumber: null, issuedOn: null, documentId: null }))
}

/** What a citation of it ends with: its abbreviation, its short name and day, or what it is and its day and number. */
export function decreeCitation(head: DecreeHead): string {
  if (head.abbreviation !== null) return head.abbreviation
  const day = head.issuedOn === null ? '' : ` vom ${germanDay(head.issuedOn)}`
  const number = head.fileNumbers[0] === undefined ? '' : ` – ${head.fileNumbers[0]}`
  const short = head.shortTitle !== null && head.shortTitle.length <= 80 ? head.shortTitle : null
  if (short !== null) return `${short}${day}`
  const kind = head.kindName?.replace(/^(?:Gem\. )?RdErl\.$/, 'Runderlass') ?? 'Erlass'
  return `${kind}${head.law === null ? '' : ` zum ${head.law}`}${day}${number}`
}
