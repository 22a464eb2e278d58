import { ingestParts } from '../ingest/formats.ts'
import { openSource } from '../ingest/sources/open-source.ts'
import type { Source } from '../ingest/sources/source.ts'
import { startRuns } from '../ingest/sync/start-runs.ts'
import type { SyncJob, SyncWorld } from '../ingest/sync/sync-world.ts'
import { work } from '../ingest/sync/work.ts'
import { readConfig } from '../src/config.ts'
import type { SyncItem, SyncRun } from '../src/law/sync-run.ts'
import type { Database } from '../src/store/database.ts'
import { openEmbeddingIndex } from '../src/store/embedding-index.ts'
import { findRun } from '../src/store/find-runs.ts'
import { openJobQueue } from '../src/store/job-queue.ts'
import { hashedEmbedding } from './hashed-embedding.ts'
import { knownEmbeddings } from './known-embeddings.ts'

/** Keeping current on a test's database: run a source over, and read what came of it. */
export interface TestSync extends SyncWorld {
  run(source: string, again?: boolean): Promise<{ run: SyncRun; items: SyncItem[] }>
}

const expirySeconds = 4

export async function openTestSync(
  database: Database,
  open: (name: string) => Promise<Source> = (name) =>
    openSource(name, { ...readConfig({ FUNDSTELLE_OFFLINE: '1' }), asOf: null, only: null }),
  guardOf: SyncWorld['guardOf'] = async () => ({ share: 0.34, most: 100 }),
): Promise<TestSync> {
  const embedding = hashedEmbedding()
  await openEmbeddingIndex(database, embedding.id, embedding.dimension)
  const parts = ingestParts({ database, embeddings: knownEmbeddings(embedding) })
  const queue = await openJobQueue<SyncJob>(database, { expirySeconds })
  const world: SyncWorld = { parts, queue, open, guardOf }
  return {
    ...world,
    async run(source, again) {
      const [id = ''] = await startRuns(world, [source], 'person', again)
      await work(world, {
        sources: [],
        signal: new AbortController().signal,
        say: () => {},
        pollMs: 20,
        expirySeconds,
        isOver: async () => ((await findRun(database, id))?.run.endedAt ?? null) !== null,
      })
      const found = await findRun(database, id)
      if (!found) throw new Error('The run is not stored.')
      return found
    },
  }
}
