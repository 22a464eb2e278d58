import type { Place } from './slots.ts'

/** One question at a model: whose it is, and what its calls, one or several, have used up of the limits together. */
export interface ChatTurn {
  owner: string
  /** Hears of each new place in the line before the model. */
  onMove: (place: Place) => void
  waitedMs: number
  workedMs: number
}

export function chatTurn(owner: string, onMove: ChatTurn['onMove'] = () => {}): ChatTurn {
  return { owner, onMove, waitedMs: 0, workedMs: 0 }
}
