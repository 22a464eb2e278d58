import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findReferences } from './law/references/find-references.ts'
import { AskedQuestionsError, loadAskedQuestions } from './asked-questions.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-asked-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every bundled question is whole, names no paragraph, and stands only once at its norm', () => {
  const questions = loadAskedQuestions(folder)
  expect(questions.length).toBeGreaterThan(5_000)
  const seen = new Set(questions.map(({ documentId, norm, text }) => `${documentId} ${norm} ${text.toLowerCase()}`))
  expect(seen.size).toBe(questions.length)
  expect(questions.filter(({ text }) => text.includes('§') || findReferences(text, []).length > 0)).toEqual([])
})

test('an office adds its own, for laws that have none too', () => {
  mkdirSync(join(folder, 'asked'))
  writeFileSync(
    join(folder, 'asked/mustergesetz.tsv'),
    '# unsere Fragen\n§ 1\t2\tWas gilt für Quallen?\r\n§ 3\t\tUnd sonst?\n',
  )
  expect(loadAskedQuestions(folder).slice(-2)).toEqual([
    { documentId: 'gii:mustergesetz', norm: '§ 1', paragraph: '2', text: 'Was gilt für Quallen?' },
    { documentId: 'gii:mustergesetz', norm: '§ 3', paragraph: null, text: 'Und sonst?' },
  ])
})

test('a line that is no question is refused, with file, line and what to write', () => {
  writeFileSync(join(folder, 'asked/mustergesetz.tsv'), '§ 1\t2\tGut?\n§ 3 ohne Tabulator\n')
  expect(() => loadAskedQuestions(folder)).toThrow(AskedQuestionsError)
  expect(() => loadAskedQuestions(folder)).toThrow('mustergesetz.tsv, Zeile 2')
})
