import { concludeRun } from '../../src/store/conclude-run.ts'
import { saveCoverage } from '../../src/store/court-coverage.ts'
import { findRunCoverage } from '../../src/store/find-run-coverage.ts'
import { findRun } from '../../src/store/find-runs.ts'
import type { Job } from '../../src/store/job-queue.ts'
import { tidy } from '../../src/store/tidy.ts'
import type { SyncJob, SyncWorld } from './sync-world.ts'

/** The last step of a run: what is no longer listed goes, or the run stops and asks. May be done twice. */
export async function endRun({ parts, queue, guardOf }: SyncWorld, job: Job<SyncJob>): Promise<void> {
  const { run } = job.data
  const found = await findRun(parts.database, run)
  if (found && found.run.counts.added + found.run.counts.changed > 0) await tidy(parts.database)
  if (found?.run.publisher && found.run.counts.failed === 0)
    await saveCoverage(parts.database, found.run.publisher, await findRunCoverage(parts.database, run))
  await concludeRun(parts.database, run, await guardOf(found?.run.publisher ?? null))
  await queue.done(job)
}
