import { germanDay, type Day } from '../../../src/law/day.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import { writePart, type RulingPart } from './write-part.ts'

/** What a publisher states of a decision beside its text. */
export interface RulingFacts {
  /** `rii:JURE110000000`. */
  id: string
  /** As cited: `BVerwG`, `OVG NRW`, `VG Köln`. */
  court: string
  /** `1. Senat`; null where it is not said. */
  chamber: string | null
  /** `Urteil`, `Beschluss`, `Nichtannahmebeschluss`. */
  kindName: string | null
  decidedOn: Day | null
  fileNumbers: string[]
  ecli: string | null
  /** The publisher's line saying what it is about. */
  subject: string | null
  /** Normenkette as written, one norm each. */
  norms: string[]
  priorInstances: string[]
  /** `DE`, `DE-NW`. */
  territory: string
  url: string
}

/** A decision as a document: one norm for each part that has words. A second part of one name is ` (2)`. */
export function buildRuling(facts: RulingFacts, parts: RulingPart[]): DocumentText {
  const fileNumbers = facts.fileNumbers.map((number) => asCourtWrites(facts.court, number))
  const citation = cite(facts, fileNumbers)
  const names = [...new Set([...fileNumbers, ...facts.fileNumbers, ...(facts.ecli ? [facts.ecli] : [])])]
  return {
    document: {
      id: facts.id,
      kind: 'ruling',
      rank: 'ruling',
      territory: facts.territory,
      title: facts.subject ? `${citation}: ${facts.subject}` : citation,
      shortTitle: null,
      abbreviation: citation,
      names,
      enactedOn: facts.decidedOn,
      url: facts.url,
      invented: false,
      particulars: {
        issuer: facts.court,
        kindName: facts.kindName,
        fileNumbers,
        issuedOn: facts.decidedOn,
        ecli: facts.ecli,
        addressees: [],
        subject: facts.subject,
        validUntil: null,
        norms: facts.norms,
        relations: [],
      },
    },
    status: [
      ...(facts.chamber ? [{ kind: 'Spruchkörper', comment: facts.chamber }] : []),
      ...facts.priorInstances.map((comment) => ({ kind: 'Vorinstanz', comment })),
    ],
    footnotes: [],
    norms: withKeys(parts, facts.subject),
    ...(facts.decidedOn === null ? {} : { inForceFrom: facts.decidedOn }),
  }
}

function cite({ court, kindName, decidedOn }: RulingFacts, [first]: string[]): string {
  const kind =
    kindName !== null && /urteil|beschlu(?:ss|ß)|bescheid|verfügung|gutachten|schlussanträge/i.test(kindName)
      ? kindName
      : 'Entscheidung'
  return `${court}, ${kind}${decidedOn ? ` vom ${germanDay(decidedOn)}` : ''}${first ? ` – ${first}` : ''}`
}

/** The BVerwG writes `1 C 12.12`, the publisher of all federal courts `1 C 12/12` for the same. */
function asCourtWrites(court: string, fileNumber: string): string {
  return court === 'BVerwG' ? fileNumber.replace(/(\d)\/(\d{2})(?!\d)/, '$1.$2') : fileNumber
}

/** A heading stands above every Randnummer, and is read with it when that is indexed: more than this drowns its words. */
const headingMost = 160

function shorten(subject: string): string {
  return subject.length <= headingMost ? subject : `${subject.slice(0, subject.lastIndexOf(' ', headingMost))} …`
}

function withKeys(parts: RulingPart[], subject: string | null): DocumentText['norms'] {
  const heading = subject && shorten(subject)
  const seen = new Map<string, number>()
  return parts.flatMap((part) => {
    const norm = writePart(part, heading)
    if (norm === null) return []
    const count = (seen.get(part.name) ?? 0) + 1
    seen.set(part.name, count)
    return [count === 1 ? norm : { ...norm, key: `${part.name} (${count})` }]
  })
}
