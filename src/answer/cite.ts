import type { AnswerClaim, Citation, Evidence, ProseReference, VerifiedClaim } from '../law/answer.ts'
import { pageAt } from '../law/page-mark.ts'
import type { RankedPassage } from '../law/passage.ts'
import { formatLabel } from '../law/references/label.ts'
import { joinClaims } from './join-claims.ts'

/** Verified claims with the numbers of their citations, and the text made of both. */
export interface Cited {
  text: string
  claims: AnswerClaim[]
  /** In the order of their numbers, from 1, by first use. */
  citations: Citation[]
  /** References in the claims, with offsets in `text`. */
  references: ProseReference[]
}

/**
 * Numbers the evidence of verified claims and copies the quotes from the stored text: neighbouring sentences of a
 * passage become one citation, the same sentences one number. Claims of one role in a row share a paragraph.
 */
export function cite(verified: VerifiedClaim[]): Cited {
  const citations = new Map<string, Citation>()
  const claims = verified.map(({ text, role, evidence, supports, heading }): AnswerClaim => {
    const numbers = runsOf(evidence).map((run) => numberOf(run, citations))
    const cited = { text, role, citations: numbers, exists: true, supports }
    return heading === undefined ? cited : { ...cited, heading }
  })
  return { ...joinClaims(claims, verified), claims, citations: [...citations.values()] }
}

/** A citation of one sentence, under a number that is free. */
export function citeSentence(evidence: Evidence, number: number): Citation {
  return toCitation({ passage: evidence.passage, evidence: [evidence] }, evidence.span, number)
}

/** Sentences that follow each other in one passage. */
interface Run {
  passage: RankedPassage
  evidence: Evidence[]
}

function runsOf(evidence: Evidence[]): Run[] {
  const runs: Run[] = []
  for (const next of evidence.toSorted(byPlace)) {
    const run = runs.at(-1)
    const last = run?.evidence.at(-1)
    if (run && last && run.passage.id === next.passage.id && placeOf(next) === placeOf(last) + 1)
      run.evidence.push(next)
    else runs.push({ passage: next.passage, evidence: [next] })
  }
  return runs
}

/** The Nummer of a list, where no more than one of its items is cited. */
function itemOf(evidence: Evidence[]): string[] {
  const [only, ...more] = evidence
  return only?.item !== undefined && more.length === 0 ? [only.item] : []
}

function byPlace(a: Evidence, b: Evidence): number {
  return a.passage.rank - b.passage.rank || a.span.start - b.span.start
}

function placeOf({ passage, span }: Evidence): number {
  return passage.sentences.findIndex(({ end }) => Math.min(end, passage.end) === span.end)
}

function numberOf(run: Run, citations: Map<string, Citation>): number {
  const { passage, evidence } = run
  const start = Math.min(...evidence.map(({ span }) => span.start))
  const end = Math.max(...evidence.map(({ span }) => span.end))
  const key = `${passage.id} ${start} ${end}`
  const known = citations.get(key)
  if (known) return known.number
  const number = citations.size + 1
  citations.set(key, toCitation(run, { start, end }, number))
  return number
}

function toCitation(
  { passage, evidence }: Run,
  { start, end }: { start: number; end: number },
  number: number,
): Citation {
  const { document, norm, paragraph } = passage
  const path = [...passage.path, ...itemOf(evidence)]
  const sentences = [...new Set(evidence.map(({ sentence }) => sentence))]
  // A whole Absatz is cited without its sentences; part of one (cut at its Nummern) always names them. Nobody counts
  // the Sätze of an annex.
  const whole = path.length === 0 && evidence.length >= passage.sentences.length
  // The page of the words cited, which may not be the one on which their passage begins.
  const page = pageAt(passage.pages, start)
  const counted = !whole && /^(?:§|Art)/.test(norm ?? '')
  return {
    number,
    document,
    norm,
    paragraph,
    sentences,
    label: formatLabel({ norm, paragraph, sentences: counted ? sentences : [], path, page, document }),
    quote: passage.text.slice(start - passage.start, end - passage.start),
    start,
    end,
    sha256: passage.normSha256,
    passageId: passage.id,
    normKey: passage.normKey,
    validFrom: passage.validFrom,
    validTo: passage.validTo,
    validBasis: passage.validBasis,
    url: passage.url,
    urlShows: passage.urlShows,
  }
}
