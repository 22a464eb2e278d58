import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import { makeZip } from '../../tests/make-zip.ts'
import { makeMail } from '../../tests/office/make-mail.ts'
import { parseOfficePaper } from '../parse/paper/office-format.ts'
import { officeSource, type OfficeSettings } from './office.ts'
import { mailOf, paperSlug } from './paper-slug.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-office-'))
})
afterEach(() => rm(folder, { recursive: true }))

const settings: OfficeSettings = { asOf: toDay('2024-03-05'), scanCommand: null, territory: 'DE-NW' }

async function put(files: Record<string, string | Uint8Array>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}

async function readAll(path = folder, own: OfficeSettings = settings) {
  const source = await officeSource(path, own)
  const items: string[] = []
  for await (const { slug, fetch } of source.items()) {
    const fetched = await fetch(null)
    items.push(`${slug}: ${fetched.kind === 'failed' ? fetched.reason : fetched.kind}`)
  }
  return {
    items,
    ignored: source.ignored.map(({ name, reason }) => `${name}: ${reason}`).toSorted(),
    count: source.count,
  }
}

describe('a folder of papers', () => {
  test('gives each file below it, by a key made of its path; what is no paper is named', async () => {
    await put({
      'b.txt': 'Muster.',
      'Erlasse/2024/Für Köln (neu).md': '# Muster',
      'Erlasse/tabelle.xlsx': 'x',
      '.DS_Store': 'x',
      '~$b.docx': 'x',
    })
    const { items, ignored, count } = await readAll()
    expect(items).toEqual(['erlasse-2024-fuer-koeln-neu.md: bytes', 'b.txt: bytes'])
    expect(ignored).toEqual([
      expect.stringMatching(/^Erlasse\/tabelle\.xlsx: Kein Format, das gelesen wird \(pdf, docx/),
    ])
    expect(count).toBe(2)
  })

  test('follows no link out of it', async () => {
    await put({ 'a.txt': 'Muster.' })
    await symlink('/etc/hostname', join(folder, 'link.txt'))
    const { items, ignored } = await readAll()
    expect(items).toEqual(['a.txt: bytes'])
    expect(ignored).toEqual(['link.txt: Eine Verknüpfung; ihr wird nicht gefolgt.'])
  })

  test('names two files that would have the same key, and takes the first', async () => {
    await put({ 'a b.txt': 'Muster.', 'a-b.txt': 'Anderes Muster.' })
    const { items, ignored } = await readAll()
    expect(items).toEqual(['a-b.txt: bytes'])
    expect(ignored).toEqual([expect.stringMatching(/a-b\.txt: Hieße in der Sammlung genauso wie a b\.txt.*umbenennen/)])
  })

  test('refuses a file of 2 GB by its size, without reading it', async () => {
    await put({ 'gross.pdf': '%PDF-1.4' })
    await truncate(join(folder, 'gross.pdf'), 2 * 1024 * 1024 * 1024)
    expect((await readAll()).items).toEqual([expect.stringMatching(/2048 MB; gelesen werden höchstens 100 MB/)])
  })

  test('that is empty or not there says so', async () => {
    await expect(readAll()).rejects.toThrow(/liegt kein Schriftstück/)
    await expect(readAll(join(folder, 'nicht-da'))).rejects.toThrow(/gibt es nicht/)
  })

  test('whose file the virus scanner refuses does not read that file', async () => {
    await put({ 'a.txt': 'EVIL', 'b.txt': 'Muster.' })
    const scanCommand = ['/bin/sh', '-c', '! grep -q EVIL "$1"', 'scanner']
    expect((await readAll(folder, { ...settings, scanCommand })).items).toEqual([
      expect.stringMatching(/^a\.txt: Der Virenscanner hat die Datei abgelehnt/),
      'b.txt: bytes',
    ])
  })
})

describe('a mail in the folder', () => {
  test('brings its attachments along as papers of their own that name the mail; what is none is named', async () => {
    const inner = makeMail('Innen', 'Innen.', [{ name: 'innen.txt', bytes: 'Ganz innen.' }])
    await put({
      'mail.eml': makeMail('Muster', 'Anbei.', [
        { name: 'Erlass.md', bytes: '# Muster\n\nEs gilt das Muster.' },
        { name: 'logo.png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
        { name: 'innen.eml', bytes: inner, type: 'message/rfc822' },
      ]),
    })
    const { items, ignored, count } = await readAll()
    expect(items).toEqual([
      'mail.eml: bytes',
      'mail.eml--1-erlass.md: bytes',
      'mail.eml--3-innen.eml: bytes',
      'mail.eml--4-innen.txt: bytes',
    ])
    expect(ignored).toEqual([expect.stringMatching(/^mail\.eml › logo\.png: Die Datei ist ein Bild/)])
    expect(count).toBeNull()
    expect(mailOf('mail.eml--1-erlass.md')).toBe('mail.eml')
    const text = await parseOfficePaper(
      Buffer.from('# Muster\n\nEs gilt das Muster.'),
      'mail.eml--1-erlass.md',
      'DE-NW',
    )
    expect(text.document.id).toBe('office:mail.eml--1-erlass.md')
    expect(text.status).toContainEqual({ kind: 'Anlage', comment: 'Anlage zur E-Mail office:mail.eml' })
  })
})

describe('a zip of papers', () => {
  test('is read but for paths that lead out of it, absolute ones and links', async () => {
    const path = join(folder, 'papiere.zip')
    await writeFile(
      path,
      makeZip([
        { name: 'erlass.md', content: '# Muster' },
        { name: '../aussen.txt', content: 'x' },
        { name: '/etc/absolut.txt', content: 'x' },
        { name: 'C:\\windows.txt', content: 'x' },
        { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 },
      ]),
    )
    const { items, ignored } = await readAll(path)
    expect(items).toEqual([
      'erlass.md: bytes',
      'link.txt: Der Eintrag im Zip ist eine Verknüpfung; ihr wird nicht gefolgt.',
    ])
    expect(ignored).toEqual([
      '../aussen.txt: Der Pfad führt aus dem Archiv hinaus und wird nicht gelesen.',
      '/etc/absolut.txt: Der Pfad ist absolut und wird nicht gelesen.',
      'C:\\windows.txt: Der Pfad ist absolut und wird nicht gelesen.',
    ])
  })
})

test('the key of a paper keeps the end of its name, and no key is longer than a path may be', () => {
  expect(paperSlug(`${'sehr-langer-ordner/'.repeat(20)}erlass.pdf`)).toMatch(/^[a-z0-9.-]{1,120}$/)
  expect(paperSlug(`${'sehr-langer-ordner/'.repeat(20)}erlass.pdf`)).toMatch(/erlass\.pdf$/)
  expect(paperSlug('../../etc/passwd.txt')).toBe('etc-passwd.txt')
})
