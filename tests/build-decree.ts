import { toDay } from '../src/law/day.ts'
import type { DocumentText } from '../src/law/document-text.ts'
import type { Particulars, Relation } from '../src/law/particulars.ts'
import { buildStatute } from './build-statute.ts'

interface DecreeParts {
  slug: string
  day: string
  /** Its Aktenzeichen; the slug where none is given. */
  number?: string
  territory?: string
  /** `{ 'Nr. 1': 'Text.' }` */
  sections?: Record<string, string>
  /** Heading of every section. */
  heading?: string
  particulars?: Partial<Particulars>
}

/** An invented decree that states its day, with one passage a section. */
export function buildDecree(parts: DecreeParts): DocumentText {
  const { slug, number = slug, territory = 'DE-NW', heading = null } = parts
  const day = toDay(parts.day)
  const built = buildStatute(slug, parts.sections ?? { 'Nr. 1': `Musterregelung ${slug}.` })
  const [year, month, dayOfMonth] = day.split('-')
  const name = `Mustererlass vom ${dayOfMonth}.${month}.${year} – ${number}`
  return {
    ...built,
    document: {
      ...built.document,
      id: `office:${slug}`,
      kind: 'decree',
      rank: 'decree',
      territory,
      title: `Mustererlass ${slug} (erfunden)`,
      abbreviation: name,
      names: [name],
      particulars: {
        issuer: 'Musterministerium',
        kindName: 'Erlass',
        fileNumbers: [number],
        issuedOn: day,
        ecli: null,
        addressees: [],
        subject: null,
        validUntil: null,
        norms: [],
        relations: [],
        ...parts.particulars,
      },
    },
    norms: built.norms.map((norm) => ({ ...norm, kind: 'part' as const, heading })),
    inForceFrom: day,
  }
}

/** What one decree does to another, named by its Aktenzeichen and day. */
export function relation(kind: Relation['kind'], fileNumber: string | null, issuedOn: string | null): Relation {
  const text = `Erlass vom ${issuedOn ?? '?'} – ${fileNumber ?? '?'}`
  return { kind, text, fileNumber, issuedOn: issuedOn === null ? null : toDay(issuedOn), documentId: null }
}
