import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runStaffCommand } from '../../ingest/staff-command.ts'
import { openSyncWorld } from '../../ingest/sync/open-sync-world.ts'
import { runSyncCommand } from '../../ingest/sync/sync-command.ts'
import { readConfig } from '../../src/config.ts'
import type { CorrectedPaper, IngestEvent } from '../../src/law/intake.ts'
import { openStaffDesk, type StaffDesk } from '../open-staff-desk.ts'

let desk: StaffDesk
let folder: string
beforeAll(async () => {
  desk = await openStaffDesk()
  folder = mkdtempSync(join(tmpdir(), 'fundstelle-folder-papers-'))
})
afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true })
})
beforeEach(() => desk.library.database.query('truncate observations, documents, paper_corrections, ingest_events'))

const write = (last: string) =>
  writeFileSync(
    join(folder, 'karte.txt'),
    `Ministerium für Muster\n\nErlass vom 12.03.2024\n\nAz.: 15-39.12.01\n\n1. Nebelkarte\n\n${last}\n`,
  )

/** Runs `npm run ingest -- sync` over the folder; the counts of its report. */
async function sync(): Promise<Record<string, number>> {
  const out = new PassThrough()
  const config = readConfig({ FUNDSTELLE_OFFLINE: '1' })
  const open = async () => {
    const world = await openSyncWorld(desk.library, config, false)
    return { ...world, pollMs: 20, expirySeconds: config.sync.expirySeconds, close: () => world.queue.close() }
  }
  const signal = new AbortController().signal
  await runSyncCommand(['sync', `office:${folder}`, '--json'], {
    sources: [],
    open,
    signal,
    out,
    err: new PassThrough(),
  })
  const { runs } = JSON.parse(String(out.read())) as { runs: { counts: Record<string, number> }[] }
  return runs[0]?.counts ?? {}
}

async function header() {
  const [row] = await desk.library.database.query<{ particulars: Record<string, unknown> }>(
    `select particulars from documents where id = 'office:karte.txt'`,
  )
  const [held] = await desk.library.database.query<{ day: string }>(
    `select day from observations where document_id = 'office:karte.txt' order by day desc limit 1`,
  )
  return { ...row?.particulars, day: held?.day }
}

const correct = (body: object, role?: 'reader' | 'editor') =>
  desk.call('PATCH', '/v1/ingest/documents/office:karte.txt', body, role)

test('a correction of a folder’s paper takes effect with the next run, of the same file, and stays when the file changes', async () => {
  write('Die Nebelkarte kostet neun Euro.')
  expect(await sync()).toMatchObject({ added: 1 })
  expect(await header()).toMatchObject({ issuedOn: '2024-03-12', fileNumbers: ['15-39.12.01'] })
  const response = await correct({ issuedOn: '2024-03-21' })
  expect(response.status).toBe(200)
  const { event, source } = (await response.json()) as CorrectedPaper
  expect(event).toMatchObject({ kind: 'corrected', by: 'key:sb-editor', before: {}, after: { issuedOn: '2024-03-21' } })
  expect(source).toBe(`office:${folder}`)
  expect(await sync()).toMatchObject({ changed: 1, unchanged: 0 })
  expect(await header()).toMatchObject({ issuedOn: '2024-03-21', fileNumbers: ['15-39.12.01'], day: '2024-03-21' })
  expect(await desk.library.database.query('select 1 from observations')).toHaveLength(1)
  expect(await sync()).toMatchObject({ changed: 0, unchanged: 1 })

  write('Die Nebelkarte kostet elf Euro.')
  expect(await sync()).toMatchObject({ changed: 1 })
  expect(await header()).toMatchObject({ issuedOn: '2024-03-21', fileNumbers: ['15-39.12.01'] })
})

test('it is taken back with “undo”, and the history says who did what', async () => {
  write('Die Nebelkarte kostet neun Euro.')
  await sync()
  await correct({ fileNumbers: ['99.1'] })
  await sync()
  expect(await header()).toMatchObject({ fileNumbers: ['99.1'] })
  expect((await desk.call('POST', '/v1/ingest/documents/office:karte.txt/undo')).status).toBe(200)
  expect(await sync()).toMatchObject({ changed: 1 })
  expect(await header()).toMatchObject({ fileNumbers: ['15-39.12.01'], issuedOn: '2024-03-12' })
  const history = await desk.call('GET', '/v1/ingest/documents/office:karte.txt/history')
  const { events } = (await history.json()) as { events: IngestEvent[] }
  expect(events).toMatchObject([
    { kind: 'corrected', by: 'key:sb-editor' },
    { kind: 'undone', by: 'key:sb-editor' },
  ])
})

test('on the command line it is corrected by its name, which says what to run then', async () => {
  write('Die Nebelkarte kostet neun Euro.')
  await sync()
  const [out, err] = [new PassThrough(), new PassThrough()]
  const run = (...words: string[]) =>
    runStaffCommand(words, { open: async () => ({ intake: desk.intake, close: async () => {} }), out, err })
  expect(await run('correct', 'office:karte.txt', '--datum', '13.03.2024')).toBe(0)
  expect(String(out.read())).toContain(`npm run ingest -- sync office:${folder}`)
  await sync()
  expect(await header()).toMatchObject({ issuedOn: '2024-03-13' })
  expect(await run('correct', 'office:karte.txt', '--datum', '13.03.2024')).toBe(3)
  expect(String(err.read())).toContain('nichts zu berichtigen')
  expect(await run('correct', 'office:fehlt.txt', '--datum', '13.03.2024')).toBe(3)
})

test('readers correct nothing, and what is no paper of the house is not to be corrected', async () => {
  write('Die Nebelkarte kostet neun Euro.')
  await sync()
  expect((await correct({ issuedOn: '2024-03-21' }, 'reader')).status).toBe(403)
  expect((await desk.call('PATCH', '/v1/ingest/documents/gii:muster', { title: 'Anders' })).status).toBe(404)
  expect((await correct({ replaces: 'office:karte.txt' })).status).toBe(422)
})
