import { expect, test } from 'vitest'
import { toDay } from '../../src/law/day.ts'
import { missingLaws } from './missing-laws.ts'
import type { ReferenceCase } from './reference-case.ts'

function asking(...gold: [law: string, essential: boolean][]): ReferenceCase {
  return {
    id: 'xx-001',
    question: 'Erfunden?',
    as_of: toDay('2025-01-01'),
    kind: 'direct',
    style: 'formal',
    topic: 'erfunden',
    answerable: true,
    gold: gold.map(([law, essential]) => ({ law, norm: '§ 1', para: null, essential })),
    key_points: [],
    forbidden: [],
  }
}

test('the laws a set asks for and the collection lacks are named once; what only helps is not missed', () => {
  const register = [{ documentId: 'gii:muster_a', abbreviation: 'MusterA', names: [] }]
  const cases = [
    asking(['muster_a', true], ['muster_c', true]),
    asking(['muster_b', true], ['muster_c', true], ['muster_d', false]),
  ]
  expect(missingLaws(cases, register)).toEqual(['muster_b', 'muster_c'])
  expect(missingLaws([asking(['muster_a', true])], register)).toEqual([])
})
