import type { Job } from '../../src/store/job-queue.ts'
import type { SyncJob, SyncWorld } from './sync-world.ts'

/** Puts a piece of work off: somebody takes it again after so many seconds. */
export async function comeBack({ parts, queue }: SyncWorld, job: Job<SyncJob>, afterSeconds: number): Promise<void> {
  await parts.database.transaction(async (queries) => {
    await queue.send([job.data], queries, afterSeconds)
    await queue.done(job, queries)
  })
}
