import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../package-root.ts'
import { EmbeddingFileError } from './embedding-file-error.ts'
import { staticEmbedding } from './static-embedding.ts'

const models = join(packageRoot, 'models')
const base = 'fundstelle-embed-v2'
const endings = ['bin', 'json']
const model = staticEmbedding()
const scratch = mkdtempSync(join(tmpdir(), 'fundstelle-embed-'))

afterAll(() => rmSync(scratch, { recursive: true }))

async function likeness(left: string, right: string): Promise<number> {
  const [a, b] = await model.embed([left, right], 'passage')
  return a?.reduce((sum, value, index) => sum + value * (b?.[index] ?? 0), 0) ?? Number.NaN
}

describe('the embedding model that ships with the package', () => {
  test('meets words however their umlauts are written', async () => {
    expect(await likeness('Ausländerbehörde', 'AUSLAENDERBEHOERDE')).toBeCloseTo(1)
  })

  test.each([
    ['a compound and its parts', 'Erlaubnis zum Aufenthalt', 'Aufenthaltserlaubnis', 'Kraftfahrzeugsteuer'],
    ['a typing error and the word', 'Aufenthaltserlaubins', 'Aufenthaltserlaubnis', 'Kraftfahrzeugsteuer'],
    ['two letters swapped', 'Abschiebnug', 'Abschiebung', 'Wohngeld'],
    ['inflected forms', 'der Gebühren', 'die Gebühr', 'die Pflegekasse'],
    ['a compound never seen', 'Gebührenerstattungsantragsmuster', 'Erstattung der Gebühr', 'Beamtenbesoldung'],
    ['everyday and legal words', 'Chef', 'Arbeitgeber', 'Geburtenregister'],
    ['an abbreviation of the office', 'NE', 'Niederlassungserlaubnis', 'Zwangsgeld'],
  ])('finds %s nearer than something else', async (_what, left, near, far) => {
    expect(await likeness(left, near)).toBeGreaterThan((await likeness(left, far)) + 0.1)
  })

  test('gives the same vector of length 1 for the same text, whatever stands beside it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const [alone] = await model.embed([text], 'query')
        const [, beside] = await model.embed(['anderes', text], 'passage')
        expect(alone).toEqual(beside)
        expect(alone).toHaveLength(model.dimension)
        const length = Math.hypot(...(alone ?? []))
        expect(length === 0 || Math.abs(length - 1) < 1e-5).toBe(true)
      }),
    )
  })

  test('takes a text of 100,000 letters', async () => {
    const [vector] = await model.embed(['Xyzzy'.repeat(20_000)], 'query')
    expect(vector?.every(Number.isFinite)).toBe(true)
  })

  test('stays under 16 MB in all', () => {
    const bytes = endings.reduce((sum, ending) => sum + statSync(join(models, `${base}.${ending}`)).size, 0)
    expect(bytes).toBeLessThan(16_000_000)
  })
})

// Stored vectors are compared with new ones for years: changed folding, splitting or numbers need a new model id.
test('the numbers are the ones that were trained, on every machine', async () => {
  const file = new URL('__fixtures__/static-embedding-golden.json', import.meta.url)
  const golden = JSON.parse(readFileSync(file, 'utf8')) as { text: string; prefix: number[] }[]
  expect(golden.length).toBeGreaterThan(2)
  for (const { text, prefix } of golden) {
    const [vector] = await model.embed([text], 'query')
    for (const [index, value] of prefix.entries()) expect(vector?.[index]).toBeCloseTo(value, 4)
  }
})

describe('a package that is not whole', () => {
  test.each<[string, (path: string) => void, string]>([
    ['a changed byte', (path) => flipByte(`${path}.bin`), 'Prüfsumme'],
    ['a table cut short', (path) => writeFileSync(`${path}.bin`, readFileSync(`${path}.bin`).subarray(9)), 'Prüfsumme'],
    ['a missing table', (path) => rmSync(`${path}.bin`), 'fehlt'],
    ['a missing header', (path) => rmSync(`${path}.json`), 'fehlt'],
    ['a header that is none', (path) => writeFileSync(`${path}.json`, '{}'), 'Kopf'],
  ])('with %s is refused with the remedy', async (_what, damage, problem) => {
    const folder = mkdtempSync(join(scratch, 'models-'))
    for (const ending of endings) copyFileSync(join(models, `${base}.${ending}`), join(folder, `${base}.${ending}`))
    damage(join(folder, base))
    const refused = staticEmbedding(folder).embed(['Frage'], 'query')
    await expect(refused).rejects.toThrow(EmbeddingFileError)
    await expect(refused).rejects.toThrow(new RegExp(`${problem}.*neu installieren`))
  })
})

function flipByte(path: string): void {
  const bytes = readFileSync(path)
  const at = bytes.length >> 1
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}
