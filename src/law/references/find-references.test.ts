import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LawName } from '../answer.ts'
import type { Reference } from '../reference.ts'
import { findReferences } from './find-references.ts'
import { formatLabel } from './label.ts'

const register: LawName[] = [
  law('aufenthg_2004', 'AufenthG', ['AufenthG 2004', 'Aufenthaltsgesetz']),
  law('freiz_gg_eu_2004', 'FreizügG/EU', ['Freizügigkeitsgesetz/EU']),
  law('sgb_12', 'SGB 12', ['Sozialgesetzbuch (SGB) Zwölftes Buch (XII) - Musterhilfe -']),
  law('bgbeg', 'BGBEG', ['Einführungsgesetz zum Bürgerlichen Gesetzbuche']),
  law('azrg', 'AZRG', ['AZR-Gesetz']),
  law('gg', 'GG', ['Grundgesetz für die Bundesrepublik Deutschland']),
]

function law(slug: string, abbreviation: string, names: string[]): LawName {
  return { documentId: `gii:${slug}`, abbreviation, names }
}

/** `§ 25b|1|2|1.a|AufenthG`: norm, Absatz, Satz, path, law. */
function brief({ kind, caseNumber, norm, paragraph, sentence, path, law: name, to, following }: Reference): string {
  if (kind === 'case') return `case ${caseNumber}`
  const parts = [norm, paragraph, sentence, path.join('.'), name].map((part) => part ?? '').join('|')
  return parts + (to ? ` to ${to}` : '') + (following ? ` ${following}` : '')
}

describe('a reference is read in all its parts', () => {
  test.each([
    ['§ 25b I 2 Nr. 1 AufenthG', ['§ 25b|1|2|1|AufenthG']],
    ['§ 60a IIc 3 AufenthG', ['§ 60a|2c|3||AufenthG']],
    [
      '§ 25b Abs. 1 Satz 2 Nummer 1 Buchstabe a Doppelbuchstabe bb des Aufenthaltsgesetzes',
      ['§ 25b|1|2|1.a.bb|Aufenthaltsgesetzes'],
    ],
    ['§ 4 Abs. 1 S. 1', ['§ 4|1|1||']],
    ['§ 4 Abs 1 S 1', ['§ 4|1|1||']],
    ['§ 5a Abs. 2a', ['§ 5a|2a|||']],
    ['§ 5 (2) AufenthG', ['§ 5|2|||AufenthG']],
    ['§18g aufenthg', ['§ 18g||||aufenthg']],
    ['§ 18 g AufenthG', ['§ 18g||||AufenthG']],
    ['§ 18G AufenthG', ['§ 18g||||AufenthG']],
    ['Paragraf 5', ['§ 5||||']],
    ['Paragraph 5', ['§ 5||||']],
    ['Par. 5', ['§ 5||||']],
    ['Art. 6 GG', ['Art 6||||GG']],
    ['Art 6 Abs 1 GG', ['Art 6|1|||GG']],
    ['Artikel 16a Absatz 2 des Grundgesetzes', ['Art 16a|2|||Grundgesetzes']],
    ['Artikel 246a § 1 Absatz 2 EGBGB', ['Art 246a § 1|2|||EGBGB']],
    ['Anlage 1 AufenthV', ['Anlage 1||||AufenthV']],
    ['nach Anlage D2a der AufenthV', ['Anlage D2a||||AufenthV']],
    ['Anlage zum AufenthG', ['Anlage||||AufenthG']],
    ['anlage zum AufenthG', ['Anlage||||AufenthG']],
    ['die Anlage ist beigefügt', []],
    ['die Kapitalanlage 1', []],
    ['§ 104 Absatz 1 Satz 1 Halbsatz 2 Nr. 3', ['§ 104|1|1|3|']],
    ['§ 5 Abs. 3 1. Halbsatz AufenthG', ['§ 5|3|||AufenthG']],
    ['§ 5 3 Monate', ['§ 5||||']],
    ['§ 25\u00a0Absatz\u00a01', ['§ 25|1|||']],
    ['§ 25\nAbsatz 1', ['§ 25|1|||']],
    ['§', []],
    ['§ Absatz 1', []],
    ['§ 1 Abs. 1 Abs. 1', ['§ 1|1|||']],
  ])('%s', (text, expected) => {
    expect(findReferences(text, register).map(brief)).toEqual(expected)
  })
})

