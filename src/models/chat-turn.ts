import type { Place } from './slots.ts'
import { createStopwatch, type Stopwatch } from './stopwatch.ts'

/** One question at a model: whose it is, and what its calls, one or several at once, use up of its limits together. */
export interface ChatTurn {
  owner: string
  /** Hears of each new place of the question's first call in the line before the model. */
  onMove: (place: Place) => void
  calls: number
  waiting: Stopwatch
  working: Stopwatch
}

export function chatTurn(owner: string, onMove: ChatTurn['onMove'] = () => {}): ChatTurn {
  return { owner, onMove, calls: 0, waiting: createStopwatch(), working: createStopwatch() }
}
