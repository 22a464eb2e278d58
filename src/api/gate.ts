import { ProblemError } from './problem-error.ts'

/** How many questions are in the house at once, waiting or worked on: of one caller and in all. */
export interface GateLimits {
  perOwner: number
  total: number
}

/** What bounds the memory that questions take: each one holds its passages and its prompt until it is answered. */
export interface Gate {
  /**
   * Lets one question in; call what is returned, once, when it is answered.
   * @throws ProblemError at once where the caller (429) or the house (503) has too many already.
   */
  enter(owner: string): () => void
  /** The same around a piece of work. */
  run<T>(owner: string, work: () => Promise<T>): Promise<T>
}

/** Whoever is refused should not come back before some answers are out. */
const retryAfterSeconds = '15'

export function createGate(limits: GateLimits): Gate {
  const inside = new Map<string, number>()
  let total = 0
  const enter = (owner: string): (() => void) => {
    const own = inside.get(owner) ?? 0
    refuseWhereFull(own, total, limits)
    inside.set(owner, own + 1)
    total += 1
    return () => {
      total -= 1
      const left = (inside.get(owner) ?? 1) - 1
      if (left === 0) inside.delete(owner)
      else inside.set(owner, left)
    }
  }
  return {
    enter,
    async run(owner, work) {
      const leave = enter(owner)
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}

function refuseWhereFull(own: number, total: number, limits: GateLimits): void {
  const headers = { 'Retry-After': retryAfterSeconds }
  if (total >= limits.total)
    throw new ProblemError(
      'busy',
      `Es warten bereits ${total} Fragen, mehr werden nicht angenommen. Bitte in einer Minute noch einmal versuchen.`,
      { headers },
    )
  if (own >= limits.perOwner)
    throw new ProblemError(
      'too-many-questions',
      `Von Ihnen warten bereits ${own} Fragen. Bitte warten, bis eine davon beantwortet ist.`,
      { headers },
    )
}
