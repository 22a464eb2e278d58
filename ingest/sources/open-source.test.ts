import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startLocalPublisher, type LocalPublisher } from '../../tests/local-publisher.ts'
import { openSource, type SourceSettings } from './open-source.ts'

let folder: string
let publisher: LocalPublisher
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'))
  publisher = await startLocalPublisher()
})
afterEach(async () => {
  await publisher.close()
  await rm(folder, { recursive: true })
})

async function open(name: string, set: unknown, more: Partial<SourceSettings> = {}) {
  const sourcesFile = join(folder, 'quellen.json')
  await writeFile(sourcesFile, JSON.stringify(set))
  return openSource(name, {
    asOf: null,
    only: null,
    giiUrl: publisher.address,
    offline: false,
    scanCommand: null,
    territory: 'DE-NW',
    sourcesFile,
    ...more,
  })
}

describe('the file that FUNDSTELLE_SOURCES names', () => {
  test('says what is fetched where the command names only the publisher', async () => {
    const set = { eurlex: { address: publisher.address, selection: ['62097CJ0012'] } }
    const source = await open('eurlex', set)
    const slugs: string[] = []
    for await (const item of source.items()) {
      slugs.push(item.slug)
      await item.fetch(null)
    }
    expect(slugs).toEqual(['62097CJ0012'])
    expect(publisher.asked.every((path) => path === '/resource/celex/62097CJ0012')).toBe(true)
  })

  test.each(['eurlex:32009R0810', 'publisher', 'rii:BVerwG'])('can switch a publisher off: %s', async (name) => {
    const off = { on: false }
    await expect(open(name, { eurlex: off, gii: off, rii: off })).rejects.toThrow(/abgeschaltet/)
    expect(publisher.asked).toEqual([])
  })

  test.each([
    'publisher:stag',
    'eurlex:62097CJ0012',
    'rii:BVerwG',
    'nrwe:entscheidung',
    'neuris:directives',
    'bmi:hinweise',
  ])('sets the hours of a publisher, which says when they come and is asked nothing before: %s', async (name) => {
    const hour = String((new Date().getUTCHours() + 6) % 23).padStart(2, '0')
    const own = { address: publisher.address, hours: [`${hour}:00-${hour}:30`] }
    const keys = ['gii', 'eurlex', 'rii', 'nrwe', 'neuris', 'bmi'].map((key) => [key, own])
    const source = await open(name, Object.fromEntries(keys))
    const opensAt = source.opensAt?.() ?? null
    expect(opensAt?.getTime()).toBeGreaterThan(Date.now())
    expect(opensAt?.getMinutes()).toBe(0)
    expect(publisher.asked).toEqual([])
  })

  test('has no hours for saved files', async () => {
    await writeFile(join(folder, '62097CJ0012.xml'), '<x/>')
    const source = await open(`eurlex:${folder}`, { eurlex: { hours: ['01:00-01:01'] } })
    expect(source.opensAt).toBeUndefined()
  })

  test('sets the hours of the publisher of federal law, too', async () => {
    const hour = (new Date().getUTCHours() + 6) % 23
    const hours = [`${String(hour).padStart(2, '0')}:00-${String(hour).padStart(2, '0')}:30`]
    const source = await open('publisher:stag', { gii: { hours } })
    for await (const item of source.items())
      expect(await item.fetch(null)).toMatchObject({ kind: 'failed', reason: expect.stringContaining('Uhrzeiten') })
  })
})

test('a publisher without selection asks which documents are meant', async () => {
  await expect(open('eurlex', {})).rejects.toThrow(/eurlex:core/)
})

test('offline nothing is asked, and the way by files is named', async () => {
  await expect(open('eurlex:core', {}, { offline: true })).rejects.toThrow(/FUNDSTELLE_OFFLINE.*eurlex:\/pfad/)
})

test('saved files need no publisher', async () => {
  await writeFile(join(folder, '62097CJ0012.xml'), '<x/>')
  const source = await open(`eurlex:${folder}`, {}, { offline: true })
  expect(source).toMatchObject({ publisher: 'eurlex', count: 1, asksPublisher: false })
})
