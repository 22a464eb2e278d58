import type { ConfirmOutcome } from '../law/sync-run.ts'
import type { Database } from './database.ts'
import { lockRelations } from './derive-relations.ts'
import { withdrawDocuments } from './withdraw-documents.ts'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Carries out what the deletion guard stopped, once a person (`by`, a pseudonym) has looked at it. */
export async function confirmRun(database: Database, id: string, by: string): Promise<ConfirmOutcome> {
  if (!uuid.test(id)) return { kind: 'unknown' }
  return database.transaction(async (queries) => {
    await lockRelations(queries)
    const [run] = await queries.query<{ source: string; state: string; newer: boolean }>(
      `select source, state, exists (
                select 1 from sync_runs n where n.source = r.source and n.created_at > r.created_at and n.state <> 'failed') as newer
         from sync_runs r where id = $1 for update`,
      [id],
    )
    if (!run) return { kind: 'unknown' }
    if (run.state !== 'stopped') return { kind: 'not_stopped' }
    if (run.newer) return { kind: 'superseded' }
    const kept = await queries.query<{ id: string }>(
      `update sync_run_items i set outcome = 'withdrawn', reason = 'Die Quelle führt es nicht mehr; bestätigt.', at = now()
         from documents d
        where i.run_id = $1 and i.outcome = 'kept' and d.id = i.document_id and d.withdrawn_at is null returning d.id`,
      [id],
    )
    await withdrawDocuments(
      queries,
      run.source,
      kept.map((item) => item.id),
    )
    await queries.query(
      `update sync_runs set state = 'done', failure = null, confirmed_by = $2, confirmed_at = now() where id = $1`,
      [id, by],
    )
    return { kind: 'done', withdrawn: kept.length }
  })
}
