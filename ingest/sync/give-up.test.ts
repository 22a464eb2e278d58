import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onBothDatabases } from '../../tests/databases.ts'
import { writeLaw } from '../../tests/invented-gii.ts'
import { openTestSync, type TestSync } from '../../tests/sync-world.ts'
import { findRun } from '../../src/store/find-runs.ts'
import { requestRun } from '../../src/store/request-run.ts'
import { endRun } from './end-run.ts'
import { giveUp } from './give-up.ts'
import { listRun } from './list-run.ts'
import { startRuns } from './start-runs.ts'

await onBothDatabases('work that cannot be done', (database) => {
  let sync: TestSync
  let folder: string
  beforeAll(async () => {
    sync = await openTestSync(database())
    folder = mkdtempSync(join(tmpdir(), 'fundstelle-give-up-'))
    writeLaw(folder, 'eins', '2024-01-01', { '§ 1': 'Regel.' })
  })
  afterAll(async () => {
    await sync.queue.close()
    rmSync(folder, { recursive: true })
  })
  const take = async () => {
    const taken = await sync.queue.take()
    if (!taken || taken.kind === 'due') throw new Error('There is no work.')
    return taken.job
  }

  test('a piece that fails again and again is reported text by text, and its run comes to an end', async () => {
    const [id = ''] = await startRuns(sync, [folder], 'person')
    await listRun(sync, await take())
    await giveUp(sync, await take())
    await endRun(sync, await take())
    expect(await findRun(database(), id)).toMatchObject({
      run: { state: 'done', counts: { failed: 1, added: 0 } },
      items: [{ slug: 'eins', outcome: 'failed', reason: expect.stringContaining('nach mehreren Versuchen') }],
    })
  })

  test('a run whose list cannot be made has failed, and the next one is free to begin', async () => {
    const [id = ''] = await startRuns(sync, [folder], 'person')
    await giveUp(sync, await take())
    expect((await findRun(database(), id))?.run).toMatchObject({ state: 'failed', failure: expect.any(String) })
    expect((await sync.run(folder)).run.state).toBe('done')
  })

  test('an open run without work in the queue, as after a restore, is closed by the next', async () => {
    const { id } = await requestRun(database(), folder, 'person')
    expect((await sync.run(folder)).run.state).toBe('done')
    expect((await findRun(database(), id))?.run).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('Wiederherstellung'),
    })
  })
})
