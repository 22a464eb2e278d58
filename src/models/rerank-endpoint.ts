import { modelFetch } from './model-fetch.ts'
import { readRerankScores } from './read-rerank-scores.ts'
import type { Reranker } from './rerank.ts'
import { RerankError } from './rerank-error.ts'

export interface RerankSettings {
  /** Address of the endpoint, with or without `/rerank`. */
  url: string
  model: string
  key: string | null
  /** From the question to the last byte of the scores. */
  timeoutMs: number
}

const maxReplyBytes = 4_000_000

type Body = (model: string, query: string, texts: string[]) => object

/** Jina, Cohere, vLLM, llama.cpp, Infinity. */
const common: Body = (model, query, documents) => ({ model, query, documents, top_n: documents.length })
/** Text Embeddings Inference has its own names, and refuses long texts unless told to cut them. */
const ofTei: Body = (_model, query, texts) => ({ query, texts, truncate: true })

/** How an endpoint refuses a body it cannot read. */
const unreadable: ReadonlySet<number | undefined> = new Set([400, 422])

/**
 * A reranker behind an HTTP endpoint of the common shape: `{model, query, documents, top_n}` → `{results: [{index,
 * relevance_score}]}`, or TEI's. Which of the two an endpoint reads is learned from its first answer.
 */
export function rerankEndpoint(settings: RerankSettings): Reranker {
  const address = rerankAddress(settings.url)
  const { key, timeoutMs } = settings
  const ask = modelFetch({ url: address, key, timeoutMs, idleMs: timeoutMs, maxBytes: maxReplyBytes })
  let read = common
  const scores = async (body: Body, question: string, texts: string[], signal: AbortSignal) => {
    const content = JSON.stringify(body(settings.model, question, texts))
    const reply = await ask(address, { method: 'POST', body: content, signal }).catch((error: unknown) => {
      throw failure(settings, 'Es antwortet nicht.', { cause: error })
    })
    if (!reply.ok) throw failure(settings, `Es antwortet mit dem Fehler ${reply.status}.`, { status: reply.status })
    const found = readRerankScores(await reply.json().catch(() => null), texts.length)
    if (!found) throw failure(settings, 'Es liefert nicht für jeden Text eine Zahl.')
    return found
  }
  return {
    async rerank(question, texts) {
      const signal = AbortSignal.timeout(timeoutMs)
      try {
        return await scores(read, question, texts, signal)
      } catch (error) {
        if (read !== common || !(error instanceof RerankError) || !unreadable.has(error.status)) throw error
        const found = await scores(ofTei, question, texts, signal)
        read = ofTei
        return found
      }
    },
  }
}

function rerankAddress(url: string): string {
  const trimmed = url.replace(/\/+$/, '')
  return /\/rerank(ing)?$/.test(trimmed) ? trimmed : `${trimmed}/rerank`
}

function failure(
  { url, model }: RerankSettings,
  found: string,
  facts: { status?: number; cause?: unknown } = {},
): RerankError {
  const message = `Das Rangmodell ${model} unter ${url} ist nicht brauchbar: ${found} Bitte FUNDSTELLE_RERANK_URL, FUNDSTELLE_RERANK_MODEL und FUNDSTELLE_RERANK_KEY prüfen.`
  return new RerankError(message, { model, ...facts })
}
