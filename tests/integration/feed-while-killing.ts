import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom } from '../../eval/seeded-random.ts'
import { ingest } from '../../ingest/ingest.ts'
import { officeSource } from '../../ingest/sources/office.ts'
import { openSyncWorld } from '../../ingest/sync/open-sync-world.ts'
import { startRuns } from '../../ingest/sync/start-runs.ts'
import { readConfig } from '../../src/config.ts'
import type { SyncRun } from '../../src/law/sync-run.ts'
import { findRun } from '../../src/store/find-runs.ts'
import { openLibrary } from '../../src/wiring.ts'
import { writePapers } from '../invented-papers.ts'
import { openFreshLibrary } from './fresh-library.ts'
import { brokenRules, libraryState, stateDifferences, type LibraryState } from './library-state.ts'
import { killPrograms, type Program, runProgram } from './run-program.ts'

export interface KilledFeed {
  killed: number
  /** Of these, while the run still had work. */
  whileOpen: number
  run: SyncRun
  brokenRules: string[]
  /** Rows that an undisturbed feed of the same papers has and this one has not, or the other way round. */
  differences: string[]
  rows: number
}

/**
 * Two workers read invented papers into a server's database; one of them is killed (SIGKILL) after a random while and
 * started again, `kills` times in all. Then everything stored is compared with an undisturbed feed into another library.
 */
export async function feedWhileKilling(databaseUrl: string, papers: number, kills: number): Promise<KilledFeed> {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-papers-killed-'))
  writePapers(folder, papers)
  const environment = { DATABASE_URL: databaseUrl, FUNDSTELLE_SYNC_EXPIRY: '2' }
  const config = readConfig(environment)
  const library = await openLibrary(config)
  const world = await openSyncWorld(library, config, false)
  try {
    const [id = ''] = await startRuns(world, [`office:${folder}`], 'person')
    const find = async () => (await findRun(library.database, id))?.run ?? null
    const counts = await killAtRandom(environment, kills, async () => (await find())?.endedAt === null)
    const run = await ended(find)
    killPrograms()
    const actual = await libraryState(library.database)
    const differences = stateDifferences(await undisturbed(folder), actual)
    const rows = Object.values(actual).flat().length
    return { ...counts, run, brokenRules: await brokenRules(library.database), differences, rows }
  } finally {
    killPrograms()
    await world.queue.close()
    await library.database.close()
    rmSync(folder, { recursive: true })
  }
}

/** Leaves two that work on. */
async function killAtRandom(environment: Record<string, string>, kills: number, isOpen: () => Promise<boolean>) {
  const random = seededRandom(7)
  const counts = { killed: 0, whileOpen: 0 }
  const live = async (deaths: number) => {
    for (let death = 0; death < deaths; death += 1) {
      const worker = await startWorker(environment)
      await wait(random() * 700)
      if (await isOpen()) counts.whileOpen += 1
      worker.child.kill('SIGKILL')
      if ((await worker.ended).signal === 'SIGKILL') counts.killed += 1
    }
    await startWorker(environment)
  }
  await Promise.all([live(Math.ceil(kills / 2)), live(Math.floor(kills / 2))])
  return counts
}

async function startWorker(environment: Record<string, string>): Promise<Program> {
  const worker = runProgram('ingest/cli.ts', ['work'], environment)
  await worker.says('abgearbeitet')
  return worker
}

async function ended(find: () => Promise<SyncRun | null>): Promise<SyncRun> {
  for (;;) {
    const run = await find()
    if (run !== null && run.endedAt !== null) return run
    await wait(300)
  }
}

async function undisturbed(folder: string): Promise<LibraryState> {
  const library = await openFreshLibrary()
  try {
    const source = await officeSource(folder, { asOf: null, scanCommand: null, territory: 'DE-NW' })
    for await (const { outcome, reason } of ingest(library.parts, source, { dryRun: false }))
      if (outcome !== 'added') throw new Error(`A paper was not fed: ${reason ?? outcome}`)
    return await libraryState(library.database)
  } finally {
    await library.discard()
  }
}
