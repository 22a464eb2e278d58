import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findReferences } from './find-references.ts'

const cases = (text: string) =>
  findReferences(text)
    .filter(({ kind }) => kind === 'case')
    .map(({ caseNumber, court = null, decidedOn = null, paragraph }) => [caseNumber, court, decidedOn, paragraph])

describe('a decision is read with its court, day and Randnummer', () => {
  test.each([
    ['BVerwG, Urteil vom 26.10.2010 - 1 C 16.09 -, Rn. 12', ['1 C 16.09', 'BVerwG', '2010-10-26', '12']],
    ['(vgl. BVerwG, Urt. v. 3.2.2010 – 1 C 1.09 –, juris Rn. 7 ff.)', ['1 C 1.09', 'BVerwG', '2010-02-03', '7']],
    ['BVerwG, Urteil vom 22. Februar 2024 – 1 C 12.22, Rn. 17', ['1 C 12.22', 'BVerwG', '2024-02-22', '17']],
    ['OVG NRW, Beschl. v. 3.2.2023 - 18 B 1/23 -', ['18 B 1/23', 'OVG NRW', '2023-02-03', null]],
    ['VG Köln, Urteil vom 1.4.2022 - 7 K 3/21.A -, juris', ['7 K 3/21.A', 'VG Köln', '2022-04-01', null]],
    ['BayVGH, B.v. 19.6.2019 - 11 CS 19.936 - juris Rn. 28', ['11 CS 19.936', 'BayVGH', '2019-06-19', '28']],
    ['VG Würzburg, Urteil v. 30.04.2020 – W 6 K 20.134', ['W 6 K 20.134', 'VG Würzburg', '2020-04-30', null]],
    [
      'BVerfG, Beschluss der 2. Kammer des Ersten Senats vom 25. Juli 2007 - 1 BvR 1031/07 -, juris, Rn. 32',
      ['1 BvR 1031/07', 'BVerfG', '2007-07-25', '32'],
    ],
    ['BAG 18. Mai 2016 - 7 AZR 533/14 - Rn. 18', ['7 AZR 533/14', 'BAG', '2016-05-18', '18']],
    ['BFH-Urteil vom 25. April 2017 VIII R 52/13, BFHE 258, 53', ['VIII R 52/13', 'BFH', '2017-04-25', null]],
    ['Was sagt BVerwG 1 C 12.12 zur Frist?', ['1 C 12.12', 'BVerwG', null, null]],
    ['Was sagt das Bundesverwaltungsgericht, 1 C 12.12?', ['1 C 12.12', 'BVerwG', null, null]],
    ['ECLI:DE:BVerwG:2024:220224U1C12.22.0', ['ECLI:DE:BVerwG:2024:220224U1C12.22.0', 'BVerwG', null, null]],
    ['BSG, Urteil vom 28.11.2019 - B 7 AY 1/20 R', ['B 7 AY 1/20 R', 'BSG', '2019-11-28', null]],
    ['Nach Az. 10 K 1234/21.A ist das so.', ['10 K 1234/21.A', null, null, null]],
    ['LAG Köln, Urteil vom 8. Dezember 2016 - 8 Sa 540/16 -', ['8 Sa 540/16', 'LAG Köln', '2016-12-08', null]],
  ])('%s', (text, expected) => {
    expect(cases(text)).toEqual([expected])
  })

  test('in a list the court is named once', () => {
    const text = 'BVerwG, Urteile vom 26. Oktober 2010 - 1 C 16.09 - und vom 16. November 2010 - 1 C 20.09 - Rn. 5.'
    expect(cases(text)).toEqual([
      ['1 C 16.09', 'BVerwG', '2010-10-26', null],
      ['1 C 20.09', 'BVerwG', '2010-11-16', '5'],
    ])
  })

  test('of another sentence it is not taken over', () => {
    const text =
      'So BVerwG, Urteil vom 26. Oktober 2010 - 1 C 16.09 -. Anders die Kammer! Im Verfahren vom Mai, 7 K 3/21, war es so.'
    expect(cases(text)[1]).toEqual(['7 K 3/21', null, null, null])
  })

  test.each(['Nr. 4.2.3 BV 2003.13 gilt', '3 Tage 12.22 Uhr', 'am 1. Mai 12/13'])('„%s“ is none', (text) => {
    expect(cases(text)).toEqual([])
  })
})

test('whatever stands around it, the words of a reference lie where it says, and references do not overlap', () => {
  const piece = fc.constantFrom(
    'BVerwG, ',
    'Urteil ',
    'vom ',
    '3.2.2010 ',
    '26. Oktober 2010 ',
    '- ',
    '1 C 16.09',
    ' -, ',
    'juris ',
    'Rn. 12',
    ' und ',
    'OVG NRW ',
    '§ 5 AufenthG',
    '. ',
    'ECLI:DE:BVerwG:2024:220224U1C12.22.0',
    'x',
    '\u00a0',
    '\n',
    '(',
    ')',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join('')
      let at = 0
      for (const { start, end, text: words } of findReferences(text)) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(text.slice(start, end)).toBe(words)
        at = end
      }
    }),
    { numRuns: 500 },
  )
})
