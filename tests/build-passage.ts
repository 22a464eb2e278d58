import { createHash } from 'node:crypto'
import { toDay, type Day } from '../src/law/day.ts'
import type { DocumentKind, Rank } from '../src/law/document.ts'
import type { RankedPassage } from '../src/law/passage.ts'
import type { Sentence } from '../src/law/document-text.ts'

/** Words of the norm before the passage, so that offsets never start at 0 by accident. */
const before = 'Erfundener Vorspann.\n'

interface PassageParts {
  /** Whole invented sentences, in order. */
  sentences: string[]
  norm?: string
  paragraph?: string | null
  heading?: string | null
  rank?: number
  validFrom?: string
  validTo?: Day | null
  validBasis?: RankedPassage['validBasis']
  abbreviation?: string
  /** Place of its document in the hierarchy of norms; a statute's without. */
  ofRank?: Rank
  documentId?: string
  invented?: boolean
  why?: RankedPassage['why']
}

/** A passage of an invented law as retrieval hands it over, with true offsets and hashes. */
export function buildPassage(parts: PassageParts): RankedPassage {
  const { norm = '§ 1', paragraph = '1', abbreviation = 'MusterG', rank = 1, invented = true } = parts
  const text = parts.sentences.join(' ')
  return {
    id: sha256(`${abbreviation} ${norm} ${paragraph} ${text}`).slice(0, 12),
    document: {
      id: parts.documentId ?? `gii:demo_${abbreviation.toLowerCase()}`,
      kind: kindOf(parts.ofRank),
      rank: parts.ofRank ?? 'statute',
      title: `Erfundenes Gesetz ${abbreviation}`,
      abbreviation,
      invented,
    },
    territory: 'DE',
    normKey: norm,
    norm,
    paragraph,
    path: [],
    heading: parts.heading ?? null,
    outline: [],
    label: `${norm}${paragraph === null ? '' : ` Abs. ${paragraph}`} ${abbreviation}${invented ? ' (erfunden)' : ''}`,
    pages: [],
    start: before.length,
    end: before.length + text.length,
    text,
    normSha256: sha256(before + text),
    sha256: sha256(text),
    sentences: sentencesOf(parts.sentences, paragraph),
    repealed: false,
    validFrom: toDay(parts.validFrom ?? '2020-01-01'),
    validTo: parts.validTo ?? null,
    validBasis: parts.validBasis ?? 'official',
    url: `https://gesetze.example/${abbreviation.toLowerCase()}/__${norm.replace(/\D/g, '')}.html`,
    urlShows: 'current_version',
    rank,
    score: 1 / (60 + rank),
    why: parts.why ?? [{ by: 'text', rank }],
  }
}

function kindOf(rank: Rank | undefined): DocumentKind {
  if (rank === 'decree' || rank === 'administrative_regulation') return 'decree'
  return rank === 'ruling' || rank === 'eu_act' ? rank : 'statute'
}

function sentencesOf(texts: string[], paragraph: string | null): Sentence[] {
  let at = before.length
  return texts.map((text, index) => {
    const start = at
    at += text.length + 1
    return { paragraph, number: index + 1, start, end: start + text.length }
  })
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
