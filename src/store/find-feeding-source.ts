import type { Queries } from './database.ts'

/** The source that a document was read from last, as on the command line; null where no run has read it. */
export async function findFeedingSource({ query }: Queries, documentId: string): Promise<string | null> {
  const [row] = await query<{ source: string }>(
    `select r.source from sync_run_items i join sync_runs r on r.id = i.run_id
      where i.document_id = $1 and i.outcome in ('added', 'changed') order by i.at desc limit 1`,
    [documentId],
  )
  return row?.source ?? null
}
