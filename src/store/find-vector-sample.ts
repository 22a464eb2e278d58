import type { Queries } from './database.ts'

/** One stored passage as the index's model read it, with the vector it gave; null where the index is empty. */
export async function findVectorSample(
  { query }: Queries,
  indexId: number,
): Promise<{ heading: string | null; text: string; vector: Float32Array } | null> {
  const [row] = await query<{ heading: string | null; text: string; vector: string }>(
    `select p.heading, p.text, v.embedding::text as vector
       from passage_vectors v join passages p on p.id = v.passage_id where v.index_id = $1 limit 1`,
    [indexId],
  )
  return row ? { ...row, vector: Float32Array.from(JSON.parse(row.vector) as number[]) } : null
}
