/** Items of one piece of work: so few that a worker that dies loses little, so many that the queue stays short. */
const chunkItems = 40

/** Cuts items into pieces, by their order; the texts of one document stay together, because they change the same rows. */
export function cutChunks<Item extends { slug: string }>(items: readonly Item[], size = chunkItems): Item[][] {
  const chunks: Item[][] = []
  let chunk: Item[] = []
  for (const item of items) {
    if (chunk.length >= size && chunk.at(-1)?.slug !== item.slug) {
      chunks.push(chunk)
      chunk = []
    }
    chunk.push(item)
  }
  return chunk.length > 0 ? [...chunks, chunk] : chunks
}