describe('a list gives one reference for each part, the law holding for all', () => {
  test.each([
    [
      '§§ 18a, 18b und 19c Absatz 2 AufenthG',
      ['§ 18a||||AufenthG', '§ 18b||||AufenthG', '§ 19c|2|||AufenthG'],
      ['§§ 18a', '18b', '19c Absatz 2 AufenthG'],
    ],
    [
      '§ 60 Absatz 5 oder 7 des Aufenthaltsgesetzes',
      ['§ 60|5|||Aufenthaltsgesetzes', '§ 60|7|||Aufenthaltsgesetzes'],
      ['§ 60 Absatz 5', '7 des Aufenthaltsgesetzes'],
    ],
    [
      '§ 28 Absatz 1 Satz 1 Nummer 1 und 3 sowie Absatz 4',
      ['§ 28|1|1|1|', '§ 28|1|1|3|', '§ 28|4|||'],
      ['§ 28 Absatz 1 Satz 1 Nummer 1', '3', 'Absatz 4'],
    ],
    [
      '§ 4 Abs. 1 S. 1 i.V.m. § 5 AufenthG',
      ['§ 4|1|1||AufenthG', '§ 5||||AufenthG'],
      ['§ 4 Abs. 1 S. 1', '§ 5 AufenthG'],
    ],
    [
      '§ 7 des AZR-Gesetzes und § 5 AufenthG',
      ['§ 7||||AZR-Gesetzes', '§ 5||||AufenthG'],
      ['§ 7 des AZR-Gesetzes', '§ 5 AufenthG'],
    ],
    ['Artikel 6 und 2 BvR 1/20', ['Art 6||||', 'case 2 BvR 1/20'], ['Artikel 6', '2 BvR 1/20']],
    ['§ 2 Absatz 2 in Verbindung mit Absatz 3 Satz 1', ['§ 2|2|||', '§ 2|3|1||'], ['§ 2 Absatz 2', 'Absatz 3 Satz 1']],
  ])('%s', (text, parts, words) => {
    const found = findReferences(text, register)
    expect(found.map(brief)).toEqual(parts)
    expect(found.map((reference) => reference.text)).toEqual(words)
  })
})

test.each([
  ['§§ 27 ff. AufenthG', '§ 27||||AufenthG ff'],
  ['§§ 27ff AufenthG', '§ 27||||AufenthG ff'],
  ['§ 27 f.', '§ 27|||| f'],
  ['§ 27f AufenthG', '§ 27f||||AufenthG'],
  ['§§ 27 bis 36a AufenthG', '§ 27||||AufenthG to § 36a'],
  ['§§ 18a-18g', '§ 18a|||| to § 18g'],
  ['§ 3 bis § 7', '§ 3|||| to § 7'],
  ['Artikel 3 bis 5 GG', 'Art 3||||GG to Art 5'],
  ['§ 28 Absatz 1 Satz 1 Nummer 1 bis 3', '§ 28|1|1|1| to 3'],
])('a range stays one reference that says where it ends: %s', (text, expected) => {
  expect(findReferences(text, register).map(brief)).toEqual([expected])
})

test.each([
  ['nach § 5 des Zwölften Buches Sozialgesetzbuch', 'Zwölften Buches Sozialgesetzbuch'],
  ['§ 5 SGB XII', 'SGB XII'],
  ['§ 11 Abs. 1 des Freizügigkeitsgesetzes/EU', 'Freizügigkeitsgesetzes/EU'],
  ['Art. 6 des Einführungsgesetzes zum Bürgerlichen Gesetzbuche', 'Einführungsgesetzes zum Bürgerlichen Gesetzbuche'],
  ['§ 5 im Auslaenderaufenthaltsgesetz', 'Auslaenderaufenthaltsgesetz'],
  ['§ 3 AZRG-DV', 'AZRG-DV'],
])('a known law, or a longer one, is read whole: %s', (text, name) => {
  expect(findReferences(text, register)[0]?.law).toBe(name)
})

