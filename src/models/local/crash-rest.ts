import { ChatModelError } from '../chat-model-error.ts'

/** A first crash may be chance; one after the other is not, and starting a large model costs the machine a minute. */
const pauseMs = 1000
const restMs = 30_000

/** The pause between the end of a model's process and the next one. */
export interface CrashRest {
  /** Waits a short pause out; throws ChatModelError in a long one. */
  wait(name: string): Promise<void>
  ended(): void
  unusable(): void
  worked(): void
}

export function createCrashRest(now: () => number = Date.now): CrashRest {
  let inRow = 0
  let until = 0
  const pause = (): void => {
    until = now() + (inRow > 1 ? restMs : pauseMs)
  }
  return {
    async wait(name) {
      const leftMs = until - now()
      if (leftMs > pauseMs) {
        const message = `Das Sprachmodell ${name} ist mehrmals abgestürzt oder nicht zu laden und ruht; in ${Math.ceil(leftMs / 1000)} s wird es wieder versucht.`
        throw new ChatModelError('unreachable', message)
      }
      if (leftMs > 0) await new Promise((resolve) => setTimeout(resolve, leftMs))
    },
    ended() {
      inRow += 1
      pause()
    },
    unusable() {
      inRow = Math.max(inRow, 2)
      pause()
    },
    worked() {
      inRow = 0
    },
  }
}
