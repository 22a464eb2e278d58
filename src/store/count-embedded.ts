import type { Queries } from './database.ts'

/** How many passages have a vector of a model that does not answer yet, and of how many; null without such an index. */
export async function countEmbedded(
  { query }: Queries,
  model: string,
): Promise<{ done: number; total: number } | null> {
  const [row] = await query<{ done: number; total: number }>(
    `select (select count(*) from passage_vectors v where v.index_id = i.id) as done,
            (select count(*) from passages) as total
       from embedding_indexes i where i.model = $1 and not i.active`,
    [model],
  )
  return row ?? null
}