test.each([
  ['§ 3 des Musterstoffgesetzes', 'Musterstoffgesetzes'],
  ['§ 9 MusterG', 'MusterG'],
  ['§ 1 XyV', 'XyV'],
  ['§ 7 SGB II', 'SGB II'],
  ['§ 7 des Zweiten Buches Sozialgesetzbuch', 'Zweiten Buches Sozialgesetzbuch'],
  ['Art. 6 der Verordnung (EU) 2099/679', 'Verordnung (EU) 2099/679'],
  ['§ 51 des Gesetzes über Musterwidrigkeiten', 'Gesetzes über Musterwidrigkeiten'],
  ['§ 24 BAMF prüft', null],
  ['§ 5 der Ausländer', null],
  ['§ 5 der Verordnung', null],
])('an unknown law is read by its shape, so that it can be reported: %s', (text, name) => {
  expect(findReferences(text)[0]?.law).toBe(name)
})

test.each([
  ['BVerwG 1 C 12.22', '1 C 12.22'],
  ['10 K 1234/21.A', '10 K 1234/21.A'],
  ['2 BvR 1/20', '2 BvR 1/20'],
  ['VIII ZR 12/20', 'VIII ZR 12/20'],
  ['B 7 AY 1/20 R', 'B 7 AY 1/20 R'],
  ['19 ZB 21.1234', '19 ZB 21.1234'],
  ['C-634/21', 'C-634/21'],
  ['ECLI:DE:XX:2099:010199U1C12.99.0.', 'ECLI:DE:XX:2099:010199U1C12.99.0'],
])('an Aktenzeichen is read: %s', (text, caseNumber) => {
  expect(findReferences(text).map((reference) => reference.caseNumber)).toEqual([caseNumber])
})

test.each(['3 Tage 12.22', '12 EUR 10.50', '01.02.2024', '24 k 12.22'])('%s is no Aktenzeichen', (text) => {
  expect(findReferences(text)).toEqual([])
})

const parts = fc.record({
  norm: fc
    .tuple(fc.constantFrom('§', 'Art'), fc.integer({ min: 1, max: 999 }), fc.constantFrom('', 'a', 'b', 'f', 'g'))
    .map(([sign, number, letter]) => `${sign} ${number}${letter}`),
  paragraph: fc.option(
    fc.tuple(fc.integer({ min: 1, max: 40 }), fc.constantFrom('', 'a')).map(([n, letter]) => `${n}${letter}`),
  ),
  sentence: fc.option(fc.integer({ min: 1, max: 30 })),
  path: fc.constantFrom<string[][]>([], ['3'], ['1a'], ['3', 'b'], ['12', 'a', 'bb']),
  law: fc.constantFrom('AufenthG', 'FreizügG/EU', 'MusterG', 'SGB XII', 'GG'),
})

test('what a label says is read back from it', () => {
  fc.assert(
    fc.property(parts, ({ norm, paragraph, sentence, path, law: abbreviation }) => {
      const sentences = sentence === null ? [] : [sentence]
      const label = formatLabel({
        norm,
        paragraph,
        sentences,
        path,
        document: { kind: 'statute', abbreviation, invented: false },
      })
      const found = findReferences(`Siehe ${label}, dort.`, register)
      expect(found).toMatchObject([{ norm, paragraph, sentence, path, law: abbreviation, text: label }])
    }),
  )
})

test('references lie in the text as they say, in order and apart, whatever the text', () => {
  const pieces = fc.constantFrom(
    ...'§|§§ | 5|12a| Abs. 1| Satz 2| und |, | bis | I | ff.| AufenthG| des |\n|Aufenthaltsgesetzes|Art. 6|Anlage |'.split(
      '|',
    ),
    ...'1 C 2.22|ß|x| i.V.m. | Nr. 3| lit. b|😀|(|)'.split('|'),
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (list) => {
      const text = list.join('')
      let last = 0
      for (const reference of findReferences(text, register)) {
        expect(reference.start).toBeGreaterThanOrEqual(last)
        expect(reference.end).toBeGreaterThan(reference.start)
        expect(text.slice(reference.start, reference.end)).toBe(reference.text)
        last = reference.end
      }
    }),
    { numRuns: 500 },
  )
})

test('100 kB of what is almost a reference are read to the end', () => {
  const nearMisses = [
    '§ 1 Abs. 1 ',
    '§',
    '§ ',
    '§ 1, ',
    '§ 1 BGB, ',
    'Abs. 1 ',
    'Art. ',
    '1 C ',
    '§ 1 A-',
    'Anlage ',
    'aaaa',
    ' ',
    'Gesetzes zur ',
  ]
  for (const piece of nearMisses) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    const found = findReferences(`${text} § 7 AufenthG`, register)
    expect(found.at(-1)).toMatchObject({ norm: '§ 7', law: 'AufenthG' })
  }
})
