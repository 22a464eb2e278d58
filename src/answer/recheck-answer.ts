import type { Answer, AnswerClaim, Citation, Draft, Evidence, LawName } from '../law/answer.ts'
import type { CitedPassage } from '../law/citation-state.ts'
import { germanDay, type Day } from '../law/day.ts'
import type { NormLookup } from '../law/library.ts'
import type { Passage } from '../law/passage.ts'
import type { Recheck, RecheckedCitation, RecheckedClaim } from '../law/recheck.ts'
import { numberEvidence } from './compose/number-evidence.ts'
import { type FindKnownRulings, lookUpRulings } from './look-up-rulings.ts'
import { type FindNormStates, lookUpStates } from './look-up-states.ts'
import { comparePlace, type ComparedPlace } from './recheck/compare-place.ts'
import { findCounterparts } from './recheck/find-counterparts.ts'
import { judgeRecheck } from './recheck/judge-recheck.ts'
import type { VerifyContext } from './verify/check.ts'
import { referencesOf, verify } from './verify/verify.ts'

/** What looking at an answer again needs, handed in by the wiring. */
export interface RecheckParts {
  register: (asOf: Day) => Promise<LawName[]>
  findNormStates: FindNormStates
  findKnownRulings: FindKnownRulings
  findNorm: (documentId: string, normKey: string, asOf: Day) => Promise<NormLookup>
  findNormPassages: (documentId: string, normKey: string, asOf: Day) => Promise<Passage[]>
  /** The passages as they were cited, by their ids. */
  findCitedPassages: (ids: string[]) => Promise<CitedPassage[]>
  corpusState: () => Promise<string>
}

/**
 * Whether a stored answer still holds on a day: each of its places held against the same norm on that day, and each of its
 * sentences against what stands there now, by the rules of the verifier. The record stays as it is, and no model is asked.
 */
export async function recheckAnswer(parts: RecheckParts, answer: Answer, asOf: Day): Promise<Recheck> {
  const cited = new Map(
    (await parts.findCitedPassages(answer.citations.map(({ passageId }) => passageId))).map((each) => [each.id, each]),
  )
  const places = await comparePlaces(parts, answer.citations, cited, asOf)
  const onItsDay = await comparePlaces(parts, answer.citations, cited, answer.asOf)
  const claims = await recheckClaims(parts, answer, { places, cited, asOf })
  const citations = places.map(({ citation, place }) =>
    describe(citation, place, cited.get(citation.passageId) ?? null),
  )
  const unchanged = onItsDay.every(({ place }) => place.state === 'unchanged')
  return {
    answerId: answer.id,
    answerAsOf: answer.asOf,
    asOf,
    ...judgeRecheck(claims, citations, asOf),
    itsDay: { unchanged, message: itsDayMessage(unchanged, answer.asOf) },
    corpusState: { ofAnswer: answer.sources.corpusState, now: await parts.corpusState() },
    citations,
    claims,
  }
}

interface PlaceOfCitation {
  citation: Citation
  place: ComparedPlace
}

async function comparePlaces(
  { findNorm, findNormPassages }: RecheckParts,
  citations: Citation[],
  cited: Map<string, CitedPassage>,
  asOf: Day,
): Promise<PlaceOfCitation[]> {
  const compared: PlaceOfCitation[] = []
  for (const citation of citations) {
    const { document, normKey, passageId } = citation
    const lookup = await findNorm(document.id, normKey, asOf)
    const passages = lookup.found ? await findNormPassages(document.id, normKey, asOf) : []
    compared.push({ citation, place: comparePlace(citation, cited.get(passageId) ?? null, { lookup, passages }, asOf) })
  }
  return compared
}

async function recheckClaims(
  parts: RecheckParts,
  { claims }: Answer,
  { places, cited, asOf }: { places: PlaceOfCitation[]; cited: Map<string, CitedPassage>; asOf: Day },
): Promise<RecheckedClaim[]> {
  const evidence = evidenceOf(places)
  const drafts = claims.map((claim): Draft => {
    const evidenceIds = places
      .filter(({ citation }) => claim.citations.includes(citation.number))
      .flatMap(({ citation, place }) => {
        const here = evidence.filter(({ passage }) => passage.id === place.passage?.id)
        return findCounterparts(citation, cited.get(citation.passageId) ?? null, here)
      })
    return { claims: [{ text: claim.text, role: claim.role, evidenceIds }], open: [], malformed: [] }
  })
  const register = await parts.register(asOf)
  const named = drafts.flatMap((draft) => referencesOf(draft, register, evidence))
  const lookup = await lookUpStates(parts.findNormStates, named, asOf)
  const ruling = await lookUpRulings(
    parts.findKnownRulings,
    claims.map(({ text }) => text),
  )
  const context = { asOf, register, lookup, ruling }
  return claims.map((claim, at) => judge(claim, drafts[at], evidence, context))
}

/** Every sentence of the places as they are now, each once, whatever their length. */
function evidenceOf(places: PlaceOfCitation[]): Evidence[] {
  const passages = new Map(
    places.flatMap(({ place: { passage } }) => (passage ? [[passage.id, passage] as const] : [])),
  )
  const ranked = [...passages.values()].map((passage, at) => ({
    ...passage,
    rank: at + 1,
    score: 1,
    why: [{ by: 'reference' as const }],
  }))
  return numberEvidence(ranked, Number.POSITIVE_INFINITY)
}

function judge(
  claim: AnswerClaim,
  draft: Draft | undefined,
  evidence: Evidence[],
  context: VerifyContext,
): RecheckedClaim {
  const { text, citations } = claim
  const evidenceIds = draft?.claims[0]?.evidenceIds ?? []
  if (!draft || evidenceIds.length === 0)
    return {
      text,
      citations,
      state: 'no_longer',
      reason: null,
      detail: 'Der Satz, auf dem er stand, steht dort nicht mehr.',
    }
  const { claims, removed } = verify(draft, evidence, context)
  const [failure] = removed
  // A quote that is no whole sentence was never held to the form of one; in other words it cannot be judged.
  if (failure?.reason === 'malformed' || (!failure && claims[0]?.supports === 'not_checked'))
    return { text, citations, state: 'not_checked', reason: null, detail: null }
  if (failure) return { text, citations, state: 'no_longer', reason: failure.reason, detail: failure.detail }
  return { text, citations, state: 'carried', reason: null, detail: null }
}

function describe(
  { number, label }: Citation,
  { state, message, passage }: ComparedPlace,
  cited: CitedPassage | null,
): RecheckedCitation {
  const differs = state === 'changed' || state === 'context_changed'
  const now = passage && {
    label: passage.label,
    sha256: passage.normSha256,
    validFrom: passage.validFrom,
    validTo: passage.validTo,
    url: passage.url,
    urlShows: passage.urlShows,
  }
  return {
    number,
    label,
    state,
    message,
    before: differs ? (cited?.text ?? null) : null,
    after: differs ? (passage?.text ?? null) : null,
    now,
  }
}

function itsDayMessage(unchanged: boolean, asOf: Day): string {
  return unchanged
    ? `Für den ${germanDay(asOf)}, nach dem gefragt war, lauten die Stellen weiter wie zitiert.`
    : `Auch für den ${germanDay(asOf)}, nach dem gefragt war, lauten die Stellen nicht mehr wie zitiert.`
}
