import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { DocumentText, Norm } from '../../../src/law/document-text.ts'
import { cutRuling } from '../../passages/cut-ruling.ts'
import { parseBayern } from './bayern-html.ts'
import { parseBverwg } from './bverwg-html.ts'
import { parseNrwe } from './nrwe-html.ts'
import { normsOfRii, parseRii } from './rii-xml.ts'

const fixture = (name: string) => readFileSync(new URL(`__fixtures__/${name}`, import.meta.url))
const rii = (change: (xml: string) => string = (xml) => xml) =>
  parseRii(Buffer.from(change(fixture('muster-rii.xml').toString())), 'JURE999900001')

const partOf = ({ norms }: DocumentText, key: string): Norm => {
  const part = norms.find((norm) => norm.key === key)
  if (part === undefined) throw new Error(`no ${key}`)
  return part
}
const passagesOf = (part: Norm) =>
  cutRuling(part).map(({ start, end, paragraph, path }) => [paragraph ?? path.join(''), part.text.slice(start, end)])
const sentencesOf = (part: Norm) =>
  part.sentences.map(({ start, end, paragraph, number }) => [
    `${paragraph ?? ''}.${number}`,
    part.text.slice(start, end),
  ])

describe('a decision in the XML of Rechtsprechung im Internet', () => {
  test('says court, day, file numbers, ECLI, norms and the courts before', () => {
    const { document, status, inForceFrom } = rii()
    expect(document).toMatchObject({
      id: 'rii:JURE999900001',
      kind: 'ruling',
      territory: 'DE',
      abbreviation: 'BVerwG, Urteil vom 03.02.2099 – 1 C 7.98',
      url: 'https://www.rechtsprechung-im-internet.de/jportal/?quelle=jlink&docid=jb-JURE999900001',
    })
    expect(document.particulars).toMatchObject({
      issuer: 'BVerwG',
      kindName: 'Urteil',
      fileNumbers: ['1 C 7.98', '1 C 8.98'],
      ecli: 'ECLI:DE:BVerwG:2099:030299U1C7.98.0',
      subject: 'Zu den Fristen der Musterkarte',
      norms: ['§ 3 Abs 1 S 2, Abs 2 MusterG', 'Art 99 GG', '§ 12 MusterV'],
    })
    expect(document.names).toContain('1 C 7/98')
    expect(inForceFrom).toBe('2099-02-03')
    expect(status.map(({ kind, comment }) => `${kind}: ${comment}`)).toEqual([
      'Spruchkörper: 1. Senat',
      'Vorinstanz: vorgehend OVG Musterland, 4. Mai 2098, Az: 18 A 1/97, Urteil',
      'Vorinstanz: vorgehend VG Musterstadt, 1. April 2097, Az: 7 K 3/96',
    ])
  })

  test('keeps Leitsatz, Tenor, Tatbestand and Entscheidungsgründe apart', () => {
    expect(rii().norms.map(({ key, kind, heading }) => [key, kind, heading])).toEqual(
      ['Leitsatz', 'Tenor', 'Tatbestand', 'Entscheidungsgründe'].map((key) => [
        key,
        'part',
        'Zu den Fristen der Musterkarte',
      ]),
    )
  })

  test('has a passage for each Leitsatz, for the Tenor and for each Randnummer, headings with what they open', () => {
    const text = rii()
    expect(passagesOf(partOf(text, 'Leitsatz')).map(([, words]) => words?.slice(0, 11))).toEqual([
      '1. Die Fris',
      '2. Sie begi',
    ])
    expect(passagesOf(partOf(text, 'Tenor'))).toEqual([
      ['', 'Die Revision wird zurückgewiesen.\nDer Kläger trägt die Kosten.'],
    ])
    expect(passagesOf(partOf(text, 'Entscheidungsgründe'))).toEqual([
      [
        '2',
        'II.\nA. Zulässigkeit der Revision\nDie Revision ist zulässig. Sie ist zu zahlen in\nKlasse 14: Taler;\nJahr | Taler\n2098 | 10',
      ],
      ['3', 'B.\nSie ist unbegründet. Es gilt 10² Mal dasselbe.'],
    ])
  })

  test('counts Sätze within a Randnummer; a reference ends none and a heading is none', () => {
    const text = rii()
    expect(sentencesOf(partOf(text, 'Leitsatz')).map(([, words]) => words)).toHaveLength(2)
    expect(sentencesOf(partOf(text, 'Tatbestand'))).toEqual([
      ['1.1', 'Der Kläger begehrt eine Musterkarte.'],
      ['1.2', 'Er wurde am 1.2.2070 geboren.'],
    ])
    expect(sentencesOf(partOf(text, 'Entscheidungsgründe'))[0]).toEqual(['2.1', 'Die Revision ist zulässig.'])
  })

  test('keeps tables and says where a picture was', () => {
    const { text, tables, attachments } = partOf(rii(), 'Entscheidungsgründe')
    expect(tables.map(({ start, end }) => text.slice(start, end))).toEqual(['Jahr | Taler\n2098 | 10'])
    expect(attachments.map(({ name }) => name)).toEqual(['Wappen'])
  })

  test('gives its Normenkette without the rest', () => {
    expect(normsOfRii(fixture('muster-rii.xml'), 'x')).toHaveLength(3)
  })

  test('of a BVerfG with another kind of decision is cited without guessing whether it is an Urteil', () => {
    const text = rii((xml) =>
      xml.replace('>Urteil<', '>Ablehnung einstweilige Anordnung<').replace('>BVerwG<', '>BVerfG<'),
    )
    expect(text.document.abbreviation).toBe('BVerfG, Entscheidung vom 03.02.2099 – 1 C 7/98')
  })

  test.each([
    ['cut off', (xml: string) => xml.slice(0, 900), /unvollständig oder fehlerhaft.*Zeile/],
    ['a page of the publisher', () => '<html><body>Wartung</body></html>', /keine Entscheidung.*<html>/],
    ['without any text', (xml: string) => xml.replace(/<leitsatz>.*<gruende\/>/s, ''), /Gericht oder Text fehlen/],
    [
      'with a DTD of its own',
      (xml: string) => xml.replace(/SYSTEM "[^"]*"/, '[<!ENTITY x SYSTEM "file:///etc/passwd">]'),
      /eigene DTD/,
    ],
    ['with an entity nobody defined', (xml: string) => xml.replace('Musterkarte', '&boese;'), /fehlerhaft/],
    ['nested without end', (xml: string) => xml.replace('<p>II.</p>', '<i>'.repeat(500)), /tiefer als/],
    ['empty', () => '', /leer/],
  ])('is refused with a reason where it is %s', (_, change, reason) => {
    expect(() => rii(change)).toThrow(reason)
  })
})

