/** Runs work while at most `limit` pieces run at once; the others wait in the order they came. */
export interface Slots {
  /**
   * Runs `work` as soon as a slot is free and frees the slot when it settles.
   * @throws the signal's reason, when it aborts before a slot was free; `work` is then never started.
   */
  run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T>
}

export function createSlots(limit: number): Slots {
  const waiting: (() => void)[] = []
  let running = 0

  const release = (): void => {
    const next = waiting.shift()
    // The slot passes straight to the next in line: a newcomer cannot slip in between.
    if (next) next()
    else running -= 1
  }

  const acquire = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    if (running < limit) {
      running += 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const start = (): void => {
        signal.removeEventListener('abort', giveUp)
        resolve()
      }
      const giveUp = (): void => {
        waiting.splice(waiting.indexOf(start), 1)
        reject(signal.reason as Error)
      }
      signal.addEventListener('abort', giveUp, { once: true })
      waiting.push(start)
    })
  }

  return {
    async run(signal, work) {
      await acquire(signal)
      try {
        return await work()
      } finally {
        release()
      }
    },
  }
}
