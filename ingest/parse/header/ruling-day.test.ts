import { describe, expect, test } from 'vitest'
import { recogniseHeader } from '../recognise-header.ts'

/** All courts and cases here are invented. */
const day = (...lines: string[]) => recogniseHeader(lines.map((text) => ({ text }))).particulars.issuedOn

describe('The day of a decision on a page of a database', () => {
  test('stands below its label, whichever words the label has', () => {
    for (const label of ['Datum der Entscheidung', 'Entscheidungsdatum', 'Beschlussdatum', 'Urteilsdatum'])
      expect(day('Oberlandesgericht Musterstadt', label, '29.01.2026', 'Aktenzeichen', '2 U 9906/22')).toBe(
        '2026-01-29',
      )
  })

  test('stands alone beside the kind of decision and its number', () => {
    expect(day('Oberverwaltungsgericht Musterstadt', 'Urteil', '3 C 9990/21', '02.02.2026', 'Leitsatz:')).toBe(
      '2026-02-02',
    )
  })

  test('is not that of a lower court, nor one that stands alone further below', () => {
    expect(
      day('Oberverwaltungsgericht Musterstadt', 'Urteil', '3 C 9990/21', 'Vorinstanz', '4 K 9991/20', '02.02.2020'),
    ).toBeNull()
    expect(day('Oberverwaltungsgericht Musterstadt', '3 C 9990/21', 'Leitsatz', 'Muster', '02.02.2020')).toBeNull()
  })
})
