import { ChatModelError } from './chat-model-error.ts'

/** Failures in a row from which on a model is left alone. */
const failuresMax = 3
/** Long enough to spare others the wait, short enough that the model is soon used again. */
const restMsMax = 30_000
/** A failure that took longer cost somebody time; one that is told at once costs nobody. */
const costlyMsMin = 5000
/** Share of the time limit from which on a call that ran out of time had all of it. */
const wholeLimit = 0.9

/** Spares others the wait for a model that hangs. Times are on the clock of `now`, in milliseconds. */
export interface ChatRest {
  /** @throws ChatModelError while the model rests. */
  refuseWhileResting(): void
  /**
   * Begins a call that waited since then.
   * @throws ChatModelError while the model rests; and where somebody's whole time limit was over, and nobody was
   * answered, while this one waited: who waited that long must not wait for the same again.
   */
  begin(waitingSince: number): void
  worked(): void
  failed(error: unknown, tookMs: number): void
}

/**
 * After three costly failures in a row a model rests, as long as a failure costs and 30 seconds at most; then one
 * question tries it, and the others wait for how that ends. A failure that is told at once (500, connection refused)
 * counts for nothing: the model is asked each time, and used as soon as it works.
 */
export function createChatRest(
  model: string,
  timeoutMs: number,
  now: () => number = () => performance.now(),
): ChatRest {
  const restMs = Math.min(restMsMax, timeoutMs)
  const costlyMs = Math.min(costlyMsMin, timeoutMs * wholeLimit)
  let failures = 0
  let restsUntil = 0
  let lastWorked = -Infinity
  let lastHung = -Infinity

  const refuseWhileResting = (): void => {
    const leftMs = restsUntil - now()
    if (failures < failuresMax || leftMs <= 0) return
    const often = `hat ${failures}-mal hintereinander nicht rechtzeitig geantwortet und wird geschont`
    throw notAsked(model, `${often}. In ${Math.ceil(leftMs / 1000)} s wird es wieder gefragt.`)
  }

  return {
    refuseWhileResting,
    begin(waitingSince) {
      if (lastHung > waitingSince && lastWorked < waitingSince)
        throw notAsked(model, 'hat auch die Fragen davor nicht rechtzeitig beantwortet.')
      refuseWhileResting()
      // Of those who come after a rest one tries; until that is over the next rest has begun.
      restsUntil = now() + restMs
    },
    worked() {
      failures = 0
      lastWorked = now()
    },
    failed(error, tookMs) {
      const outOfTime = error instanceof ChatModelError && error.kind === 'timeout'
      if (outOfTime && tookMs >= timeoutMs * wholeLimit) lastHung = now()
      if (tookMs < costlyMs) return
      failures += 1
      restsUntil = now() + restMs
    },
  }
}

function notAsked(model: string, why: string): ChatModelError {
  return new ChatModelError('resting', `Das Sprachmodell ${model} wurde nicht gefragt: Es ${why}`)
}
