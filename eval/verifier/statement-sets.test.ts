import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { errorKinds, readFalseStatements } from './read-statements.ts'
import { freshSets, freshStatements, lawsOf, officeStatements, type StatementSet } from './statement-sets.ts'

const written = freshSets.flatMap((name): [string, StatementSet][] => {
  const set = freshStatements(name)
  return set ? [[name, set]] : []
})

test('no law is in two sets, so that nothing tuned on one is known in another', () => {
  const laws = [officeStatements(), ...written.map(([, set]) => set)].flatMap(lawsOf)
  expect(new Set(laws).size).toBe(laws.length)
})

test.each<[string, StatementSet]>([['office', officeStatements()], ...written])(
  'every statement of the %s set is a sentence of its own about one sentence of a norm',
  (_, set) => {
    const all = [...set.trueOnes, ...set.falseOnes]
    for (const { slug, norm, sentence, text } of all) {
      expect(slug).toMatch(/^[a-z0-9_-]+$/)
      expect(norm).toMatch(/^(?:§|Art) /)
      expect(sentence).toBeGreaterThan(0)
      expect(text).toMatch(/^\p{Lu}.*\.$/u)
    }
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  },
)

const withLies = written.filter(([, { falseOnes }]) => falseOnes.length > 0)

test('every kind of error has false statements', () => {
  const kinds = withLies.flatMap(([, { falseOnes }]) => falseOnes.map(({ error }) => error))
  expect(new Set(kinds)).toEqual(new Set(errorKinds))
})

test.each(withLies)('the false statements of the %s set are about laws of its true ones', (_, set) => {
  const laws = new Set(set.trueOnes.map(({ slug }) => slug))
  expect(set.falseOnes.filter(({ slug }) => !laws.has(slug))).toEqual([])
})

test('a kind of error that is unknown is refused, not scored under another name', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'fundstelle-statements-')), 'false.tsv')
  writeFileSync(file, 'muster\t§ 1\t\t1\tnubmer\tDie Karte gilt vier Jahre.\n')
  expect(() => readFalseStatements(pathToFileURL(file).href)).toThrow('"nubmer" ist keine Fehlerart')
})
