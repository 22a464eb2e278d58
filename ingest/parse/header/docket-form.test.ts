import { describe, expect, test } from 'vitest'
import { recogniseHeader } from '../recognise-header.ts'

/** All courts, cases and numbers here are invented. */
const numbers = (...lines: string[]) => recogniseHeader(lines.map((text) => ({ text }))).particulars.fileNumbers

const forms = [
  '1 O 9911/22 Hei',
  '28 W 9912/23 Bau e',
  '20 U 9913/21 e',
  'A 13 K 9914/20',
  '4 A 9915/21.Z.A',
  '3 K 9916/20.F.A',
  '2 AZR 9917/22 (A)',
  'B 12 KR 93/20 BH',
  'L 9 SO 94/20 ER-B',
  '3 K 9918/20 Kg,AO',
  '1 K 9919/20 We',
  '2-03 O 9920/20',
  'III-5 RVs 95/20',
  'VI-3 Kart 96/20 (V)',
  'Vf. 97-VI-20',
  'StB 98/21',
  'VerfGH 99/20.VB-1',
  '3 O 9921/20 Kart',
]

describe('The number of a decision is kept as it is printed, with what belongs to it', () => {
  test.each(forms)('%s behind its label', (number) => {
    expect(numbers('Amtsgericht Musterstadt', `Aktenzeichen: ${number}`, 'Beschluss', 'Tenor')).toEqual([number])
  })

  test.each(forms)('%s in a line of its own', (number) => {
    expect(numbers('Amtsgericht Musterstadt', number, 'Beschluss', 'Tenor')).toEqual([number])
  })

  test.each(forms)('%s at the end of a heading', (number) => {
    expect(numbers(`AG Musterstadt, Beschluss v. 12.03.2024 – ${number}`, 'Tenor')).toEqual([number])
  })
})

describe('Words behind a number are none of it', () => {
  test.each([
    ['4 K 9931/22 Urteil vom 12. März 2024', []],
    ['4 K 9932/22 (5 K 9933/22)', ['4 K 9932/22']],
    ['4 K 9934/22, VG Musterstadt', ['4 K 9934/22']],
    ['4 K 9935/22 und 4 K 9936/22', ['4 K 9935/22', '4 K 9936/22']],
    ['4 K 9937/22 am 12. März 2024', ['4 K 9937/22']],
  ])('%s', (line, expected) => {
    expect(numbers('Verwaltungsgericht Musterstadt', line, 'Tenor')).toEqual(expected)
  })
})
