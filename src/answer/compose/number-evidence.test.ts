import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import { numberEvidence } from './number-evidence.ts'

describe('the evidence offered to a model', () => {
  test('is every sentence of the passages, numbered in the order of the ranking', () => {
    const first = buildPassage({ sentences: ['Gäste brauchen eine Gastkarte.', 'Sie gilt drei Monate.'] })
    const second = buildPassage({ norm: '§ 2', sentences: ['Die Karte kostet 50 Muster.'], rank: 2 })
    const evidence = numberEvidence([first, second])
    expect(evidence.map(({ id, sentence, text }) => [id, sentence, text])).toEqual([
      ['E1', 1, 'Gäste brauchen eine Gastkarte.'],
      ['E2', 2, 'Sie gilt drei Monate.'],
      ['E3', 1, 'Die Karte kostet 50 Muster.'],
    ])
    expect(evidence[1]?.span).toEqual({ start: first.start + 31, end: first.end })
  })

  test('takes a passage whole or not at all', () => {
    const long = buildPassage({ norm: '§ 2', sentences: ['Lang '.repeat(30), 'Kurz.'], rank: 2 })
    const passages = [buildPassage({ sentences: ['Eins.'] }), long, buildPassage({ norm: '§ 3', sentences: ['Drei.'] })]
    expect(numberEvidence(passages, 100).map(({ passage }) => passage.norm)).toEqual(['§ 1', '§ 3'])
  })

  test('holds at least one sentence, even when the best passage alone is too long', () => {
    const long = buildPassage({ sentences: ['Lang '.repeat(30), 'Auch lang '.repeat(30)] })
    expect(numberEvidence([long], 100)).toHaveLength(1)
  })

  test('never holds two versions of one norm', () => {
    const now = buildPassage({ sentences: ['Die Frist beträgt 18 Monate.'] })
    const before = buildPassage({ sentences: ['Die Frist beträgt 12 Monate.'], rank: 2 })
    expect(numberEvidence([now, before]).map(({ text }) => text)).toEqual(['Die Frist beträgt 18 Monate.'])
  })

  test('offers a passage without sentences as one, and nothing of an empty one', () => {
    const table = { ...buildPassage({ sentences: ['Karte | 50 Muster'] }), sentences: [] }
    expect(numberEvidence([table]).map(({ text }) => text)).toEqual(['Karte | 50 Muster'])
    expect(numberEvidence([buildPassage({ sentences: [''] })])).toEqual([])
  })
})
