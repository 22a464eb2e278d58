import type { Config } from './config.ts'
import type { Embeddings } from './embedding/embeddings.ts'
import { embeddingInput } from './law/embedding-input.ts'
import type { EmbeddingModel } from './models/embed.ts'
import { openAiEmbedding } from './models/openai-embedding.ts'
import { restAfterFailure } from './models/rest-after-failure.ts'
import { staticEmbedding } from './models/static-embedding.ts'
import { verifiedEmbedding } from './models/verified-embedding.ts'
import type { Queries } from './store/database.ts'
import type { EmbeddingIndex } from './store/embedding-index.ts'
import { findVectorSample } from './store/find-vector-sample.ts'

const timeoutMs = 60_000

/**
 * The models of a configuration and of the index found active (`former`, null where there is none). The built-in model
 * can always be asked; a former one of an endpoint is asked at the configured address under its old name.
 */
export function openEmbeddings(endpoint: Config['embedding'], former: string | null, database: Queries): Embeddings {
  const builtIn = staticEmbedding()
  const opened = new Map<string, Promise<EmbeddingModel>>()
  return {
    configured: endpoint?.model ?? builtIn.id,
    async of(index) {
      if (index.model === builtIn.id) return builtIn
      if (!endpoint || (index.model !== endpoint.model && index.model !== former)) return null
      const key = JSON.stringify([index.id, index.model, index.dimension])
      const model = opened.get(key) ?? openStored(endpoint, index, database)
      opened.set(key, model)
      return model
    },
    openConfigured: async () => (endpoint ? openAiEmbedding({ ...endpoint, timeoutMs }) : builtIn),
  }
}

async function openStored(
  endpoint: NonNullable<Config['embedding']>,
  { id, model, dimension }: EmbeddingIndex,
  database: Queries,
): Promise<EmbeddingModel> {
  const asked = await openAiEmbedding({ ...endpoint, model, timeoutMs }, dimension)
  const sample = async () => {
    const stored = await findVectorSample(database, id)
    return stored && { input: embeddingInput(stored.heading, stored.text), vector: stored.vector }
  }
  return restAfterFailure(verifiedEmbedding(asked, sample))
}
