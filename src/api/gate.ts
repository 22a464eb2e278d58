import { ProblemError } from './problem-error.ts'

/** How many questions are worked on at once, by one caller and in all. */
export interface GateLimits {
  perOwner: number
  total: number
}

export interface Gate {
  /** Runs `work`, or throws a ProblemError at once (429 for the caller's own limit, 503 for the house's). */
  run<T>(owner: string, work: () => Promise<T>): Promise<T>
}

export function createGate(limits: GateLimits): Gate {
  const running = new Map<string, number>()
  let total = 0
  return {
    async run(owner, work) {
      const own = running.get(owner) ?? 0
      refuseWhereFull(own, total, limits)
      running.set(owner, own + 1)
      total += 1
      try {
        return await work()
      } finally {
        total -= 1
        const left = (running.get(owner) ?? 1) - 1
        if (left === 0) running.delete(owner)
        else running.set(owner, left)
      }
    },
  }
}

function refuseWhereFull(own: number, total: number, limits: GateLimits): void {
  const headers = { 'Retry-After': '5' }
  if (own >= limits.perOwner)
    throw new ProblemError('too-many-questions', 'Bitte warten, bis eine der laufenden Fragen beantwortet ist.', {
      headers,
    })
  if (total >= limits.total)
    throw new ProblemError('busy', 'Bitte in einigen Sekunden noch einmal versuchen.', { headers })
}
