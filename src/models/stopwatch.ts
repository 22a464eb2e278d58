/** Time that passed while at least one thing was going on: what overlaps counts once. */
export interface Stopwatch {
  /** Begins one; what is returned ends it, called once. */
  start(): () => void
  elapsedMs(): number
}

export function createStopwatch(now: () => number = () => performance.now()): Stopwatch {
  let going = 0
  let since = 0
  let before = 0
  return {
    start() {
      if (going === 0) since = now()
      going += 1
      return () => {
        going -= 1
        if (going === 0) before += now() - since
      }
    },
    elapsedMs: () => before + (going > 0 ? now() - since : 0),
  }
}
