import type { Embeddings } from '../src/embedding/embeddings.ts'
import type { EmbeddingModel } from '../src/models/embed.ts'

/** A process that is configured to the first of these models and can ask the others too. */
export function knownEmbeddings(configured: EmbeddingModel, ...others: EmbeddingModel[]): Embeddings {
  return {
    configured: configured.id,
    of: async ({ model }) => [configured, ...others].find(({ id }) => id === model) ?? null,
    openConfigured: async () => configured,
  }
}

/** The same model, but `before` is run each time passages are to be embedded, with how often that was so far. */
export function interrupted(model: EmbeddingModel, before: (call: number) => Promise<void>): EmbeddingModel {
  let calls = 0
  return {
    ...model,
    async embed(texts, kind) {
      if (kind === 'passage') await before((calls += 1))
      return model.embed(texts, kind)
    },
  }
}
