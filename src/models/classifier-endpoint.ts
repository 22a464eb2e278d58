import { ClassifierError } from './classifier-error.ts'
import type { InferenceClassifier, InferenceScores } from './classify.ts'
import { modelFetch } from './model-fetch.ts'
import { readInferenceScores } from './read-inference-scores.ts'

export interface ClassifierSettings {
  /** Address of the endpoint, ending in `/predict`. */
  url: string
  model: string
  key: string | null
  /** From the request to the last byte. */
  timeoutMs: number
}

const maxReplyBytes = 1_000_000

/**
 * A classifier behind Text Embeddings Inference: `POST /predict {inputs: [[premise, hypothesis], …]}` →
 * `[[{label, score}, …], …]` (its router/src/http/types.rs).
 */
export function classifierEndpoint({ url, model, key, timeoutMs }: ClassifierSettings): InferenceClassifier {
  const ask = modelFetch({ url, key, timeoutMs, idleMs: timeoutMs, maxBytes: maxReplyBytes })
  return {
    name: model,
    async classify(pairs, signal) {
      const inputs = pairs.map(({ premise, hypothesis }) => [premise, hypothesis])
      const body = JSON.stringify({ inputs, truncate: false })
      const reply = await ask(url, { method: 'POST', body, signal }).catch((error: unknown) => {
        throw new ClassifierError('Es antwortet nicht.', error)
      })
      if (!reply.ok) throw new ClassifierError(`Es antwortet mit dem Fehler ${reply.status}.`)
      const scores: InferenceScores[] | null = readInferenceScores(await reply.json().catch(() => null), pairs.length)
      if (!scores) throw new ClassifierError('Seine Urteile waren nicht lesbar.')
      return scores
    },
  }
}
