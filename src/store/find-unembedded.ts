import type { Queries } from './database.ts'

/** A passage that an index has no vector of yet. */
export interface UnembeddedPassage {
  id: number
  embeddingSha256: string
  heading: string | null
  text: string
}

/** The next passages behind the row `after` without a vector in the index, in the order of their rows. */
export async function findUnembedded(
  { query }: Queries,
  indexId: number,
  after: number,
  limit: number,
): Promise<UnembeddedPassage[]> {
  return query<UnembeddedPassage>(
    `select p.id, p.embedding_sha256 as "embeddingSha256", p.heading, p.text from passages p
      where p.id > $2 and not exists (select 1 from passage_vectors v where v.index_id = $1 and v.passage_id = p.id)
      order by p.id limit $3`,
    [indexId, after, limit],
  )
}
