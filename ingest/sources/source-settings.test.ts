import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { politeDefaults } from './polite-client.ts'
import { guardOf, politeOptionsOf, readSourcesFile } from './source-settings.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function read(content: string) {
  const path = join(folder, 'quellen.json')
  await writeFile(path, content)
  return readSourcesFile(path)
}

test('what the file sets for a publisher holds, the rest stays as it is', async () => {
  const set = await read('{"eurlex": {"pauseMs": 2000, "hours": ["20:00-06:00"], "selection": ["32009R0810"]}}')
  expect(set.eurlex).toEqual({
    on: true,
    pauseMs: 2000,
    hours: ['20:00-06:00'],
    robots: true,
    selection: ['32009R0810'],
  })
  expect(politeOptionsOf(set.eurlex)).toEqual({ ...politeDefaults, pauseMs: 2000, hours: ['20:00-06:00'] })
  expect(politeOptionsOf(set.rii)).toEqual(politeDefaults)
})

test('a publisher may have its own share of what a run withdraws without asking, the others keep that of all', async () => {
  const set = await read('{"bmi": {"withdrawShare": 50, "withdrawMost": 3}, "vab": {"withdrawMost": 0}}')
  const usual = { share: 0.05, most: 100 }
  expect(guardOf(set.bmi, usual)).toEqual({ share: 0.5, most: 3 })
  expect(guardOf(set.vab, usual)).toEqual({ share: 0.05, most: 0 })
  expect(guardOf(set.rii, usual)).toEqual(usual)
})

test('without a file nothing is set', async () => {
  expect(await readSourcesFile(null)).toEqual({})
})

test.each([
  ['{', /kein gültiges JSON/],
  ['null', /Datei/],
  ['{"eurlexx": {}}', /eurlexx/],
  ['{"eurlex": {"hours": ["nachts"]}}', /eurlex\.hours\.0: keine Zeitspanne wie 20:00-06:00/],
  ['{"eurlex": {"address": "ftp://x.example"}}', /eurlex\.address/],
  ['{"eurlex": {"pause": 1}}', /eurlex: .*pause/s],
  ['{"eurlex": {"pauseMs": -1}}', /eurlex\.pauseMs/],
  ['{"eurlex": {"territory": "DE"}}', /eurlex: territory .* nur bei office/],
  ['{"office": {"territory": "NRW"}}', /office\.territory: kein Gebiet/],
  ['{"office": {"territories": {"/srv": "XX"}}}', /office\.territories\.\/srv: kein Gebiet/],
  ['{"eurlex": {"withdrawShare": 101}}', /eurlex\.withdrawShare/],
])('%s is refused with the place of the fault', async (content, problem) => {
  await expect(read(content)).rejects.toThrow(problem)
})

test('a file that is not there is said to be missing', async () => {
  await expect(readSourcesFile(join(folder, 'fehlt.json'))).rejects.toThrow(/nicht zu lesen/)
})
