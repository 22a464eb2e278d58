import { expect, test } from 'vitest'
import { toDay } from '../../law/day.ts'
import type { NormState } from './check.ts'
import { normsOfText } from './name-norms.ts'
import { findProseReferences } from './prose-references.ts'

const register = [{ documentId: 'demo:muster', abbreviation: 'MusterG', names: ['Mustergesetz'] }]
const states: Record<string, NormState> = { '§ 1': 'in_force', '§ 2': 'not_in_force', '§ 3': 'unknown' }
const context = {
  asOf: toDay('2025-03-05'),
  register,
  lookup: (_: string, norm: string) => states[norm] ?? ('not_checked' as const),
  ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
}

test('each reference of a text gets its verdict, where it stands', () => {
  const text = 'Siehe § 1 MusterG, § 2 MusterG, § 3 MusterG, § 4 MusterG, § 1 FremdG, § 1 und 2 BvR 1/20.'
  const found = findProseReferences(text, context)
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(found.map((reference) => reference.text))
  expect(found.map(({ text: words, verdict, inForce }) => [words, verdict, inForce])).toEqual([
    ['§ 1 MusterG', 'ok', true],
    ['§ 2 MusterG', 'ok', false],
    ['§ 3 MusterG', 'not_found', null],
    ['§ 4 MusterG', 'not_checked', null],
    ['§ 1 FremdG', 'not_checked', null],
    ['§ 1', 'not_checked', null],
    ['2 BvR 1/20', 'not_checked', null],
  ])
})

test('a § without a law belongs to the law the text is about, where that is said', () => {
  expect(findProseReferences('§ 2 gilt.', context, 'demo:muster')).toMatchObject([{ verdict: 'ok', inForce: false }])
  expect(normsOfText('§ 2 gilt, § 2 auch.', register, 'demo:muster')).toEqual([
    { documentId: 'demo:muster', norm: '§ 2' },
  ])
})
