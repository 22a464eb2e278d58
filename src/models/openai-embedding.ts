import type { OpenAIEmbeddings } from '@langchain/openai'
import { normalize, type EmbeddingModel } from './embed.ts'
import { EmbeddingModelError } from './embedding-model-error.ts'
import { baseUrl, modelFetch } from './model-fetch.ts'

export interface EmbeddingSettings {
  /** OpenAI-compatible endpoint, with or without `/v1`. */
  url: string
  model: string
  key: string | null
  /** Limit for one batch of texts. */
  timeoutMs: number
}

const batchSize = 32
const maxRetries = 2
/** Somebody waits for a question's vector, and the search goes on without it. */
const queryTimeoutMs = 10_000
const maxReplyBytes = 32_000_000

/**
 * An embedding model behind an OpenAI-compatible endpoint. `knownDimension`: that of the vectors stored of it; without
 * one a word is embedded at once to learn it.
 * @throws EmbeddingModelError when the endpoint must be asked and does not answer with a vector.
 */
export async function openAiEmbedding(
  settings: EmbeddingSettings,
  knownDimension: number | null = null,
): Promise<EmbeddingModel> {
  const patient = await createClient(settings, maxRetries)
  const hasty = await createClient({ ...settings, timeoutMs: Math.min(settings.timeoutMs, queryTimeoutMs) }, 0)
  const dimension =
    knownDimension ??
    (await vectorsOf(patient, settings, [instructed('Aufenthalt', 'query', settings.model)])).at(0)?.length ??
    0
  return {
    id: settings.model,
    dimension,
    async embed(texts, kind) {
      const vectors = await vectorsOf(
        kind === 'query' ? hasty : patient,
        settings,
        texts.map((text) => instructed(text, kind, settings.model)),
      )
      const odd = vectors.find((vector) => vector.length !== dimension)
      if (odd) throw failure(settings, `Es liefert Vektoren mit ${odd.length} statt ${dimension} Zahlen.`)
      return vectors
    },
  }
}

async function createClient(
  { url, model, key, timeoutMs }: EmbeddingSettings,
  retries: number,
): Promise<OpenAIEmbeddings> {
  const { OpenAIEmbeddings } = await import('@langchain/openai')
  const address = baseUrl(url)
  return new OpenAIEmbeddings({
    model,
    batchSize,
    maxRetries: retries,
    maxConcurrency: 2,
    encodingFormat: 'float',
    timeout: timeoutMs,
    // Everything the library would otherwise look up in the environment is said here.
    apiKey: key ?? 'none',
    configuration: {
      baseURL: address,
      adminAPIKey: null,
      organization: null,
      project: null,
      logLevel: 'off',
      fetch: modelFetch({ url: address, key, timeoutMs, idleMs: timeoutMs, maxBytes: maxReplyBytes }),
    },
  })
}

async function vectorsOf(
  client: OpenAIEmbeddings,
  settings: EmbeddingSettings,
  texts: string[],
): Promise<Float32Array[]> {
  const numbers = await client.embedDocuments(texts).catch((error: unknown) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : undefined
    throw failure(settings, status ? `Es antwortet mit dem Fehler ${status}.` : 'Es antwortet nicht.', error, status)
  })
  const vectors = numbers.map((vector) => normalize(Float32Array.from(vector)))
  if (vectors.length !== texts.length) throw failure(settings, 'Es liefert weniger Vektoren als Texte.')
  const unusable = vectors.some((vector) => vector.length === 0 || !vector.every(Number.isFinite))
  if (unusable) throw failure(settings, 'Es liefert Vektoren, die keine Zahlen sind.')
  return vectors
}

/** Some models were trained with a word before each text and find far less without it (their model cards say which). */
function instructed(text: string, kind: 'query' | 'passage', model: string): string {
  if (/(^|[/_-])e5([/_-]|$)/i.test(model)) return `${kind}: ${text}`
  if (kind === 'query' && /qwen3-embedding/i.test(model)) {
    return `Instruct: Given a legal question in German, retrieve passages of law that answer it\nQuery: ${text}`
  }
  return text
}

function failure(
  { url, model }: EmbeddingSettings,
  found: string,
  cause?: unknown,
  status?: number,
): EmbeddingModelError {
  const message = `Das Embedding-Modell ${model} unter ${url} ist nicht brauchbar: ${found} Bitte FUNDSTELLE_EMBED_URL, FUNDSTELLE_EMBED_MODEL und FUNDSTELLE_EMBED_KEY prüfen.`
  return new EmbeddingModelError(message, { model, status, cause })
}
