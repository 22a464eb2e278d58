import { describe, expect, test } from 'vitest'
import { recogniseHeader, type RecognisedHeader } from '../recognise-header.ts'

/** All texts here are invented. */
const read = (text: string): RecognisedHeader => recogniseHeader(text.split('\n').map((line) => ({ text: line })))
const facts = (text: string) => read(text).particulars
const works = (text: string) =>
  facts(text).relations.map(({ text: name, issuedOn, fileNumber }) => [name, issuedOn, fileNumber])

describe('A letter of the house that prints its head otherwise', () => {
  const head = `Ministerium für Musterwesen des Landes Musterland
An die Musterbehörden
Aktenzeichen 513-26.06.02-000012/2024
Musterstadt, 15. Februar 2024
Betreff: Musterduldung
Bezug: Erlass vom 3. März 2022 – 513-26.06.02-000007/2022`
  const end = (sentence: string) => read(`${head}\n${sentence}`)

  test('its own number is the one behind the label without a colon, never that of the decree it refers to', () => {
    expect(facts(head).fileNumbers).toEqual(['513-26.06.02-000012/2024'])
    expect(facts(head.replace(/^Akten.*\n/m, '')).fileNumbers).toEqual([])
  })

  test('a heading that follows a number at the end of a sentence is no part of the number', () => {
    expect(
      works(`${head}\nDieser Erlass ersetzt den Erlass vom 3. März 2022 – 51-26.02-7/2022.\n1 Allgemeines`),
    ).toEqual([['Erlass', '2022-03-03', '51-26.02-7/2022']])
  })

  test.each([
    ['Dieser Erlass tritt am 1. März 2024 in Kraft und gilt bis zum 31. Dezember 2028.', '2024-03-01', '2028-12-31'],
    ['Diese Dienstanweisung gilt ab dem 1. Juni 2025.', '2025-06-01', null],
    [
      'Dieser Runderlass tritt mit Wirkung vom 1.1.2024 in Kraft und am 31.12.2026 außer Kraft.',
      '2024-01-01',
      '2026-12-31',
    ],
    ['Dieser Erlass tritt am 1. März 2024 in Kraft und am 1. Januar 2029 außer Kraft.', '2024-03-01', '2028-12-31'],
    ['Dieser Erlass tritt am 16.5.2025 außer Kraft.', undefined, '2025-05-15'],
    ['Gültig ab: 01.04.2024', '2024-04-01', null],
    ['Das Mustergesetz tritt am 1. April 2024 in Kraft. Dieser Erlass tritt sofort in Kraft.', undefined, null],
    ['Dieser Erlass tritt am Tag nach seiner Bekanntgabe in Kraft.', undefined, null],
    ['Der Erlass vom 3. März 2022, der am 1. Mai 2022 in Kraft trat, gilt weiter.', undefined, null],
  ])('the day from which it holds and its last day: %s', (sentence, from, until) => {
    expect(end(sentence).inForceFrom?.value).toBe(from)
    expect(end(sentence).particulars.validUntil).toBe(until)
  })
})
