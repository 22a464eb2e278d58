import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readText } from './read-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-text-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, bytes: string | Buffer): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

test('a text is read with its umlauts, and without the mark Word puts before it', async () => {
  expect(await readText(file('a.txt', '\ufeffÜber § 5'))).toBe('Über § 5')
})

test('what is no UTF-8 text, or not there, is said in German instead of being misread', async () => {
  await expect(readText(file('b.txt', Buffer.from('Über', 'latin1')))).rejects.toThrow(/kein Text in UTF-8/)
  await expect(readText(join(folder, 'fehlt.txt'))).rejects.toThrow(/lässt sich nicht lesen/)
})
