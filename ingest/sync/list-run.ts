import { claimRun } from '../../src/store/claim-run.ts'
import { failRun } from '../../src/store/fail-run.ts'
import { findRunSource } from '../../src/store/find-run-source.ts'
import type { Job } from '../../src/store/job-queue.ts'
import { planRun } from '../../src/store/plan-run.ts'
import type { Source } from '../sources/source.ts'
import { UnusableSourceError } from '../sources/unusable-source-error.ts'
import { comeBack } from './come-back.ts'
import { cutChunks } from './cut-chunks.ts'
import { selectWork, type SelectedWork } from './select-work.ts'
import { secondsClosed } from './seconds-closed.ts'
import type { SyncJob, SyncWorld } from './sync-world.ts'

/** Until the publisher is asked by nobody else. */
const busySeconds = 30

/** The first step of a run: what is there, what of it is new, and who does which piece. All of the plan is stored or nothing. */
export async function listRun(world: SyncWorld, job: Job<SyncJob>): Promise<void> {
  const { queue, parts } = world
  const { run } = job.data
  const found = await findRunSource(parts.database, run)
  if (found === null) return queue.done(job)
  if (found.busy) return comeBack(world, job, busySeconds)
  try {
    const source = await world.open(found.source)
    const closedSeconds = secondsClosed(source)
    if (closedSeconds > 0) return await comeBack(world, job, closedSeconds)
    const claim = await claimRun(parts.database, run, source)
    if (claim === 'busy') return await comeBack(world, job, busySeconds)
    if (claim !== 'begun') return await queue.done(job)
    await plan(world, job, source, await selectWork(parts, source, found.again))
  } catch (error) {
    if (!(error instanceof UnusableSourceError)) throw error
    await parts.database.transaction(async (queries) => {
      await failRun(queries, run, error.message)
      await queue.done(job, queries)
    })
  }
}

async function plan({ parts, queue }: SyncWorld, job: Job<SyncJob>, source: Source, work: SelectedWork): Promise<void> {
  const { run } = job.data
  const chunks = source.readOnce ? cutChunks(work.todo, Infinity) : cutChunks(work.todo)
  const listed = work.listed && [...work.listed]
  const note = source.listed && !listed ? incomplete : null
  const steps: SyncJob[] = chunks.map((_, at) => ({ run, step: 'feed', chunk: at + 1 }))
  await parts.database.transaction(async (queries) => {
    const planned = chunks.map((chunk) => chunk.map(({ origin, slug }) => ({ origin, slug })))
    await planRun(queries, run, { items: work.items, listed, note, chunks: planned, coverage: source.covers?.() ?? [] })
    // A publisher is asked for one thing after the other: each piece puts in the next.
    const first = source.asksPublisher ? steps.slice(0, 1) : steps
    await queue.send(first.length > 0 ? first : [{ run, step: 'end' }], queries)
    await queue.done(job, queries)
  })
}

const incomplete =
  'Die Liste der Quelle war nicht vollständig zu lesen. Darum ist nichts zurückgezogen; beim nächsten Ablauf wird neu geprüft.'
