import { setTimeout as wait } from 'node:timers/promises'
import type { Job } from '../../src/store/job-queue.ts'
import { endRun } from './end-run.ts'
import { feedChunk } from './feed-chunk.ts'
import { giveUp } from './give-up.ts'
import { type ItemsOfRun, itemsOfRun } from './items-of-run.ts'
import { listRun } from './list-run.ts'
import { startRuns } from './start-runs.ts'
import type { SyncJob, SyncWorld } from './sync-world.ts'

export interface WorkOptions {
  /** What is started when the hour has come. */
  sources: readonly string[]
  signal: AbortSignal
  /** Hears in German what went wrong and is tried again. */
  say(message: string): void
  /** How long the queue is left alone when it was empty, in milliseconds. */
  pollMs: number
  /** A worker silent for so long has died; as the queue was opened with. */
  expirySeconds: number
  /** Asked before each piece: true ends the work. */
  isOver?(): Promise<boolean>
}

type Taken = NonNullable<Awaited<ReturnType<SyncWorld['queue']['take']>>>

/** Works the queue off until it is told to stop; one piece at a time. Any number of processes may, on one database. */
export async function work(world: SyncWorld, options: WorkOptions): Promise<void> {
  const itemsOf = itemsOfRun(world)
  while (!options.signal.aborted && !(await options.isOver?.())) {
    const taken = await world.queue.take().catch(() => null)
    if (taken) await carryOut(world, taken, itemsOf, options)
    else await wait(options.pollMs, undefined, { signal: options.signal }).catch(() => {})
  }
}

/** Keeps the piece while it is worked on; one that fails goes back into the queue. */
async function carryOut(world: SyncWorld, taken: Taken, itemsOf: ItemsOfRun, options: WorkOptions): Promise<void> {
  const { queue } = world
  const keeping = setInterval(() => void queue.keep(taken.job).catch(() => {}), options.expirySeconds * 250)
  try {
    await step(world, taken, itemsOf, options)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    if (!options.signal.aborted) options.say(`Abgleich: ${reason} Der Teil wird erneut versucht.`)
    await queue.failed(taken.job, error).catch(() => {})
  } finally {
    clearInterval(keeping)
  }
}

async function step(world: SyncWorld, taken: Taken, itemsOf: ItemsOfRun, options: WorkOptions): Promise<void> {
  if (taken.kind === 'due') {
    await startRuns(world, options.sources, 'schedule')
    return world.queue.done(taken.job)
  }
  if (taken.kind === 'lost') return giveUp(world, taken.job)
  const { job } = taken
  const { data } = job
  if (data.step === 'feed') return feedChunk(world, { ...job, data } satisfies Job<SyncJob>, itemsOf, options.signal)
  return data.step === 'list' ? listRun(world, job) : endRun(world, job)
}
