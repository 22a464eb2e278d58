import { describe, expect, test } from 'vitest'
import { toDay } from '../../law/day.ts'
import type { KnownRuling } from '../../law/known-ruling.ts'
import { findReferences } from '../../law/references/find-references.ts'
import { judgeRuling } from './judge-ruling.ts'

const stored: KnownRuling = {
  caseNumber: '1 C 16.09',
  documentId: 'rii:muster',
  court: 'BVerwG',
  decidedOn: toDay('2010-10-26'),
  lastRandnummer: 20,
  withdrawn: false,
}
const coverage = [{ court: 'BVerwG', from: toDay('2010-01-01'), to: toDay('2024-12-31') }]

function verdictOf(text: string, rulings: KnownRuling[] = [stored], covered = coverage): string {
  const reference = findReferences(text)[0]
  if (reference === undefined) throw new Error(`no reference in ${text}`)
  return judgeRuling(reference, { rulings, coverage: covered }).verdict
}

describe('a decision that is stored', () => {
  test.each([
    'BVerwG, Urteil vom 26.10.2010 - 1 C 16.09 -, Rn. 12',
    'BVerwG 1 C 16.09',
    'im Verfahren 1 C 16.09',
    'Bundesverwaltungsgericht, Urteil vom 26. Oktober 2010 - 1 C 16.09 -',
  ])('is found by %s', (text) => {
    expect(verdictOf(text)).toBe('ok')
  })

  test('is not the decision of another day or court, nor does it have a Randnummer beyond its last', () => {
    expect(verdictOf('BVerwG, Urteil vom 27.10.2010 - 1 C 16.09 -')).toBe('not_found')
    expect(verdictOf('OVG NRW, Urteil vom 26.10.2010 - 1 C 16.09 -')).toBe('not_checked')
    expect(verdictOf('BVerwG, Urteil vom 26.10.2010 - 1 C 16.09 -, Rn. 99')).toBe('not_found')
  })

  test('is called neither there nor absent once its publisher has withdrawn it', () => {
    expect(verdictOf('BVerwG, Urteil vom 26.10.2010 - 1 C 16.09 -', [{ ...stored, withdrawn: true }])).toBe(
      'not_checked',
    )
  })

  test('of a court with two names is found by either', () => {
    const ruling = { ...stored, court: 'VGH München', caseNumber: '19 CS 19.936', decidedOn: toDay('2019-06-19') }
    expect(verdictOf('BayVGH, B.v. 19.6.2019 - 19 CS 19.936 - juris Rn. 8', [ruling])).toBe('ok')
  })
})

describe('a decision that is not stored', () => {
  test.each([
    ['of a court and day that are complete is not found', 'BVerwG, Urteil vom 3.2.2015 - 1 C 1.14 -', 'not_found'],
    ['of a day before the collection is not checked', 'BVerwG, Urteil vom 3.2.2005 - 1 C 1.04 -', 'not_checked'],
    ['of a day after it is not checked', 'BVerwG, Urteil vom 3.2.2025 - 1 C 1.24 -', 'not_checked'],
    ['of another court is not checked', 'BGH, Urteil vom 3.2.2015 - V ZB 1/14 -', 'not_checked'],
    ['of a court that is not named is not checked', 'im Verfahren 1 C 1.14', 'not_checked'],
    ['without a day, of a year long decided, is not found', 'BVerwG 1 C 99.14', 'not_found'],
    ['without a day, that may still be pending, is not checked', 'BVerwG 1 C 99.22', 'not_checked'],
    ['by its ECLI, of a year that is complete, is not found', 'ECLI:DE:BVerwG:2015:030215U1C1.14.0', 'not_found'],
  ])('%s', (_, text, expected) => {
    expect(verdictOf(text, [])).toBe(expected)
  })

  test('is not checked where nothing is known to be complete', () => {
    expect(verdictOf('BVerwG, Urteil vom 3.2.2015 - 1 C 1.14 -', [], [])).toBe('not_checked')
  })
})
