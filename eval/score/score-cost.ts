import type { Scorer } from './scorer.ts'

/** What an answer cost (D12): milliseconds to the first event and to the end, tokens read and written. Null where unknown. */
export const scoreCost: Scorer = (_reference, { status, firstEventMs, totalMs, tokens }) =>
  status === 'failed'
    ? {}
    : { first_event_ms: firstEventMs, total_ms: totalMs, tokens: tokens && tokens.prompt + tokens.completion }
