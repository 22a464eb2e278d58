import { createFairLine } from './fair-line.ts'
import { SlotWaitError } from './slot-wait-error.ts'

/** Where somebody stands in the line. */
export interface Place {
  /** 1: next; 0: it is one's turn. */
  position: number
  waiting: number
}

/** Who wants a slot. */
export interface Turn {
  /** Owners take turns; of one owner work is done in the order it came. */
  owner: string
  signal: AbortSignal
  /** Longest wait in milliseconds. */
  patienceMs: number
  /** Hears of each new place in line. Not called where nobody has to wait. */
  onMove: (place: Place) => void
}

/** Runs work while at most `limit` pieces run at once; the others wait in a fair line. */
export interface Slots {
  /**
   * Runs `work` as soon as it has a slot and frees the slot when it settles.
   * @throws the signal's reason, when it aborts before a slot was free; SlotWaitError where the wait is longer than
   * `patienceMs`, at once where the last work took so long that it must be. `work` is then never started.
   */
  run<T>(turn: Turn, work: () => Promise<T>): Promise<T>
}

interface Waiting {
  /** Where it was told to stand; null while nothing is waited for: the slot was free. */
  place: Place | null
  onMove: Turn['onMove']
  start: () => void
}

/** Share of the newest work in the running average of how long work takes. */
const newest = 0.3

export function createSlots(limit: number): Slots {
  const line = createFairLine<Waiting>()
  let running = 0
  let averageMs: number | null = null

  const fill = (): void => {
    while (running < limit) {
      const next = line.next()
      if (!next) break
      running += 1
      next.start()
    }
    line.order().forEach((each, index, all) => move(each, { position: index + 1, waiting: all.length }))
  }

  /** How long somebody who stands here will wait, as far as the last work tells. */
  const expectedMs = (place: Place | null): number => ((place?.position ?? 0) * (averageMs ?? 0)) / limit

  const enter = ({ owner, signal, patienceMs, onMove }: Turn): Promise<void> => {
    signal.throwIfAborted()
    return new Promise((resolve, reject) => {
      let timer: NodeJS.Timeout | undefined
      const settle = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', giveUp)
      }
      const leave = (reason: Error): void => {
        settle()
        line.leave(waiting)
        reject(reason)
        fill()
      }
      const giveUp = (): void => leave(signal.reason as Error)
      const start = (): void => {
        settle()
        if (waiting.place !== null) move(waiting, { position: 0, waiting: line.order().length })
        resolve()
      }
      const waiting: Waiting = { place: null, onMove, start }
      line.join(owner, waiting)
      fill()
      if (!line.order().includes(waiting)) return
      signal.addEventListener('abort', giveUp, { once: true })
      timer = setTimeout(() => leave(new SlotWaitError(patienceMs)), patienceMs)
      const expected = expectedMs(waiting.place)
      if (expected > patienceMs) leave(new SlotWaitError(expected))
    })
  }

  return {
    async run(turn, work) {
      await enter(turn)
      const began = performance.now()
      try {
        const result = await work()
        const tookMs = performance.now() - began
        averageMs = averageMs === null ? tookMs : newest * tookMs + (1 - newest) * averageMs
        return result
      } finally {
        running -= 1
        fill()
      }
    },
  }
}

function move(waiting: Waiting, place: Place): void {
  const { place: before } = waiting
  if (before?.position === place.position && before.waiting === place.waiting) return
  waiting.place = place
  waiting.onMove(place)
}
