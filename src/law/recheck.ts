import type { RemovalReason } from './answer.ts'
import type { Day } from './day.ts'
import type { CitationState } from './citation-state.ts'

/** A cited place held against the law of another day. */
export interface RecheckedCitation {
  number: number
  label: string
  state: CitationState
  /** German sentence: what became of the place. */
  message: string
  /** Words of the passage as cited and as they are; null where they are the same, or there is none any more. */
  before: string | null
  after: string | null
  /** The place as it is called and found now; null where there is none. */
  now: {
    label: string
    sha256: string
    validFrom: Day
    validTo: Day | null
    url: string
    urlShows: 'this_version' | 'current_version'
  } | null
}

/** A sentence of the answer held against today's words of the places it stood on, by the rules of the verifier. */
export interface RecheckedClaim {
  text: string
  citations: number[]
  state: 'carried' | 'no_longer' | 'not_checked'
  reason: RemovalReason | null
  /** German sentence: what speaks against it; null where nothing does. */
  detail: string | null
}

/** Whether an answer still holds: `changed`: its sentences do, but places it stands on read otherwise. */
export interface Recheck {
  answerId: string
  answerAsOf: Day
  asOf: Day
  verdict: 'holds' | 'changed' | 'no_longer'
  message: string
  /** The same places on the day the answer was about, as that day is known now. */
  itsDay: { unchanged: boolean; message: string }
  corpusState: { ofAnswer: string; now: string }
  citations: RecheckedCitation[]
  claims: RecheckedClaim[]
}
