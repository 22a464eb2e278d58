import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openFreshLibrary, type FreshLibrary } from '../../tests/integration/fresh-library.ts'
import { writeLaw } from '../../tests/invented-gii.ts'
import { readConfig } from '../../src/config.ts'
import { findRun } from '../../src/store/find-runs.ts'
import { keepCurrent } from './keep-current.ts'
import { openSyncWorld } from './open-sync-world.ts'
import { startRuns } from './start-runs.ts'

let library: FreshLibrary
let said: string[]
let stopping: AbortController
beforeAll(async () => {
  library = await openFreshLibrary()
})
afterAll(() => library.discard())
beforeEach(() => {
  said = []
  stopping = new AbortController()
})
afterEach(() => stopping.abort())

const start = (environment: Record<string, string>) =>
  keepCurrent(library, readConfig({ FUNDSTELLE_OFFLINE: '1', ...environment }), {
    say: (message) => said.push(message),
    stopping: stopping.signal,
  })

test('the service works runs off that somebody else started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-keep-'))
  writeLaw(folder, 'eins', '2024-01-01', { '§ 1': 'Regel.' })
  await start({})
  const world = await openSyncWorld(library, readConfig({}), false)
  const [id = ''] = await startRuns(world, [folder], 'person')
  await expect
    .poll(async () => (await findRun(library.database, id))?.run.state, { timeout: 30_000, interval: 200 })
    .toBe('done')
  await world.queue.close()
  rmSync(folder, { recursive: true })
}, 60_000)

test('what a run may withdraw is set for all, and in the file of the sources for one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-guard-'))
  const file = join(folder, 'quellen.json')
  writeFileSync(file, '{"office": {"withdrawShare": 50, "withdrawMost": 3}}')
  const world = await openSyncWorld(
    library,
    readConfig({ FUNDSTELLE_SOURCES: file, FUNDSTELLE_SYNC_SHARE: '7', FUNDSTELLE_SYNC_MOST: '9' }),
    false,
  )
  expect(await world.guardOf('office')).toEqual({ share: 0.5, most: 3 })
  expect(await world.guardOf('gii')).toEqual({ share: 0.07, most: 9 })
  writeFileSync(file, '{')
  await expect(world.guardOf('office')).rejects.toThrow(/kein gültiges JSON/)
  await world.queue.close()
  rmSync(folder, { recursive: true })
})

test('says at which hours it will run, and over what', async () => {
  await start({ FUNDSTELLE_SYNC_CRON: '0 3 * * *', FUNDSTELLE_SYNC: 'publisher; /srv/recht' })
  expect(said).toEqual(['Abgleich: publisher, /srv/recht, nach der Uhr (0 3 * * *).'])
})
