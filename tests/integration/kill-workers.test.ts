import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, expect, test } from 'vitest'
import { seededRandom } from '../../eval/seeded-random.ts'
import { openSyncWorld } from '../../ingest/sync/open-sync-world.ts'
import { startRuns } from '../../ingest/sync/start-runs.ts'
import { readConfig } from '../../src/config.ts'
import { findRun } from '../../src/store/find-runs.ts'
import { openLibrary } from '../../src/wiring.ts'
import { writeLaw } from '../invented-gii.ts'
import { startPostgres } from '../postgres-server.ts'
import { feedFolder, openFreshLibrary } from './fresh-library.ts'
import { brokenRules, libraryState, stateDifferences } from './library-state.ts'
import { killPrograms, type Program, runProgram } from './run-program.ts'

const postgres = await startPostgres()
const folder = mkdtempSync(join(tmpdir(), 'fundstelle-workers-'))
const laws = 220
const rounds = 5

afterEach(killPrograms)
afterAll(() => {
  if (!('missing' in postgres)) postgres.stop()
  rmSync(folder, { recursive: true, force: true })
})

const title = 'missing' in postgres ? ` (${postgres.missing})` : ''
test.skipIf('missing' in postgres)(
  `two workers killed again and again leave what an undisturbed feed leaves, row by row, and a true report${title}`,
  async () => {
    writeLaws(laws)
    const environment = { DATABASE_URL: 'missing' in postgres ? '' : postgres.url, FUNDSTELLE_SYNC_EXPIRY: '2' }
    const library = await openLibrary(readConfig(environment))
    const world = await openSyncWorld(library, readConfig(environment), false)
    const [id = ''] = await startRuns(world, [folder], 'person')
    const found = async () => (await findRun(library.database, id))?.run
    const random = seededRandom(21)
    let cutShort = 0
    for (let round = 0; round < rounds; round += 1) {
      const workers = await startWorkers(environment)
      for (const { child, ended } of workers) {
        await wait(random() * 600)
        child.kill('SIGKILL')
        await ended
      }
      if ((await found())?.endedAt === null) cutShort += 1
    }
    await startWorkers(environment)
    await expect.poll(async () => (await found())?.state, { timeout: 120_000, interval: 500 }).toBe('done')
    killPrograms()
    expect(cutShort).toBeGreaterThan(1)
    expect((await found())?.counts).toMatchObject({ added: laws, changed: laws, unchanged: 0, failed: 0 })
    const actual = await libraryState(library.database)
    expect(await brokenRules(library.database)).toEqual([])
    await world.queue.close()
    await library.database.close()
    const undisturbed = await openFreshLibrary()
    await feedFolder(undisturbed.parts, folder)
    expect(stateDifferences(await libraryState(undisturbed.database), actual)).toEqual([])
    await undisturbed.discard()
  },
  300_000,
)

async function startWorkers(environment: Record<string, string>): Promise<Program[]> {
  const workers = [1, 2].map(() => runProgram('ingest/cli.ts', ['work'], environment))
  await Promise.all(workers.map((worker) => worker.says('abgearbeitet')))
  return workers
}

/** Two texts each, with words that all laws share and some that only one has. */
function writeLaws(count: number): void {
  for (let law = 0; law < count; law += 1)
    for (const [day, turn] of [
      ['2024-01-01', 'bis'],
      ['2025-01-01', 'ab'],
    ] as const) {
      const norms = [1, 2, 3, 4, 5, 6].map((norm): [string, string] => [
        `§ ${norm}`,
        `Die Musterbehörde ${law} prüft den Antrag nach § ${norm + 1} binnen ${law + norm} Tagen ${norm === 3 ? turn : 'in'} Musterstadt.`,
      ])
      writeLaw(folder, `muster_${law}`, day, Object.fromEntries(norms))
    }
}
