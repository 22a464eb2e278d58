import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { check, readCheckOptions } from './check.ts'
import { UsageError } from './command.ts'
import { importList, readImportOptions } from './import.ts'
import { template } from './template.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)

test('a list becomes a set beside it; what could not be read makes the exit code 1 and is named with its row', async () => {
  const list = join(folder, 'liste.csv')
  writeFileSync(list, 'Frage;Antwort;Bearbeiter\nWas?;Das.;Meier\n;Das.;\n')
  expect(await importList.run([list, '--as-of', '2025-04-01'])).toBe(1)
  expect(parseReferenceCases(readFileSync(join(folder, 'liste.jsonl'), 'utf8'))).toMatchObject([
    { question: 'Was?', as_of: '2025-04-01', other_columns: { Bearbeiter: 'Meier' } },
  ])
  expect(said.mock.calls.join('\n')).toMatch(
    /Bearbeiter[^]*1 Frage; dafür gilt der 01\.04\.2025[^]*Zeile 3: die Frage fehlt/,
  )
})

test('neither a set nor a template that is there is written over, unless that is said', async () => {
  const [list, set, form] = [join(folder, 'neu.csv'), join(folder, 'neu.jsonl'), join(folder, 'vorlage.xlsx')]
  writeFileSync(list, 'Frage;Antwort\nWas?;Das.\n')
  for (const path of [set, form]) writeFileSync(path, 'alt')
  await expect(importList.run([list])).rejects.toThrow('--force')
  await expect(template.run([form])).rejects.toThrow('--force')
  for (const path of [set, form]) expect(readFileSync(path, 'utf8')).toBe('alt')
  expect(await importList.run([list, '--force'])).toBe(0)
  expect(await template.run([form, '--force'])).toBe(0)
  for (const path of [set, form]) expect(readFileSync(path, 'utf8')).not.toBe('alt')
})

test('a list of which nothing could be read leaves no set behind', async () => {
  const list = join(folder, 'leer.csv')
  writeFileSync(list, 'Frage;Antwort\n;Das.\n')
  expect(await importList.run([list])).toBe(1)
  expect(() => readFileSync(join(folder, 'leer.jsonl'))).toThrow('ENOENT')
})

test('a file that is no table is named in the message', async () => {
  const list = join(folder, 'bild.xlsx')
  writeFileSync(list, '%PDF-1.7')
  await expect(importList.run([list])).rejects.toThrow(/bild\.xlsx: Die Datei ist ein PDF/)
})

test('a file that is not there is a wrong call, not a crash', async () => {
  await expect(importList.run([join(folder, 'fehlt.csv')])).rejects.toThrow(/fehlt\.csv gibt es nicht/)
  await expect(check.run([join(folder, 'fehlt.jsonl')])).rejects.toThrow(/fehlt\.jsonl gibt es nicht/)
})

test.each([
  [() => readImportOptions([])],
  [() => readImportOptions(['a.csv', 'b.csv'])],
  [() => readImportOptions(['a.csv', '--as-of', '5.3.2025'])],
  [() => readCheckOptions([])],
  [() => readCheckOptions(['a.jsonl', 'b.jsonl'])],
])('what cannot be meant is refused', (read) => {
  expect(read).toThrow(UsageError)
})
