import type { Queries } from './database.ts'

/** Marks a piece as done. `next`: the first piece not done; `open`: how many are not. */
export async function finishChunk(
  { query }: Queries,
  runId: string,
  number: number,
): Promise<{ next: number | null; open: number }> {
  // The last two done at once must not both see the other open.
  await query('select 1 from sync_runs where id = $1 for update', [runId])
  await query('update sync_chunks set done_at = now() where run_id = $1 and number = $2', [runId, number])
  const [left] = await query<{ next: number | null; open: number }>(
    'select min(number) as next, count(*) as open from sync_chunks where run_id = $1 and done_at is null',
    [runId],
  )
  return left ?? { next: null, open: 0 }
}
