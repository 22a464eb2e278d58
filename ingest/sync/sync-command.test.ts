import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFreshLibrary, type FreshLibrary } from '../../tests/integration/fresh-library.ts'
import { writeLaw } from '../../tests/invented-gii.ts'
import { lastWrites } from '../../tests/integration/library-state.ts'
import { readConfig } from '../../src/config.ts'
import { findRuns } from '../../src/store/find-runs.ts'
import { openSyncWorld } from './open-sync-world.ts'
import { startRuns } from './start-runs.ts'
import { runSyncCommand } from './sync-command.ts'
import { readSyncOptions } from './sync-options.ts'

let library: FreshLibrary
let folder: string
beforeAll(async () => {
  library = await openFreshLibrary()
  folder = mkdtempSync(join(tmpdir(), 'fundstelle-sync-command-'))
  for (const slug of ['eins', 'zwei', 'drei'])
    writeLaw(folder, slug, '2024-01-01', { '§ 1': `Frist: 12 Monate, ${slug}.` })
})
afterAll(async () => {
  await library.discard()
  rmSync(folder, { recursive: true })
})

/** Runs `npm run ingest -- <words>`; `sources` stands for FUNDSTELLE_SYNC. */
async function run(words: string[], sources: string[] = []) {
  const [out, err] = [new PassThrough(), new PassThrough()]
  const config = readConfig({ FUNDSTELLE_OFFLINE: '1' })
  const open = async () => {
    const world = await openSyncWorld(library, config, false)
    return { ...world, pollMs: 20, expirySeconds: config.sync.expirySeconds, close: () => world.queue.close() }
  }
  const code = await runSyncCommand(words, { sources, open, signal: new AbortController().signal, out, err })
  return { code, out: String(out.read() ?? ''), err: String(err.read() ?? '') }
}

describe('npm run ingest -- sync', () => {
  test('shows in a dry run what it would do, and writes nothing', async () => {
    const before = await lastWrites(library.database)
    const { code, out } = await run(['sync', folder, '--dry-run'])
    expect(code).toBe(0)
    expect(out).toContain('Es wurde nichts geschrieben')
    expect(out).toMatch(/neu\s+3/)
    expect(await lastWrites(library.database)).toEqual(before)
    expect(await findRuns(library.database, 10)).toEqual([])
  })

  test('runs over the sources that are set where none is named, and reports for people', async () => {
    const { code, out } = await run(['sync'], [folder])
    expect(code).toBe(0)
    expect(out).toContain('abgeschlossen')
    expect(out).toMatch(/neu\s+3/)
  })

  test('a dry run shows the words that differ, what would go, and that the guard would ask', async () => {
    writeLaw(folder, 'eins', '2025-01-01', { '§ 1': 'Frist: 18 Monate, eins.' })
    rmSync(join(folder, 'zwei'), { recursive: true })
    const { code, out } = await run(['sync', folder, '--dry-run'])
    expect(code).toBe(1)
    expect(out).toContain('[12 → 18]')
    expect(out).toContain('ZWEIG (gii:zwei)')
    expect(out).toContain('Der Ablauf würde anhalten')
  })

  test('a stopped run ends with 1, says how to carry it out, and that works', async () => {
    const stopped = await run(['sync', folder])
    expect(stopped.code).toBe(1)
    expect(stopped.out).toContain('geändert § 1')
    const [, id = ''] = /--confirm (\S+)/.exec(stopped.out) ?? []
    const confirmed = await run(['sync', '--confirm', id])
    expect(confirmed).toMatchObject({ code: 0, out: expect.stringContaining('1 Dokument ist zurückgezogen') })
    expect(await run(['sync', '--confirm', id])).toMatchObject({
      code: 3,
      err: expect.stringContaining('nicht angehalten'),
    })
    expect(await run(['sync', '--confirm', 'x'])).toMatchObject({
      code: 3,
      err: expect.stringContaining('gibt es nicht'),
    })
  })

  test('reads the unchanged anew where that is asked for, and says so of the run', async () => {
    const { code, out } = await run(['sync', folder, '--again', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ runs: [{ again: true, counts: { changed: 0, failed: 0 } }] })
  })

  test('of a run that had begun without it, --again says that it has to be asked for once more', async () => {
    const world = await openSyncWorld(library, readConfig({ FUNDSTELLE_OFFLINE: '1' }), false)
    const ids = await startRuns(world, [folder], 'person')
    await world.queue.close()
    await library.database.query(`update sync_runs set state = 'running' where id = any($1)`, [ids])
    const { code, err } = await run(['sync', folder, '--again'])
    expect(code).toBe(0)
    expect(err).toContain('läuft schon')
  })

  test('gives programs the runs as JSON, and ends with 3 where nothing could be had', async () => {
    const { code, out } = await run(['sync', join(folder, 'nirgends'), '--json'])
    expect(code).toBe(3)
    expect(JSON.parse(out)).toMatchObject({
      runs: [{ state: 'failed', failure: expect.stringContaining('gibt es nicht') }],
    })
  })

  test.each([
    [['sync', '--foo'], 'Die Option --foo gibt es nicht'],
    [['sync', '--confirm'], '--confirm braucht'],
    [['work', 'publisher'], 'work nimmt keine Quellen'],
    [['sync', '--constructor'], 'nicht zu verstehen'],
  ])('says what is wrong with %j', async (words, message) => {
    expect(await run(words)).toMatchObject({ code: 2, err: expect.stringContaining(message) })
  })

  test('explains itself', () => {
    expect(readSyncOptions(['sync', '--help'])).toMatchObject({
      kind: 'help',
      text: expect.stringContaining('--confirm'),
    })
  })
})
