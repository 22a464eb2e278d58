import { germanDay, type Day } from '../../../src/law/day.ts'
import type { DocumentText, Norm, OutlineStep } from '../../../src/law/document-text.ts'
import { euActNames } from '../../../src/law/eu/eu-act-names.ts'
import type { Line } from '../lines/line.ts'
import { withKeys } from '../lines/unique-keys.ts'
import { writeLines } from '../lines/write-lines.ts'
import { requireGerman } from './require-german.ts'
import { euUrl } from './eu-links.ts'
import { EuParseError } from './eu-parse-error.ts'
import { statedStart } from './stated-start.ts'

/** A part of an act as read from any of its formats. */
export interface ActPart {
  kind: Norm['kind']
  /** `Art 5`, `Erwägungsgrund 12`, `Anhang I`, `Präambel`. */
  norm: string | null
  heading: string | null
  outline: OutlineStep[]
  lines: Line[]
  footnotes: string[]
}

/** What the file states of the act beside its text. */
export interface ActFacts {
  /** Of the act itself: `32009R0810`. */
  celex: string
  title: string
  enactedOn: Day | null
  /** Of a consolidated text: the day from which it holds. */
  consolidatedOn: Day | null
  /** Day of the Official Journal it stands in, where the file says so. */
  publishedOn: Day | null
  /** Titles of the acts that amended it. */
  amendments: string[]
}

/**
 * An act as a document. A consolidated text holds from its day, an act as published from the day its last articles
 * state. @throws EuParseError where it is not German or has no article.
 */
export function buildAct(facts: ActFacts, parts: ActPart[]): DocumentText {
  const norms = parts.map(toNorm).filter(hasWords)
  requireGerman(facts.celex, `${facts.title}. ${norms.map(({ text }) => text).join(' ')}`)
  if (!norms.some(({ kind }) => kind === 'norm'))
    throw new EuParseError(facts.celex, { problem: 'die Datei enthält keinen Artikel', remedy: fetchTheAct })
  const inForceFrom = facts.consolidatedOn ?? statedStart(norms, facts.publishedOn)
  const { abbreviation, names } = euActNames(facts.celex, facts.title)
  return {
    document: {
      id: `eurlex:${facts.celex}`,
      kind: 'eu_act',
      rank: 'eu_act',
      territory: 'DE',
      title: facts.title,
      shortTitle: null,
      abbreviation,
      names,
      enactedOn: facts.enactedOn,
      url: euUrl(facts.celex, null),
      invented: false,
    },
    status: statusOf(facts),
    footnotes: [],
    norms: withKeys(norms),
    ...(inForceFrom === null ? {} : { inForceFrom }),
  }
}

const fetchTheAct = 'Rufen Sie die deutsche Fassung des Rechtsakts neu ab, nicht seine Übersichtsseite.'

function statusOf({ consolidatedOn, amendments }: ActFacts): DocumentText['status'] {
  const stand = consolidatedOn === null ? [] : [`Konsolidierte Fassung vom ${germanDay(consolidatedOn)}`]
  return [
    ...stand.map((comment) => ({ kind: 'Stand', comment })),
    ...amendments.map((comment) => ({ kind: 'Geändert durch', comment })),
  ]
}

const gone = /^(?:[-–—\s]+|\(?(?:gestrichen|aufgehoben|entfallen|weggefallen)\)?\.?)$/i

function toNorm({ kind, norm, heading, outline, lines, footnotes }: ActPart): Omit<Norm, 'key'> {
  const written = writeLines(lines, kind === 'annex')
  const repealed = gone.test(written.text)
  const content = repealed ? writeLines([], false) : written
  return { kind, norm, heading, outline, ...content, footnotes, repealed }
}

function hasWords({ text, repealed, attachments, heading, kind }: Omit<Norm, 'key'>): boolean {
  return text !== '' || repealed || attachments.length > 0 || (kind === 'norm' && heading !== null)
}
