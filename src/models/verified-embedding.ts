import { normalize, type EmbeddingModel } from './embed.ts'
import { EmbeddingModelError } from './embedding-model-error.ts'

/** Vectors of one text from one model differ by rounding alone; those of two models have nothing to do with each other. */
const sameModelFrom = 0.9

/**
 * The same model, once it has shown that it is the one that made the stored vectors: many servers answer to any name
 * with whatever model they hold. `sample` gives a stored passage with its vector, null while there is none.
 * Throws EmbeddingModelError for a model of another kind.
 */
export function verifiedEmbedding(
  model: EmbeddingModel,
  sample: () => Promise<{ input: string; vector: Float32Array } | null>,
): EmbeddingModel {
  let verified = false
  return {
    ...model,
    async embed(texts, kind) {
      const vectors = await model.embed(texts, kind)
      verified ||= await verify(model, await sample())
      return vectors
    },
  }
}

async function verify(model: EmbeddingModel, stored: { input: string; vector: Float32Array } | null): Promise<boolean> {
  if (!stored) return false
  const [again] = await model.embed([stored.input], 'passage')
  if (likeness(normalize(stored.vector), again) >= sameModelFrom) return true
  throw new EmbeddingModelError(
    `Das Embedding-Modell ${model.id} ist nicht das, von dem die gespeicherten Vektoren dieses Namens stammen: es liefert andere. Bitte FUNDSTELLE_EMBED_URL prüfen; ein anderes Modell braucht einen anderen Namen (FUNDSTELLE_EMBED_MODEL).`,
    { model: model.id },
  )
}

function likeness(one: Float32Array, other: Float32Array | undefined): number {
  return one.reduce((sum, value, place) => sum + value * (other?.[place] ?? 0), 0)
}
