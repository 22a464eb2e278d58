import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { corpusDir, describeOnRealLaw } from '../../tests/corpus.ts'
import { toDay } from '../../src/law/day.ts'
import { folderSource } from './folder.ts'
import type { Source, SourceItem } from './source.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-folder-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function put(...paths: string[]) {
  for (const path of paths) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), `<!-- ${path} -->`)
  }
}

async function itemsOf(source: Source): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of source.items()) items.push(item)
  return items
}

async function listed(path: string, asOf: string | null = null) {
  const source = await folderSource(path, asOf === null ? null : toDay(asOf))
  const items = await itemsOf(source)
  expect(source.count).toBe(items.length)
  return items.map(({ slug, day }) => `${slug} ${day}`)
}

describe('a folder of laws', () => {
  it('gives the oldest text of each law first', async () => {
    await put('zwei/2024-05-01.xml', 'eins/2024-03-01.xml', 'eins/2023-12-31.xml')
    expect(await listed(folder)).toEqual(['eins 2023-12-31', 'eins 2024-03-01', 'zwei 2024-05-01'])
  })

  it('gives the bytes of the file as they are', async () => {
    await put('eins/2024-03-01.xml')
    const [item] = await itemsOf(await folderSource(folder, null))
    const fetched = await item?.fetch(null)
    expect(fetched?.kind === 'bytes' && Buffer.from(fetched.bytes).toString()).toBe('<!-- eins/2024-03-01.xml -->')
  })

  it('may be the folder of a single law, or a single file', async () => {
    await put('eins/2024-03-01.xml', 'eins/2024-04-01.xml')
    expect(await listed(join(folder, 'eins'))).toEqual(['eins 2024-03-01', 'eins 2024-04-01'])
    expect(await listed(join(folder, 'eins/2024-04-01.xml'))).toEqual(['eins 2024-04-01'])
    expect((await folderSource(join(folder, 'eins/2024-04-01.xml'), null)).name).toMatch(/^Datei /)
  })

  it('without days in the names asks for the day, and takes it', async () => {
    await put('eins.xml', 'zwei.xml')
    await expect(folderSource(folder, null)).rejects.toThrow('--as-of JJJJ-MM-TT')
    expect(await listed(folder, '2025-04-02')).toEqual(['eins 2025-04-02', 'zwei 2025-04-02'])
    expect(await listed(join(folder, 'zwei.xml'), '2025-04-02')).toEqual(['zwei 2025-04-02'])
  })

  it('names what it passes over', async () => {
    await put('eins/2024-03-01.xml', 'README.md', 'lose.xml', '.DS_Store')
    const source = await folderSource(folder, null)
    expect(source.ignored.map(({ name, reason }) => [name.slice(folder.length + 1), reason]).toSorted()).toEqual([
      ['README.md', 'Keine XML-Datei.'],
      ['lose.xml', 'Kein Tag im Namen. Mit --as-of JJJJ-MM-TT einlesen.'],
    ])
  })

  it('ends although a link inside it leads back to it', async () => {
    await put('eins/2024-03-01.xml')
    await symlink(folder, join(folder, 'eins', 'kreis'))
    expect((await listed(folder))[0]).toBe('eins 2024-03-01')
  })

  it('that is missing or holds no law says so', async () => {
    await expect(folderSource(join(folder, 'fehlt'), null)).rejects.toThrow('gibt es nicht')
    await put('notiz.txt')
    await expect(folderSource(folder, null)).rejects.toThrow('liegt kein Gesetz')
  })

  it('a file that vanishes or is far too large fails alone', async () => {
    await put('eins/2024-03-01.xml', 'zwei/2024-03-01.xml', 'drei/2024-03-01.xml')
    const items = await itemsOf(await folderSource(folder, null))
    await rm(join(folder, 'eins/2024-03-01.xml'))
    await truncate(join(folder, 'zwei/2024-03-01.xml'), 65 * 1024 * 1024)
    const kinds = await Promise.all(items.map(async (item) => [item.slug, (await item.fetch(null)).kind]))
    expect(Object.fromEntries(kinds)).toEqual({ drei: 'bytes', eins: 'failed', zwei: 'failed' })
  })
})

describeOnRealLaw('the corpus as a folder', () => {
  it('is 59 laws with all their dated texts', async () => {
    const items = await itemsOf(await folderSource(corpusDir, null))
    expect(items.length).toBeGreaterThanOrEqual(234)
    expect(items.filter(({ slug }) => slug === 'aufenthg_2004').map(({ day }) => day)).toHaveLength(32)
  })
})
