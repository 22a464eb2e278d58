import type { SyncRun } from '../../src/law/sync-run.ts'
import { failOrphanedRuns } from '../../src/store/fail-orphaned-runs.ts'
import { requestRun } from '../../src/store/request-run.ts'
import type { SyncWorld } from './sync-world.ts'

/** Puts a run of each source into the queue; returns their ids. A source with an open run keeps that one. `again`: unchanged texts are read anew. */
export async function startRuns(
  { parts: { database }, queue }: SyncWorld,
  sources: readonly string[],
  trigger: SyncRun['trigger'],
  again = false,
): Promise<string[]> {
  await failOrphanedRuns(database)
  const ids: string[] = []
  for (const source of sources)
    ids.push(
      await database.transaction(async (queries) => {
        const { id, fresh } = await requestRun(queries, source, trigger, again)
        if (fresh) await queue.send([{ run: id, step: 'list' }], queries)
        return id
      }),
    )
  return ids
}
