import type { SyncItem } from '../law/sync-run.ts'
import type { Queries } from './database.ts'

/** Notes what became of items of a run; of the same item the last word counts. */
export async function recordRunItems({ query }: Queries, runId: string, items: SyncItem[]): Promise<void> {
  if (items.length === 0) return
  await query(
    `insert into sync_run_items (run_id, origin, slug, document_id, label, day, outcome, reason, norms)
     select $1, i.origin, i.slug, i."documentId", i.label, i.day, i.outcome, i.reason, i.norms
       from jsonb_to_recordset($2) as i (origin text, slug text, "documentId" text, label text, day date, outcome text, reason text, norms jsonb)
     on conflict (run_id, origin) do update set
       document_id = excluded.document_id, label = excluded.label, day = excluded.day, outcome = excluded.outcome,
       reason = excluded.reason, norms = excluded.norms, at = now()`,
    [runId, JSON.stringify(items)],
  )
}
