import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { openTestSync, type TestSync } from '../../tests/sync-world.ts'

const page = readFileSync(new URL('../parse/rulings/__fixtures__/muster-bverwg.html', import.meta.url))

await onBothDatabases('a folder of saved decisions kept current', (database) => {
  let sync: TestSync
  let folder: string
  beforeAll(async () => {
    sync = await openTestSync(database(), undefined, async () => ({ share: 0.5, most: 10 }))
  })
  afterAll(() => sync.queue.close())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fundstelle-saved-'))
    for (const key of ['030299U1C7.98.0', '040299B1C9.98.0']) writeFileSync(join(folder, `${key}.html`), page)
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true })
    await database().query('truncate source_documents, observations, documents')
  })
  const live = async () => {
    const rows = await database().query<{ id: string }>(
      'select id from documents where withdrawn_at is null order by id',
    )
    return rows.map(({ id }) => id)
  }

  test('its report names the days on which they were made, not the day on which they were read', async () => {
    const { items } = await sync.run(`bverwg:${folder}`)
    expect(items.map(({ day }) => day)).toEqual(['2099-02-03', '2099-02-04'])
  })

  test('what is taken out of it stops answering', async () => {
    await sync.run(`bverwg:${folder}`)
    rmSync(join(folder, '040299B1C9.98.0.html'))
    expect((await sync.run(`bverwg:${folder}`)).run.counts).toMatchObject({ withdrawn: 1, failed: 0 })
    expect(await live()).toEqual(['bverwg:030299U1C7.98.0'])
  })

  test('nothing stops answering where something in it cannot be looked at', async () => {
    await sync.run(`bverwg:${folder}`)
    rmSync(join(folder, '040299B1C9.98.0.html'))
    symlinkSync('/nirgends', join(folder, 'nas'))
    const { run } = await sync.run(`bverwg:${folder}`)
    expect(run).toMatchObject({ state: 'done', counts: { withdrawn: 0 } })
    expect(run.note).toContain('nicht vollständig')
    expect(await live()).toHaveLength(2)
  })
})
