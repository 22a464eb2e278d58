import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openLibrary } from '../../src/wiring.ts'
import { corpusDir, describeOnRealLaw } from '../corpus.ts'
import { startPostgres } from '../postgres-server.ts'
import { seededRandom } from '../../eval/seeded-random.ts'
import { feedFolder, type FreshLibrary, openFreshLibrary } from './fresh-library.ts'
import { brokenRules, libraryState, type LibraryState, stateDifferences } from './library-state.ts'
import { killPrograms, runProgram } from './run-program.ts'

const invented = [fileURLToPath(new URL('../../ingest/demo/gii', import.meta.url))]
const real = [join(corpusDir, 'stag'), join(corpusDir, 'intv')]
const postgres = await startPostgres()
const folders: string[] = []
let undisturbed: FreshLibrary

beforeAll(async () => {
  undisturbed = await openFreshLibrary()
})
afterEach(killPrograms)
afterAll(async () => {
  await undisturbed.discard()
  if (!('missing' in postgres)) postgres.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('killing the ingest of invented law', () => {
  test('at any moment loses nothing and doubles nothing (embedded)', async () => {
    const data = newFolder()
    await killWhileTheDatabaseIsMade(data)
    const after = await feedWithKills({ FUNDSTELLE_DATA: data }, invented, { kills: 3, withinMs: 800, seed: 11 })
    expect(after).toEqual({ differences: [], broken: [], exitCode: 0 })
  }, 180_000)

  const title = 'missing' in postgres ? `server: ${postgres.missing}` : 'server'
  test.skipIf('missing' in postgres)(
    `at any moment loses nothing and doubles nothing (${title})`,
    async () => {
      const environment = { DATABASE_URL: 'missing' in postgres ? '' : postgres.url }
      const after = await feedWithKills(environment, invented, { kills: 4, withinMs: 300, seed: 12 })
      expect(after).toEqual({ differences: [], broken: [], exitCode: 0 })
    },
    180_000,
  )
})

describeOnRealLaw('killing the ingest of several laws with several versions', () => {
  test('at any moment loses nothing and doubles nothing (embedded)', async () => {
    const environment = { FUNDSTELLE_DATA: newFolder() }
    const after = await feedWithKills(environment, real, { kills: 4, withinMs: 1500, seed: 13 })
    expect(after).toEqual({ differences: [], broken: [], exitCode: 0 })
  }, 180_000)
})

/**
 * Kills the program some time after it began to feed, again and again, then lets it finish; says what is different
 * from a library that was fed undisturbed.
 */
async function feedWithKills(
  environment: Record<string, string>,
  sources: string[],
  { kills, withinMs, seed }: { kills: number; withinMs: number; seed: number },
): Promise<{ differences: string[]; broken: string[]; exitCode: number | null }> {
  const random = seededRandom(seed)
  for (let kill = 0; kill < kills; kill += 1) {
    const feeding = runProgram('ingest/cli.ts', sources, environment)
    await feeding.says(' …')
    await wait(random() * withinMs)
    feeding.child.kill('SIGKILL')
    await feeding.ended
  }
  const { code: exitCode } = await runProgram('ingest/cli.ts', sources, environment).ended
  const expected = await expectedState(sources)
  const { database } = await openLibrary(readConfig(environment))
  try {
    const differences = stateDifferences(expected, await libraryState(database))
    return { differences, broken: await brokenRules(database), exitCode }
  } finally {
    await database.close()
  }
}

async function expectedState(sources: string[]): Promise<LibraryState> {
  await undisturbed.empty()
  for (const folder of sources) await feedFolder(undisturbed.parts, folder)
  return libraryState(undisturbed.database)
}

/** A data folder whose database is half made must be made anew, not taken for one. */
async function killWhileTheDatabaseIsMade(data: string): Promise<void> {
  const making = runProgram('ingest/cli.ts', invented, { FUNDSTELLE_DATA: data })
  const files = join(data, 'postgres')
  while (making.child.exitCode === null && (!existsSync(files) || readdirSync(files).length < 10)) await wait(2)
  making.child.kill('SIGKILL')
  await making.ended
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-kill-'))
  folders.push(folder)
  return folder
}
