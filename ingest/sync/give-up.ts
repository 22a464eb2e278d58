import { failRun } from '../../src/store/fail-run.ts'
import { findChunk } from '../../src/store/find-chunk.ts'
import type { Job } from '../../src/store/job-queue.ts'
import { closeChunk, failedItem } from './feed-chunk.ts'
import type { SyncJob, SyncWorld } from './sync-world.ts'

const lostItem =
  'Der Text war in einem Teil des Ablaufs, der auch nach mehreren Versuchen nicht zu Ende kam. Beim nächsten Ablauf wird er wieder versucht.'
const lostRun =
  'Der Ablauf kam auch nach mehreren Versuchen nicht zu Ende. Was oben steht, ist getan; das Protokoll des Dienstes sagt, woran es lag.'

/** Work that failed again and again: a piece's texts are reported as failed and the run goes on; without its list a run is over. */
export async function giveUp(world: SyncWorld, job: Job<SyncJob>): Promise<void> {
  const { database } = world.parts
  const { data } = job
  if (data.step === 'feed') {
    const chunk = await findChunk(database, data.run, data.chunk)
    if (chunk === null) return world.queue.done(job)
    const failures = chunk.items.map((item) => failedItem(item, lostItem))
    return closeChunk(world, { ...job, data }, failures, chunk.asksPublisher)
  }
  await database.transaction(async (queries) => {
    await failRun(queries, data.run, lostRun)
    await world.queue.done(job, queries)
  })
}
