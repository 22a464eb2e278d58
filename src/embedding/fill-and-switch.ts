import { embeddingInput } from '../law/embedding-input.ts'
import type { EmbeddingModel } from '../models/embed.ts'
import { countEmbedded } from '../store/count-embedded.ts'
import type { Database } from '../store/database.ts'
import type { EmbeddingIndex } from '../store/embedding-index.ts'
import { fillIndex } from '../store/fill-index.ts'
import { findUnembedded, type UnembeddedPassage } from '../store/find-unembedded.ts'
import { switchIndex } from '../store/switch-index.ts'
import { tidy } from '../store/tidy.ts'
import type { Embeddings } from './embeddings.ts'
import { progressSentence } from './progress-sentence.ts'

/** Passages embedded and stored at a time; small, because the embedded database serves nobody else while it stores. */
const BATCH = 64

/**
 * Embeds what has no vector in the index, until nothing is left, then lets it answer. What is staged meanwhile counts:
 * the switch refuses while one passage is missing, and the round begins again.
 */
export async function fillAndSwitch(
  { database, embeddings }: { database: Database; embeddings: Embeddings },
  index: EmbeddingIndex,
  say: (message: string) => void,
  signal: AbortSignal,
): Promise<'switched' | 'abandoned' | 'stopped'> {
  const embedding = await embeddings.of(index)
  if (!embedding) throw new Error(`The configured embedding model ${index.model} cannot be asked.`)
  const progress = await progressOf(database, index.model, say)
  for (;;) {
    if ((await fill(database, index, embedding, progress, signal)) === 'abandoned') return 'abandoned'
    if (signal.aborted) return 'stopped'
    const outcome = await switchIndex(database, index.id)
    if (outcome === 'gone') return 'abandoned'
    if (outcome === 'switched') return 'switched'
  }
}

/** Through all passages once, in the order of their rows. */
async function fill(
  database: Database,
  index: EmbeddingIndex,
  embedding: EmbeddingModel,
  progress: (more: number) => void,
  signal: AbortSignal,
): Promise<'filled' | 'abandoned'> {
  let after = 0
  let added = 0
  while (!signal.aborted) {
    const batch = await findUnembedded(database, index.id, after, BATCH)
    const last = batch.at(-1)
    if (!last) break
    const filled = await fillIndex(database, index.id, await embedAll(embedding, batch))
    if (filled === null) return 'abandoned'
    progress(filled)
    added += filled
    after = last.id
  }
  // The new vectors answer next, and a search without statistics of them reads far too much.
  if (added > 0) await tidy(database)
  return 'filled'
}

async function embedAll(embedding: EmbeddingModel, batch: UnembeddedPassage[]): Promise<Map<string, Float32Array>> {
  const inputs = new Map(
    batch.map(({ embeddingSha256, heading, text }) => [embeddingSha256, embeddingInput(heading, text)]),
  )
  const vectors = await embedding.embed([...inputs.values()], 'passage')
  return new Map([...inputs.keys()].map((key, place) => [key, vectors[place] as Float32Array]))
}

/** Says how far it is at the start and at each further tenth. */
async function progressOf(
  database: Database,
  model: string,
  say: (message: string) => void,
): Promise<(more: number) => void> {
  const counts = (await countEmbedded(database, model)) ?? { done: 0, total: 0 }
  const tenth = () => Math.floor((10 * counts.done) / Math.max(counts.total, 1))
  let said = tenth()
  if (counts.total > 0) say(progressSentence(model, counts))
  return (more) => {
    counts.done += more
    counts.total = Math.max(counts.total, counts.done)
    if (tenth() === said) return
    said = tenth()
    say(progressSentence(model, counts))
  }
}
