import { activeEmbedding } from '../src/embedding/active-embedding.ts'
import { UnknownEmbeddingModelError } from '../src/embedding/unknown-embedding-model-error.ts'
import type { EmbeddingModel } from '../src/models/embed.ts'
import type { Queries } from '../src/store/database.ts'
import type { EmbeddingIndex } from '../src/store/embedding-index.ts'
import { findEmbedded } from '../src/store/find-embedded.ts'
import type { PreparedNorm, PreparedPassage } from '../src/store/prepared-version.ts'
import { type StagedNorm, stageNorms } from '../src/store/stage-norm.ts'
import type { Format, IngestParts } from './ingest-parts.ts'
import { preparePassages } from './passages/prepare-version.ts'

/** Passages a transaction; small, because the embedded database serves nobody else meanwhile. */
const BATCH = 150

/**
 * Cuts, embeds and stores norms that are new. Returns how many passages were written and how many embedded.
 * @throws UnknownEmbeddingModelError where the model whose vectors answer cannot be asked
 */
export async function stageInBatches(
  parts: Pick<IngestParts, 'database' | 'embeddings'> & Pick<Format, 'cut'>,
  documentId: string,
  norms: PreparedNorm[],
): Promise<{ written: number; embedded: number }> {
  let written = 0
  let embedded = 0
  for (const batch of batches(documentId, norms, parts.cut)) {
    written += batch.flatMap((norm) => norm.passages).length
    embedded += await embedAndStage(parts, documentId, batch)
  }
  return { written, embedded }
}

function* batches(documentId: string, norms: PreparedNorm[], cut: Format['cut']): Generator<StagedNorm[]> {
  let batch: StagedNorm[] = []
  let size = 0
  for (const prepared of norms) {
    const passages = preparePassages(documentId, prepared, cut)
    batch.push({ prepared, passages })
    size += passages.length + 1
    if (size < BATCH) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

/** With the model that answers now; where that is another one by the time of storing, once more with that. */
async function embedAndStage(
  { database, embeddings }: Pick<IngestParts, 'database' | 'embeddings'>,
  documentId: string,
  batch: StagedNorm[],
): Promise<number> {
  const passages = batch.flatMap((norm) => norm.passages)
  for (;;) {
    const active = await activeEmbedding({ database, embeddings })
    if (!active?.embedding)
      throw new UnknownEmbeddingModelError(active?.index.model ?? 'unbekannt', embeddings.configured)
    const vectors = await embedNew(database, active.index, active.embedding, passages)
    if (await stageNorms(database, documentId, active.index, batch, vectors)) return vectors.size
  }
}

async function embedNew(
  database: Queries,
  index: EmbeddingIndex,
  embedding: EmbeddingModel,
  passages: PreparedPassage[],
): Promise<Map<string, Float32Array>> {
  const inputs = new Map(passages.map((passage) => [passage.embeddingSha256, passage.embeddingInput]))
  for (const known of await findEmbedded(database, index, [...inputs.keys()])) inputs.delete(known)
  const vectors = await embedding.embed([...inputs.values()], 'passage')
  return new Map([...inputs.keys()].map((key, place) => [key, vectors[place] as Float32Array]))
}
