import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backupWithFiles, type FileLine, restoreWithFiles } from '../../ingest/intake/backup-files.ts'
import { openUploadFolder, type UploadFolder } from '../../ingest/intake/upload-folder.ts'
import type { BackupLine } from '../../src/store/backup.ts'
import { openStaffDesk, type StaffDesk } from '../open-staff-desk.ts'
import { type FreshLibrary, openFreshLibrary } from './fresh-library.ts'

type Line = BackupLine | FileLine

let desk: StaffDesk
let other: FreshLibrary
let folder: string
const lines: Line[] = []
beforeAll(async () => {
  desk = await openStaffDesk()
  other = await openFreshLibrary()
  folder = mkdtempSync(join(tmpdir(), 'fundstelle-backup-'))
})
afterAll(async () => {
  await desk.close()
  await other.discard()
  rmSync(folder, { recursive: true })
})

async function* each(all: Line[]): AsyncGenerator<Line> {
  yield* all
}
const there = (): UploadFolder => openUploadFolder(folder)
/** Larger than a piece of a backup. */
const long = `Musterkarte\n\n${'Die Musterkarte gilt vierzig Tage. '.repeat(20_000)}\n`

test('a backup takes the files of drafts and published papers along', async () => {
  const paper = await desk.upload('Karte.txt', long)
  await desk.call('POST', `/v1/ingest/uploads/${paper.id}/publish`)
  await desk.upload('Entwurf.txt', 'Entwurf\n\nDie Entwurfskarte ist grün.\n')
  await desk.upload('kaputt.pdf', '%PDF-1.7\nnichts mehr')
  const done = await backupWithFiles(desk.library.database, desk.folder, async (line) => void lines.push(line))
  expect(done).toMatchObject({ files: 2, missing: 0 })
  expect(lines.filter((line) => 'file' in line).length).toBeGreaterThan(3)
})

test('a backup with a damaged or missing piece is refused, and nothing of it is read', async () => {
  const at = lines.findIndex((line) => 'file' in line)
  const damaged = lines.with(at, { ...(lines[at] as FileLine), content: Buffer.from('anders').toString('base64') })
  for (const bad of [damaged, lines.toSpliced(at + 1, 1), lines.slice(0, at + 1)])
    await expect(restoreWithFiles(other.database, there(), each(bad))).rejects.toThrow(/beschädigt oder unvollständig/)
  expect(await other.database.query('select 1 from documents')).toEqual([])
})

test('read back, every paper has its file again, byte for byte', async () => {
  expect(await restoreWithFiles(other.database, there(), each(lines))).toMatchObject({ files: 2 })
  const rows = await other.database.query<{ sha256: string }>(
    `select sha256 from uploads where file_name = 'Karte.txt'`,
  )
  expect(readFileSync(there().pathOf(rows[0]?.sha256 ?? ''), 'utf8')).toBe(long)
})

test('a file that is not there is left out and counted', async () => {
  for (const sha256 of desk.files()) await desk.folder.remove(sha256)
  expect(await backupWithFiles(desk.library.database, desk.folder, async () => {})).toMatchObject({
    files: 0,
    missing: 2,
  })
})
