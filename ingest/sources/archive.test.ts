import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allLawsArchive, describeOnAllLaws } from '../../tests/corpus.ts'
import { makeZip } from '../../tests/make-zip.ts'
import { toDay } from '../../src/law/day.ts'
import { archiveSource } from './archive.ts'
import { unpackLimits } from './limits.ts'
import type { Source } from './source.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-archive-'))
})
afterAll(() => rm(folder, { recursive: true }))

type Files = Record<string, string>

async function makeTar(files: Files, links: string[] = []): Promise<Buffer> {
  const tar = pack()
  for (const [name, content] of Object.entries(files)) tar.entry({ name }, content)
  for (const name of links) tar.entry({ name, type: 'symlink', linkname: '/etc/hostname' })
  tar.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of tar as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

// The XZ of a tar with `./muster/2024-01-31.xml`, made once with xz: Node cannot write the format.
const tarXz = Buffer.from(
  '/Td6WFoAAATm1rRGAgAhARwAAAAQz1jM4Cf/AIddABcLyifp9P4+bz54qSjojIkeaMhaLuzYFwM8+D0PfuaBmu3pwKkQRnm5379w/ERueS2B1C/b+7jcGY4Avf6Au83l1KwXXwbpws4LWc9j7oLgBpHG9ggQePudymfEFrZhPYlgnEaCcq+WFy/xJspfgp5pWJKoW2Kvolpq9CtXhoO7wcjuYlMAAAAA8stvRaAx5WwAAaMBgFAAAKYGWOCxxGf7AgAAAAAEWVo=',
  'base64',
)

async function write(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

async function writeArchive(kind: string, files: Files): Promise<string> {
  if (kind === 'zip')
    return write('a.zip', makeZip(Object.entries(files).map(([name, content]) => ({ name, content }))))
  const tar = await makeTar(files)
  return kind === 'tar' ? write('a.tar', tar) : write('a.tar.gz', gzipSync(tar))
}

async function read(source: Source) {
  const lines: string[] = []
  for await (const item of source.items()) {
    const fetched = await item.fetch(null)
    const what = fetched.kind === 'bytes' ? Buffer.from(fetched.bytes).toString() : fetched.kind
    lines.push(`${item.slug} ${item.day}: ${fetched.kind === 'failed' ? fetched.reason : what}`)
  }
  return lines
}

const dated = { './muster/2024-01-31.xml': 'erste', 'muster/2024-03-01.xml': 'zweite', 'LIESMICH.md': 'x' }
const none = unpackLimits

describe.each(['tar', 'tar.gz', 'zip'])('laws in a .%s', (kind) => {
  it('are read with their days, and foreign files are named', async () => {
    const source = await archiveSource(await writeArchive(kind, dated), null)
    expect(await read(source)).toEqual(['muster 2024-01-31: erste', 'muster 2024-03-01: zweite'])
    expect(source.ignored).toEqual([{ name: 'LIESMICH.md', reason: 'Keine XML-Datei.' }])
  })

  it('without days in the names need the day', async () => {
    const path = await writeArchive(kind, { './muster.xml': 'erste' })
    await expect(archiveSource(path, null).then(read)).rejects.toThrow('--as-of JJJJ-MM-TT')
    expect(await read(await archiveSource(path, toDay('2025-04-02')))).toEqual(['muster 2025-04-02: erste'])
  })

  it('are never taken from a path that leads out of the archive', async () => {
    const path = await writeArchive(kind, { '../muster/2024-01-31.xml': 'böse', 'gut/2024-01-31.xml': 'gut' })
    const source = await archiveSource(path, null)
    expect(await read(source)).toEqual(['gut 2024-01-31: gut'])
    expect(source.ignored[0]?.reason).toContain('aus dem Archiv hinaus')
  })

  it('fail alone where one is too large', async () => {
    const path = await writeArchive(kind, { 'dick/2024-01-31.xml': 'x'.repeat(2000), 'gut/2024-01-31.xml': 'gut' })
    const lines = await read(await archiveSource(path, null, { ...none, entryBytes: 1000 }))
    expect(lines[0]).toContain('größer als')
    expect(lines[1]).toBe('gut 2024-01-31: gut')
  })

  it('are refused altogether where there are too many or too much', async () => {
    const path = await writeArchive(kind, { 'b/2024-01-31.xml': 'x'.repeat(900), 'a/2024-01-31.xml': 'y'.repeat(900) })
    const outcome = async (limits: typeof none) =>
      archiveSource(path, null, limits)
        .then(read)
        .then((lines) => lines.at(-1), String)
    expect(await outcome({ ...none, entries: 1 })).toMatch(/nennt 2 Dateien|mehr als 1 Dateien/)
    expect(await outcome({ ...none, totalBytes: 1000 })).toMatch(/größer als 1 MB|mehr als 1 MB/)
  })

  it('that hold no law at all say so', async () => {
    const path = await writeArchive(kind, { 'LIESMICH.md': 'x' })
    await expect(archiveSource(path, null).then(read)).rejects.toThrow('liegt kein Gesetz')
  })

  it('that are no archive say so', async () => {
    const path = await write(`kaputt.${kind}`, Buffer.from('das ist kein Archiv '.repeat(60)))
    await expect(archiveSource(path, null).then(read)).rejects.toThrow(/erneut beschaffen/)
  })
})

describe('archives in particular', () => {
  it('a .tar.xz is read, twice over and broken off in between', async () => {
    const path = await write('a.tar.xz', tarXz)
    for await (const item of (await archiveSource(path, null)).items()) {
      expect(item.slug).toBe('muster')
      break
    }
    expect(await read(await archiveSource(path, null))).toEqual(['muster 2024-01-31: <!-- erfunden -->\n'])
  })

  it.each([20, 100, tarXz.length - 30])('a .tar.xz cut off after %i bytes ends with a reason', async (length) => {
    const path = await write('b.tar.xz', tarXz.subarray(0, length))
    const outcome = await archiveSource(path, null)
      .then(read)
      .then((lines) => lines.at(-1), String)
    expect(outcome).toMatch(/erneut beschaffen/)
  })

  it('a tar that breaks off keeps what came before and says so', async () => {
    const tar = await makeTar({ 'eins/2024-01-31.xml': 'gut', 'zwei/2024-01-31.xml': 'x'.repeat(5000) })
    const lines = await read(await archiveSource(await write('c.tar', tar.subarray(0, 3000)), null))
    expect(lines[0]).toBe('eins 2024-01-31: gut')
    expect(lines[1]).toMatch(/^c\.tar .* bricht nach 1 Gesetzestexten ab/)
  })

  it('a link in a tar is not followed', async () => {
    const path = await write('d.tar', await makeTar({ 'eins/2024-01-31.xml': 'gut' }, ['zwei/2024-01-31.xml']))
    const source = await archiveSource(path, null)
    expect(await read(source)).toEqual(['eins 2024-01-31: gut'])
    expect(source.ignored).toEqual([{ name: 'zwei/2024-01-31.xml', reason: 'Verknüpfung, keine Datei.' }])
  })

  it('a bomb in the headers of a tar is cut off', async () => {
    const bomb = Buffer.alloc(24 * 1024 * 1024, 'x')
    const tar = await makeTar({ 'eins/2024-01-31.xml': 'gut' })
    const header = (await makeTar({ ['lang/'.repeat(60)]: '' })).subarray(0, 512)
    const forged = Buffer.from(header)
    forged.write(bomb.length.toString(8).padStart(11, '0'), 124)
    forged.fill(' ', 148, 156)
    const sum = forged.reduce((total, byte) => total + byte, 0)
    forged.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148)
    const path = await write('e.tar.gz', gzipSync(Buffer.concat([tar.subarray(0, 1024), forged, bomb])))
    const lines = await read(await archiveSource(path, null))
    expect(lines.at(-1)).toMatch(/bricht nach 1 Gesetzestexten ab .*exceeds max size/)
  })

  it('a zip gives the oldest text first, whatever its order', async () => {
    const path = await writeArchive('zip', {
      'b/2024-03-01.xml': '2',
      'b/2024-01-31.xml': '1',
      'a/2025-01-01.xml': '0',
    })
    expect(await read(await archiveSource(path, null))).toEqual([
      'a 2025-01-01: 0',
      'b 2024-01-31: 1',
      'b 2024-03-01: 2',
    ])
  })

  it('another kind of archive, a folder or nothing at all is refused with a reason', async () => {
    await expect(archiveSource('/srv/recht.rar', null)).rejects.toThrow('Gelesen werden .tar.xz')
    await expect(archiveSource(join(folder, 'fehlt.zip'), null)).rejects.toThrow('gibt es nicht')
  })
})

describeOnAllLaws('the archive of all laws', () => {
  it('begins to give laws at once, with the day given', async () => {
    const source = await archiveSource(allLawsArchive, toDay('2025-04-02'))
    let seen = 0
    for await (const item of source.items()) {
      expect((await item.fetch(null)).kind).toBe('bytes')
      seen += 1
      if (seen === 200) break
    }
    expect(seen).toBe(200)
  })
})
