import type { ChatTurn } from './chat-turn.ts'
import type { InferenceClassifier } from './classify.ts'

/** The same classifier for one question: it may take what its other models left of the question's time, no more. */
export function classifierInTurn(
  classifier: InferenceClassifier,
  { working }: ChatTurn,
  timeoutMs: number,
): InferenceClassifier {
  return {
    ...classifier,
    async classify(pairs, signal) {
      const left = AbortSignal.timeout(Math.max(0, timeoutMs - working.elapsedMs()))
      const stop = working.start()
      try {
        return await classifier.classify(pairs, AbortSignal.any([signal, left]))
      } finally {
        stop()
      }
    },
  }
}
