import { findEmbedded } from '../src/store/find-embedded.ts'
import type { PreparedNorm, PreparedPassage } from '../src/store/prepared-version.ts'
import { type StagedNorm, stageNorms } from '../src/store/stage-norm.ts'
import type { IngestParts } from './ingest-parts.ts'
import { preparePassages } from './passages/prepare-version.ts'

/** Passages a transaction; small, because the embedded database serves nobody else meanwhile. */
const BATCH = 150

/** Cuts, embeds and stores norms that are new. Returns how many passages were written and how many embedded. */
export async function stageInBatches(
  parts: Pick<IngestParts, 'database' | 'index' | 'embedding' | 'cut'>,
  documentId: string,
  norms: PreparedNorm[],
): Promise<{ written: number; embedded: number }> {
  let written = 0
  let embedded = 0
  for (const batch of batches(documentId, norms, parts.cut)) {
    const passages = batch.flatMap((norm) => norm.passages)
    const vectors = await embedNew(parts, passages)
    await stageNorms(parts.database, documentId, parts.index, batch, vectors)
    written += passages.length
    embedded += vectors.size
  }
  return { written, embedded }
}

function* batches(documentId: string, norms: PreparedNorm[], cut: IngestParts['cut']): Generator<StagedNorm[]> {
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

async function embedNew(
  { database, index, embedding }: Pick<IngestParts, 'database' | 'index' | 'embedding'>,
  passages: PreparedPassage[],
): Promise<Map<string, Float32Array>> {
  const inputs = new Map(passages.map((passage) => [passage.embeddingSha256, passage.embeddingInput]))
  for (const known of await findEmbedded(database, index, [...inputs.keys()])) inputs.delete(known)
  const vectors = await embedding.embed([...inputs.values()], 'passage')
  return new Map([...inputs.keys()].map((key, place) => [key, vectors[place] as Float32Array]))
}
