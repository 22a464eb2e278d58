import type { EmbeddingModel } from './embed.ts'
import { EmbeddingModelError } from './embedding-model-error.ts'

/** Long enough that an endpoint that hangs slows one search and not each, short enough that it is soon used again. */
const restMs = 30_000

/**
 * The same model, but after a failure it is not asked for the vector of a question for a while: the failure is told
 * again at once. Texts to be stored are always tried.
 */
export function restAfterFailure(model: EmbeddingModel, now: () => number = Date.now): EmbeddingModel {
  let failed: { error: EmbeddingModelError; at: number } | null = null
  return {
    ...model,
    async embed(texts, kind) {
      if (kind === 'query' && failed && now() - failed.at < restMs) throw failed.error
      try {
        const vectors = await model.embed(texts, kind)
        failed = null
        return vectors
      } catch (error) {
        if (error instanceof EmbeddingModelError) failed = { error, at: now() }
        throw error
      }
    },
  }
}
