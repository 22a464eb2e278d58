import type { DocumentText, Norm } from '../../../src/law/document-text.ts'
import type { Day } from '../../../src/law/day.ts'
import type { Document } from '../../../src/law/document.ts'
import { withKeys } from '../lines/unique-keys.ts'
import { paperNorm } from '../paper/paper-norm.ts'
import { paperSections } from '../paper/paper-sections.ts'
import { PaperError } from '../paper/paper-error.ts'
import { statuteRank } from '../statute-rank.ts'
import { decreeBlocks } from './decree-blocks.ts'
import { decreeCitation, readDecreeHead, type DecreeHead } from './decree-head.ts'
import { lawOf } from './berlin-laws.ts'
import { namingLaw } from './implemented-law.ts'

/** What distinguishes the publishers of decrees. */
export interface DecreePublisher {
  name: string
  territory: string
  /** Publishes laws and ordinances too; else whatever its title says is none. */
  publishesLaws: boolean
  urlOf(slug: string): string
  /** Day of the decree, where the publisher's key has it. */
  dayOf?(slug: string): Day | null
  /** Names under which its texts are known, by title. */
  namesOf?(head: DecreeHead): string[]
}

/**
 * A published decree, administrative regulation or state law: a norm for each section, with the § it is about named above
 * it. Decrees hold from the day they state, else from their own; of laws the publisher says no day. @throws PaperError
 */
export async function parseDecree(bytes: Uint8Array, slug: string, publisher: DecreePublisher): Promise<DocumentText> {
  const blocks = await decreeBlocks(bytes, slug)
  const head = readDecreeHead(blocks, publisher.dayOf?.(slug) ?? null)
  const norms = paperSections(blocks, head.shortTitle ?? head.title)
    .map((section) => paperNorm(section, ''))
    .map(asSection)
    .map((norm) => namingLaw(norm, lawOf(norm, head.law)))
  if (norms.every(({ text }) => text === ''))
    throw new PaperError('no_text', 'Auf der Seite steht kein Text einer Vorschrift. Adresse prüfen und neu abrufen.')
  const document = documentOf(head, slug, publisher)
  const inForceFrom = document.kind === 'statute' || isAmended(head) ? null : (head.validFrom ?? head.issuedOn)
  return {
    document,
    status: head.published.map((comment) => ({ kind: 'Fundstelle', comment })),
    footnotes: [],
    norms: withKeys(document.kind === 'statute' ? norms.map(asStatute) : norms, 'Anfang'),
    ...(inForceFrom === null ? {} : { inForceFrom }),
  }
}

/** A text that was amended since does not hold in these words from its first day. */
function isAmended({ title, published }: DecreeHead): boolean {
  return /(?:zuletzt )?geändert durch/.test(`${title} ${published.join(' ')}`)
}

/** Berlin's numbers are cited as they are; a heading that is only a number has no words. */
function asSection(norm: Norm): Norm {
  const name = norm.norm?.replace(/^Nr\. (?=[A-H] \d)/, '') ?? null
  return { ...norm, norm: name, heading: norm.heading || null }
}

function asStatute(norm: Norm): Norm {
  return /^(?:§|Art) \d/.test(norm.norm ?? '') ? { ...norm, kind: 'norm' } : norm
}

function documentOf(head: DecreeHead, slug: string, publisher: DecreePublisher): Document {
  const abbreviation = decreeCitation(head)
  const rank = statuteRank(head.abbreviation ?? '', head.shortTitle, head.title, '')
  const isStatute = publisher.publishesLaws && (rank === 'statute' || rank === 'ordinance')
  const names = [abbreviation, head.shortTitle, head.abbreviation, head.title, ...(publisher.namesOf?.(head) ?? [])]
  return {
    id: `${publisher.name}:${slug}`,
    kind: isStatute ? 'statute' : 'decree',
    rank: isStatute || rank === 'administrative_regulation' ? rank : 'decree',
    territory: publisher.territory,
    title: head.title,
    shortTitle: head.shortTitle,
    abbreviation,
    names: [...new Set(names.filter((name) => name !== null && name !== ''))] as string[],
    enactedOn: head.issuedOn,
    url: publisher.urlOf(slug),
    invented: false,
    particulars: {
      issuer: head.issuer,
      kindName: head.kindName,
      fileNumbers: head.fileNumbers,
      issuedOn: head.issuedOn,
      ecli: null,
      addressees: [],
      subject: head.title,
      validUntil: head.validUntil,
      norms: [],
      relations: head.relations,
    },
  }
}
