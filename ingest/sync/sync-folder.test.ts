import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { inventedGii, writeLaw } from '../../tests/invented-gii.ts'
import { makeZip } from '../../tests/make-zip.ts'
import { openTestSync, type TestSync } from '../../tests/sync-world.ts'
import { confirmRun } from '../../src/store/confirm-run.ts'
import { findRun } from '../../src/store/find-runs.ts'
import { reinstateDocument, withdrawDocument } from '../../src/store/withdraw-document.ts'

await onBothDatabases('a folder kept current', (database) => {
  let sync: TestSync
  let folder: string
  const none = { share: 0, most: 0 }
  const usual = { share: 0.34, most: 100 }
  let guard = usual
  beforeAll(async () => {
    sync = await openTestSync(database(), undefined, async (publisher) => (publisher === 'gii' ? guard : none))
  })
  afterAll(() => sync.queue.close())
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fundstelle-sync-'))
    for (const slug of ['eins', 'zwei', 'drei']) writeLaw(folder, slug, '2024-01-01', { '§ 1': `Regel ${slug}.` })
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    await database().query('truncate source_documents, observations, documents')
  })
  const live = async () => {
    const rows = await database().query<{ id: string }>(
      'select id from documents where withdrawn_at is null order by id',
    )
    return rows.map(({ id }) => id)
  }
  const remove = (slug: string) => rmSync(join(folder, slug), { recursive: true })

  test('is fed in whole, and a second run finds nothing to do', async () => {
    const first = await sync.run(folder)
    expect(first.run).toMatchObject({ state: 'done', items: 3, counts: { added: 3, unchanged: 0, failed: 0 } })
    expect(await live()).toEqual(['gii:drei', 'gii:eins', 'gii:zwei'])
    const second = await sync.run(folder)
    expect(second.run).toMatchObject({ state: 'done', items: 3, counts: { added: 0, unchanged: 3 } })
    expect(second.items).toEqual([])
    const chunks = await database().query('select 1 from sync_chunks where run_id = $1', [second.run.id])
    expect(chunks).toEqual([])
  })

  test('only what changed is read, and the report names its norms', async () => {
    await sync.run(folder)
    writeLaw(folder, 'zwei', '2025-01-01', { '§ 1': 'Regel zwei, geändert.', '§ 2': 'Neu.' })
    const { run, items } = await sync.run(folder)
    expect(run.counts).toMatchObject({ changed: 1, unchanged: 3 })
    expect(items).toMatchObject([
      { slug: 'zwei', outcome: 'changed', day: '2025-01-01', norms: { changed: ['§ 1'], added: ['§ 2'], removed: [] } },
    ])
  })

  test('a text that cannot be read is reported with its reason, and the others go on', async () => {
    writeFileSync(join(folder, 'zwei', '2024-01-01.xml'), '<kaputt')
    const { run, items } = await sync.run(folder)
    expect(run).toMatchObject({ state: 'done', counts: { added: 2, failed: 1 } })
    expect(items.find(({ outcome }) => outcome === 'failed')).toMatchObject({
      slug: 'zwei',
      reason: expect.any(String),
    })
  })

  test('what is no longer there stops answering, stays stored, and answers again once it is back', async () => {
    await sync.run(folder)
    renameSync(join(folder, 'drei'), join(folder, '..', 'fundstelle-elsewhere'))
    const gone = await sync.run(folder)
    expect(gone.run).toMatchObject({ state: 'done', counts: { withdrawn: 1, unchanged: 2 } })
    expect(await live()).toEqual(['gii:eins', 'gii:zwei'])
    expect(await database().query(`select 1 from observations where document_id = 'gii:drei'`)).toHaveLength(1)
    renameSync(join(folder, '..', 'fundstelle-elsewhere'), join(folder, 'drei'))
    const back = await sync.run(folder)
    expect(back.run).toMatchObject({ state: 'done', counts: { returned: 1, unchanged: 3 } })
    expect(await live()).toContain('gii:drei')
  })

  test('a run that would withdraw more than the set share stops, says so, and does it once a person agrees', async () => {
    await sync.run(folder)
    remove('eins')
    remove('zwei')
    const { run, items } = await sync.run(folder)
    expect(run).toMatchObject({ state: 'stopped', counts: { kept: 2, withdrawn: 0 } })
    expect(run.failure).toContain('2 von 3 Dokumenten')
    expect(items.map(({ documentId, outcome }) => [documentId, outcome])).toEqual([
      ['gii:eins', 'kept'],
      ['gii:zwei', 'kept'],
    ])
    expect(await live()).toHaveLength(3)
    expect(await confirmRun(database(), run.id, 'key:leitung')).toEqual({ kind: 'done', withdrawn: 2 })
    expect(await live()).toEqual(['gii:drei'])
    expect((await findRun(database(), run.id))?.run).toMatchObject({
      state: 'done',
      failure: null,
      confirmedBy: 'key:leitung',
      counts: { withdrawn: 2, kept: 0 },
    })
    expect(await confirmRun(database(), run.id, 'key:leitung')).toEqual({ kind: 'not_stopped' })
  })

  test('a publisher with a share of its own withdraws so much without asking', async () => {
    await sync.run(folder)
    remove('eins')
    remove('zwei')
    guard = { share: 0.7, most: 2 }
    expect((await sync.run(folder)).run).toMatchObject({ state: 'done', counts: { kept: 0, withdrawn: 2 } })
    guard = usual
  })

  test('a stopped run that a newer one has overtaken cannot be carried out', async () => {
    await sync.run(folder)
    remove('eins')
    remove('zwei')
    const { run } = await sync.run(folder)
    for (const slug of ['eins', 'zwei']) writeLaw(folder, slug, '2024-01-01', { '§ 1': `Regel ${slug}.` })
    await sync.run(folder)
    expect(await confirmRun(database(), run.id, 'local')).toEqual({ kind: 'superseded' })
    expect(await live()).toHaveLength(3)
  })

  test('an empty folder is a failed run and withdraws nothing', async () => {
    await sync.run(folder)
    for (const slug of ['eins', 'zwei', 'drei']) remove(slug)
    const { run } = await sync.run(folder)
    expect(run.state).toBe('failed')
    expect(run.failure).toContain('liegt kein Gesetz')
    expect(await live()).toHaveLength(3)
  })

  test('what another source still lists is not withdrawn', async () => {
    const other = mkdtempSync(join(tmpdir(), 'fundstelle-sync-'))
    writeLaw(other, 'drei', '2024-01-01', { '§ 1': 'Regel drei.' })
    await sync.run(other)
    await sync.run(folder)
    remove('drei')
    expect((await sync.run(folder)).run.counts.withdrawn).toBe(0)
    expect(await live()).toContain('gii:drei')
    rmSync(other, { recursive: true })
  })

  test('what a person withdrew does not come back because it is still listed', async () => {
    await sync.run(folder)
    await withdrawDocument(database(), 'gii:drei')
    await sync.run(folder)
    expect(await live()).not.toContain('gii:drei')
    await reinstateDocument(database(), 'gii:drei')
    expect(await live()).toContain('gii:drei')
  })

  test('an archive is fed in, and a second run finds nothing to do', async () => {
    const path = join(folder, 'recht.zip')
    const files = ['vier', 'fuenf'].map((slug) => ({
      name: `${slug}/2024-01-01.xml`,
      content: inventedGii(`${slug}G`, { '§ 1': 'Regel.' }),
    }))
    writeFileSync(path, makeZip(files))
    expect((await sync.run(path)).run).toMatchObject({ state: 'done', counts: { added: 2, failed: 0 } })
    expect((await sync.run(path)).run).toMatchObject({ state: 'done', counts: { added: 0, unchanged: 2 } })
  })

  test('two people who start the same source at once share one run', async () => {
    const runs = await Promise.all([sync.run(folder), sync.run(folder)])
    expect(runs[0]?.run.id).toBe(runs[1]?.run.id)
  })
})