describe('a decision as a page', () => {
  test('of NRWE: fields, Leitsätze, Tenor and the parts that headings tell', () => {
    const text = parseNrwe(fixture('muster-nrwe.html'), 'vgs~muster~j2097~7_K_3_96_A_Urteil_20970401')
    expect(text.document).toMatchObject({
      territory: 'DE-NW',
      abbreviation: 'VG Musterstadt, Urteil vom 01.04.2097 – 7 K 3/96.A',
      url: 'https://nrwe.justiz.nrw.de/vgs/muster/j2097/7_K_3_96_A_Urteil_20970401.html',
    })
    expect(text.document.particulars?.norms).toEqual(['MusterG § 3 Abs. 1', 'GG Art. 99'])
    expect(text.norms.map(({ key }) => key)).toEqual(['Leitsatz', 'Tenor', 'Tatbestand', 'Entscheidungsgründe'])
    expect(passagesOf(partOf(text, 'Tatbestand')).map(([place]) => place)).toEqual(['2', '3', '4'])
    expect(sentencesOf(partOf(text, 'Entscheidungsgründe')).at(-1)).toEqual(['6.2', 'Es bleibt dabei.'])
  })

  test('of the Bundesverwaltungsgericht: the decision meant, without press release', () => {
    const text = parseBverwg(fixture('muster-bverwg.html'), '030299U1C7.98.0')
    expect(text.document).toMatchObject({
      abbreviation: 'BVerwG, Urteil vom 03.02.2099 – 1 C 7.98',
      url: 'https://www.bverwg.de/030299U1C7.98.0',
    })
    expect(text.document.particulars?.norms).toEqual(['§ 3 Abs. 1 MusterG'])
    expect(text.norms.map(({ key, text: words }) => [key, words])).toEqual([
      ['Leitsatz', '1. Die Frist beträgt drei Monate.\n2. Sie beginnt mit der Musterung.'],
      ['Tenor', '1. Die Revision wird zurückgewiesen.\n2. Der Kläger trägt die Kosten.'],
      ['Gründe', 'I\nDer Kläger begehrt eine Karte.\nII\nDie Revision ist unbegründet. Es bleibt dabei.'],
    ])
    const other = parseBverwg(fixture('muster-bverwg.html'), '040299B1C9.98.0')
    expect(other.document.abbreviation).toBe('BVerwG, Beschluss vom 04.02.2099 – 1 C 9.98')
  })

  test('of Bayern.Recht: the publishing house’s own Leitsätze are not called the court’s', () => {
    const text = parseBayern(fixture('muster-bayern.html'), 'Y-300-Z-MUSTER-B-2099-N-1')
    expect(text.document).toMatchObject({
      territory: 'DE-BY',
      abbreviation: 'VGH Mustermünchen, Beschluss vom 03.02.2099 – 19 CS 98.1234',
    })
    expect(text.norms.map(({ key }) => key)).toEqual(['Leitsatz', 'Redaktioneller Leitsatz', 'Tenor', 'Gründe'])
    expect(passagesOf(partOf(text, 'Gründe'))).toEqual([
      ['1', 'I.\nDer Antragsteller begehrt eine Karte.'],
      ['2', 'II.\nDie Beschwerde hat keinen Erfolg.\nDas gilt auch hier, am Ende der Randnummer.'],
    ])
  })

  test.each([
    ['NRWE', parseNrwe],
    ['BVerwG', parseBverwg],
    ['Bayern.Recht', parseBayern],
  ])('that is none is refused by %s, whatever its bytes', (_, parse) => {
    for (const page of ['', '<html><body><h1>Suche</h1></body></html>', '<<<>>>', '\0\0', '<div class="maindiv">'])
      expect(() => parse(Buffer.from(page), 'x')).toThrow(/Prüfen Sie die Adresse/)
  })

  test('saved in Windows-1252 is read as such', () => {
    const page = fixture('muster-nrwe.html').toString().replace('utf-8', 'windows-1252')
    const bytes = Buffer.from(page, 'latin1')
    expect(parseNrwe(bytes, 'x').norms.at(-2)?.text).toContain('Der Kläger will')
  })
})
