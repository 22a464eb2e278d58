import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { writeLaw } from '../../tests/invented-gii.ts'
import { openTestSync, type TestSync } from '../../tests/sync-world.ts'
import { officeSource } from '../sources/office.ts'
import { openSource } from '../sources/open-source.ts'
import { readConfig } from '../../src/config.ts'
import { dryRun } from './dry-run.ts'

await onBothDatabases('reading the unchanged anew', (database) => {
  let sync: TestSync
  let folder: string
  let territory: string
  beforeAll(async () => {
    sync = await openTestSync(database(), async (name) =>
      name.startsWith('office:')
        ? officeSource(name.slice('office:'.length), { asOf: null, scanCommand: null, territory })
        : openSource(name, { ...readConfig({ FUNDSTELLE_OFFLINE: '1' }), asOf: null, only: null }),
    )
  })
  afterAll(() => sync.queue.close())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fundstelle-again-'))
    territory = 'DE-NW'
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database().query('truncate source_documents, observations, corrected_observations, documents')
  })
  const revision = async () => (await database().query('select revision from corpus_state'))[0]
  const paper = () => writeFileSync(join(folder, 'karte.txt'), '1. Nebelkarte\n\nDie Nebelkarte kostet neun Euro.')
  const territories = async () =>
    (await database().query<{ territory: string }>('select territory from documents')).map((row) => row.territory)

  test('a paper takes over a changed territory, which a usual run leaves as it was', async () => {
    paper()
    const source = `office:${folder}`
    await sync.run(source)
    territory = 'DE-BY'
    expect((await sync.run(source)).run.counts).toMatchObject({ changed: 0, unchanged: 1 })
    expect(await territories()).toEqual(['DE-NW'])
    expect((await dryRun(sync, source, true)).counts).toMatchObject({ changed: 1 })
    expect(await territories()).toEqual(['DE-NW'])
    const { run } = await sync.run(source, true)
    expect(run).toMatchObject({ again: true, counts: { changed: 1, unchanged: 0 } })
    expect(await territories()).toEqual(['DE-BY'])
    expect(await database().query('select 1 from observations')).toHaveLength(1)
  })

  test('what is read as before is unchanged, and nothing is written of it', async () => {
    paper()
    await sync.run(`office:${folder}`)
    const before = await revision()
    expect((await sync.run(`office:${folder}`, true)).run.counts).toMatchObject({ changed: 0, unchanged: 1 })
    expect(await revision()).toEqual(before)
  })

  test('a day that a paper was thought to state gives way to the day on which it was first seen', async () => {
    paper()
    await sync.run(`office:${folder}`)
    await database().query(`update observations set day = '2019-01-01', basis = 'official', fetched_on = '2024-05-06'`)
    expect((await sync.run(`office:${folder}`, true)).run.counts).toMatchObject({ changed: 1 })
    const days = await database().query('select day, basis from observations')
    expect(days).toEqual([{ day: '2024-05-06', basis: 'observed' }])
    expect(await database().query('select day from corrected_observations')).toEqual([{ day: '2019-01-01' }])
  })

  test('a law that was read otherwise keeps every day on which it was seen', async () => {
    const [old, other] = [{ '§ 1': 'Die Karte ist grün.' }, { '§ 1': 'Die Karte ist rot.' }]
    for (const [day, text] of [
      ['2024-01-01', old],
      ['2024-02-01', other],
      ['2024-03-01', old],
    ] as const)
      writeLaw(folder, 'karte', day, text)
    await sync.run(folder)
    const readings = () =>
      database().query<{ day: string; version: number }>(
        'select day, version_id as version from observations order by day',
      )
    const before = await readings()
    await database().query(`update versions set content_sha256 = 'older' where id = $1`, [before[0]?.version])
    await sync.run(folder, true)
    const after = await readings()
    expect(after.map(({ day }) => day)).toEqual(['2024-01-01', '2024-02-01', '2024-03-01'])
    expect(after[0]?.version).not.toBe(before[0]?.version)
    expect(after[2]?.version).toBe(after[0]?.version)
    expect(after[1]).toEqual(before[1])
  })
})
