import type { DocumentSummary } from './document.ts'
import type { Passage, RankedPassage, Why } from './passage.ts'

/** A search hit as outside programs see it. Fields may be added, never renamed (contracts.md). */
export interface Hit extends Pick<
  Passage,
  'norm' | 'paragraph' | 'label' | 'heading' | 'text' | 'validFrom' | 'validTo' | 'validBasis' | 'url' | 'urlShows'
> {
  rank: number
  score: number
  document: DocumentSummary
  normKey: string
  passageId: string
  /** Offsets of `text` in the norm's canonical text, in UTF-16 code units. */
  start: number
  end: number
  why: Why[]
}

/** The contract's shape of a ranked passage; what only the service itself needs stays behind. */
export function toHit(passage: RankedPassage): Hit {
  const { id, norm, normKey, paragraph, label, heading, text, start, end, rank, score, document, why } = passage
  const { validFrom, validTo, validBasis, url, urlShows } = passage
  return {
    rank,
    score,
    document,
    norm,
    normKey,
    paragraph,
    label,
    heading,
    passageId: id,
    text,
    start,
    end,
    validFrom,
    validTo,
    validBasis,
    url,
    urlShows,
    why,
  }
}
