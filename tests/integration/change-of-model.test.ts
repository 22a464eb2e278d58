import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ingestParts } from '../../ingest/formats.ts'
import { readConfig } from '../../src/config.ts'
import { openLibrary } from '../../src/wiring.ts'
import { hashedEmbedding } from '../hashed-embedding.ts'
import { startPostgres } from '../postgres-server.ts'
import { type ScriptedLlm, startScriptedLlm } from '../scripted-llm.ts'
import { seededRandom } from '../../eval/seeded-random.ts'
import { feedFolder } from './fresh-library.ts'
import { brokenRules, libraryState, type LibraryState, stateDifferences } from './library-state.ts'
import { killPrograms, runProgram } from './run-program.ts'
import { startService } from './start-service.ts'

const invented = fileURLToPath(new URL('../../ingest/demo/gii', import.meta.url))
const postgres = await startPostgres()
const folders: string[] = []
/** What the endpoint does before it gives its vectors. */
let before: (texts: string[]) => Promise<unknown> = async () => {}
let endpoint: ScriptedLlm
let toEndpoint: Record<string, string>
let filledWithEndpoint: LibraryState

beforeAll(async () => {
  const hashed = hashedEmbedding()
  endpoint = await startScriptedLlm(
    () => ({ status: 500 }),
    [],
    0,
    async (texts) => {
      await before(texts)
      return (await hashed.embed(texts, 'passage')).map((vector) => [...vector])
    },
  )
  toEndpoint = { FUNDSTELLE_EMBED_URL: endpoint.url, FUNDSTELLE_EMBED_MODEL: 'erfundenes-embedding' }
  filledWithEndpoint = await fill({ FUNDSTELLE_DATA: newFolder(), ...toEndpoint })
})
afterEach(killPrograms)
afterAll(async () => {
  await endpoint.close()
  if (!('missing' in postgres)) postgres.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

describe('killing the re-embedding', () => {
  test('at any moment loses nothing: the next run goes on and ends the same (embedded)', async () => {
    expect(await reembedWithKills({ FUNDSTELLE_DATA: newFolder() }, 21)).toEqual({ differences: [], exitCode: 0 })
  }, 180_000)

  const title = 'missing' in postgres ? `server: ${postgres.missing}` : 'server'
  test.skipIf('missing' in postgres)(
    `at any moment loses nothing: the next run goes on and ends the same (${title})`,
    async () => {
      const environment = { DATABASE_URL: 'missing' in postgres ? '' : postgres.url }
      expect(await reembedWithKills(environment, 22)).toEqual({ differences: [], exitCode: 0 })
    },
    180_000,
  )
})

test('the service started with another model answers at once, tells how far it is, and answers by the new one in the end', async () => {
  const data = newFolder()
  await fill({ FUNDSTELLE_DATA: data })
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const service = await startService({ FUNDSTELLE_DATA: data, ...toEndpoint })
  before = (texts) => (texts.length > 1 ? held : Promise.resolve())
  await service.ready()
  await service.says('Neu eingebettet mit erfundenes-embedding: 0 von')
  const search = { query: 'Welche Gebühr wird erhoben?', asOf: '2025-03-05', territory: 'DE' }
  const ways = async () => JSON.stringify(await (await service.post('/v1/search', search)).json())
  const embedding = async () => ((await (await service.get('/v1/sources')).json()) as { embedding: unknown }).embedding

  const during = await embedding()
  expect(during).toEqual({
    model: 'fundstelle-embed-v2',
    next: {
      model: 'erfundenes-embedding',
      done: 0,
      total: expect.any(Number),
      message: expect.stringMatching(/^Neu eingebettet mit erfundenes-embedding: 0 von \d+ Fundstellen \(0 %\)\.$/),
    },
  })
  expect(await ways()).toContain('"vector"')
  release()
  await service.says('Ab jetzt wird mit dem Einbettungsmodell erfundenes-embedding gesucht.')
  await service.says('Die Vektoren des Einbettungsmodells fundstelle-embed-v2 sind entfernt.')
  expect(await embedding()).toEqual({ model: 'erfundenes-embedding', next: null })
  expect(await ways()).toContain('"vector"')
  expect(await service.stop()).toBe(0)
}, 120_000)

/** Kills the program when the endpoint was asked so often, again and again, then lets it finish. */
async function reembedWithKills(
  environment: Record<string, string>,
  seed: number,
): Promise<{ differences: string[]; exitCode: number | null }> {
  await fill(environment)
  const random = seededRandom(seed)
  for (let kill = 0; kill < 4; kill += 1) {
    const changing = runProgram('scripts/reembed.ts', [], { ...environment, ...toEndpoint })
    let left = 1 + Math.floor(random() * 4)
    const wanted = new Promise<void>((resolve) => {
      before = async () => {
        if ((left -= 1) <= 0) resolve()
      }
    })
    await Promise.race([wanted, changing.ended])
    await new Promise((resolve) => setTimeout(resolve, random() * 60))
    changing.child.kill('SIGKILL')
    await changing.ended
  }
  before = async () => {}
  const { code: exitCode } = await runProgram('scripts/reembed.ts', [], { ...environment, ...toEndpoint }).ended
  const { database } = await openLibrary(readConfig({ ...environment, ...toEndpoint }))
  try {
    const differences = stateDifferences(filledWithEndpoint, await libraryState(database))
    return { differences: [...differences, ...(await brokenRules(database))], exitCode }
  } finally {
    await database.close()
  }
}

async function fill(environment: Record<string, string>): Promise<LibraryState> {
  const library = await openLibrary(readConfig(environment))
  await feedFolder(ingestParts(library), invented)
  const state = await libraryState(library.database)
  await library.database.close()
  return state
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-model-'))
  folders.push(folder)
  return folder
}
