import type { Reranker } from './rerank.ts'
import { RerankError } from './rerank-error.ts'

/** Long enough that an endpoint that hangs slows one search and not each, short enough that it is soon used again. */
const restMs = 30_000

/** The same reranker, but after a failure it is not asked for a while: the failure is told again at once. */
export function restReranker(reranker: Reranker, now: () => number = Date.now): Reranker {
  let failed: { error: RerankError; at: number } | null = null
  return {
    async rerank(question, texts) {
      if (failed && now() - failed.at < restMs) throw failed.error
      try {
        const scores = await reranker.rerank(question, texts)
        failed = null
        return scores
      } catch (error) {
        if (error instanceof RerankError) failed = { error, at: now() }
        throw error
      }
    },
  }
}
