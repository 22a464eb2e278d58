import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { StatuteParseError } from './statute-parse-error.ts'
import { parseStatute } from './statute-xml.ts'

const fixture = readFileSync(new URL('__fixtures__/mustergesetz.xml', import.meta.url))
const statute = parseStatute(fixture, 'musterg_2030')
const norm = (key: string) => {
  const found = statute.norms.find((one) => one.key === key)
  if (found === undefined) throw new Error(`no norm ${key}`)
  return found
}
const unitTexts = (key: string) =>
  norm(key).units.map((unit) => [unit.kind, unit.number, norm(key).text.slice(unit.start, unit.end).split('\n')[0]])
const sentenceTexts = (key: string) =>
  norm(key).sentences.map((sentence) => [
    sentence.paragraph,
    sentence.number,
    norm(key).text.slice(sentence.start, sentence.end),
  ])

describe('a law', () => {
  test('is named by its official abbreviation, and known by its other names', () => {
    expect(statute.document).toMatchObject({
      id: 'gii:musterg_2030',
      rank: 'statute',
      abbreviation: 'MusterG',
      shortTitle: 'Mustergesetz',
      title: 'Gesetz über erfundene Muster',
      enactedOn: '2030-01-02',
      url: 'https://www.gesetze-im-internet.de/musterg_2030/',
      invented: false,
    })
    expect(statute.document.names).toEqual(expect.arrayContaining(['MusterG 2030', 'Mustergesetzes']))
  })

  test('keeps its amendment notes, footnotes and the publisher’s notes apart from its text', () => {
    expect(statute.status).toEqual([{ kind: 'Stand', comment: 'zuletzt geändert durch nichts, denn es ist erfunden' }])
    expect(statute.footnotes).toEqual([
      '1) Dieses Gesetz ist erfunden.',
      '(+++ Erfundener Nachweis +++)\n(+++ zweite Zeile +++)',
    ])
  })

  test('has its norms in order, without its table of contents and mere headings', () => {
    expect(statute.norms.map(({ key, kind }) => [key, kind])).toEqual([
      ['Eingangsformel', 'front'],
      ['§ 1', 'norm'],
      ['§ 2', 'norm'],
      ['§§ 3 bis 5', 'norm'],
      ['§ 6', 'norm'],
      ['Art 7', 'norm'],
      ['Anlage', 'annex'],
    ])
  })

  test('of the demonstration collection is marked as invented', () => {
    expect(parseStatute(fixture, 'demo_musterg').document.invented).toBe(true)
  })

  test('gives the same result each time it is parsed', () => {
    expect(parseStatute(fixture, 'musterg_2030')).toEqual(statute)
  })
})

describe('a norm', () => {
  test('stands under its path of headings; an annex stands under none', () => {
    expect(norm('§ 1').outline).toEqual([
      { label: 'Teil 1', title: 'Allgemeines' },
      { label: 'Abschnitt 1', title: 'Muster und Proben' },
    ])
    expect(norm('Art 7').outline).toEqual([])
    expect(norm('Anlage').outline).toEqual([])
  })

  test('has its text in lines: Absätze, items of lists, what follows them', () => {
    expect(norm('§ 1').text.split('\n')).toEqual([
      '(1) Wer ein Muster besitzt, muss es bis zum 1. Januar melden, wenn',
      '1. es größer als 10 m² ist oder',
      '2. der Besitzer',
      'a) volljährig ist,',
      'b) eine Probe hat',
      'aa) im Haus oder',
      'bb) im Hof,',
      'und niemand widerspricht. Die Meldung nach Satz 1 ist kostenlos.',
      '(1a) Für Proben gilt § 2 Abs. 1 Nr. 3 entsprechend. Sie enthalten CO2.',
      '(2) (weggefallen)',
    ])
    expect(norm('§ 1').heading).toBe('Musterpflicht')
    expect(norm('§ 1').footnotes).toEqual(['*) Erfundene Fußnote.'])
  })

  test('has its Absätze, Nummern, Buchstaben and Doppelbuchstaben', () => {
    expect(unitTexts('§ 1')).toEqual([
      ['absatz', '1', '(1) Wer ein Muster besitzt, muss es bis zum 1. Januar melden, wenn'],
      ['nummer', '1', '1. es größer als 10 m² ist oder'],
      ['nummer', '2', '2. der Besitzer'],
      ['buchstabe', 'a', 'a) volljährig ist,'],
      ['buchstabe', 'b', 'b) eine Probe hat'],
      ['doppelbuchstabe', 'aa', 'aa) im Haus oder'],
      ['doppelbuchstabe', 'bb', 'bb) im Hof,'],
      ['absatz', '1a', '(1a) Für Proben gilt § 2 Abs. 1 Nr. 3 entsprechend. Sie enthalten CO2.'],
      ['absatz', '2', '(2) (weggefallen)'],
    ])
  })

  test('has its Sätze counted as lawyers do: a list belongs to the Satz it stands in', () => {
    const sentences = sentenceTexts('§ 1')
    expect(sentences.map(([paragraph, number]) => `${paragraph}/${number}`)).toEqual([
      '1/1',
      '1/2',
      '1a/1',
      '1a/2',
      '2/1',
    ])
    expect(sentences[0]?.[2]).toMatch(/^Wer ein Muster.*und niemand widerspricht\.$/s)
    expect(sentences[1]?.[2]).toBe('Die Meldung nach Satz 1 ist kostenlos.')
  })

  test('takes the numbers of its Sätze from the law, where the law prints them', () => {
    expect(sentenceTexts('Art 7')).toEqual([
      [null, 1, 'Dieses Gesetz tritt in Kraft.'],
      [null, 2, 'Es tritt am 3. Muster außer Kraft; vgl. Anlage.'],
    ])
    expect(norm('Art 7').heading).toBe('Inkrafttreten')
  })

  test('that is repealed has no text and says so', () => {
    expect(norm('§ 2')).toMatchObject({ text: '', repealed: true, heading: '(weggefallen)', sentences: [] })
    expect(norm('§§ 3 bis 5')).toMatchObject({ text: '', repealed: true, norm: '§§ 3 bis 5' })
    expect(norm('§ 1').repealed).toBe(false)
  })

  test('whose number the publisher repeats is told apart by its key', () => {
    const again = fixture.toString('utf8').replace('<enbez>§ 2</enbez>', '<enbez>§ 1</enbez>')
    const keys = parseStatute(Buffer.from(again), 'musterg_2030').norms.map(({ key }) => key)
    expect(keys.slice(1, 3)).toEqual(['§ 1', '§ 1 (2)'])
  })
})

describe('a table', () => {
  test('is written row by row, its empty cells kept, its pictures noted', () => {
    const annex = norm('Anlage')
    expect(annex.heading).toBe('(zu § 1) Musterübersicht')
    expect(annex.text).toBe('Teil A\nArt | Zahl\nMuster | | 1 000\nProbe')
    expect(annex.tables.map(({ start, end }) => annex.text.slice(start, end))).toEqual([
      'Art | Zahl\nMuster | | 1 000\nProbe',
    ])
    expect(annex.attachments).toEqual([
      { kind: 'image', name: 'probe.jpg', at: 35 },
      { kind: 'file', name: 'muster.pdf', at: 40 },
    ])
    expect(annex.footnotes).toEqual(['(Fundstelle: erfunden)'])
  })

  test('of an annex has its rows as sentences of their own', () => {
    expect(sentenceTexts('Anlage').map(([, , text]) => text)).toEqual([
      'Teil A',
      'Art | Zahl',
      'Muster | | 1 000',
      'Probe',
    ])
  })

  test('that only aligns a list of fees is that list', () => {
    expect(norm('§ 6').text.split('\n').slice(1)).toEqual([
      '1. für ein Muster 10 Taler,',
      'a) im Hof 11 Taler,',
      '2. für eine Probe 5 Taler.',
    ])
    expect(unitTexts('§ 6').map(([kind, number]) => [kind, number])).toEqual([
      ['nummer', '1'],
      ['buchstabe', 'a'],
      ['nummer', '2'],
    ])
    expect(norm('§ 6').sentences).toHaveLength(1)
    expect(norm('§ 6').tables).toEqual([])
  })
})

describe('a file that is no statute is refused in German, with what to do', () => {
  const text = fixture.toString('utf8')
  const doctype = (inside: string) => text.replace(/<!DOCTYPE[^>]*>/, `<!DOCTYPE dokumente [${inside}]>`)
  const bomb = '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'
  test.each<[string, Uint8Array, RegExp]>([
    ['no bytes', Buffer.alloc(0), /Datei ist leer.*neu/],
    ['truncated', fixture.subarray(0, 3000), /unvollständig oder fehlerhaft.*Zeile \d+, Spalte \d+.*neu/],
    ['malformed', Buffer.from(text.replace('</titel>', '</enbez>')), /unvollständig oder fehlerhaft/],
    ['not XML', Buffer.from('Hallo Welt'), /unvollständig oder fehlerhaft/],
    [
      'an HTML page',
      Buffer.from('<!DOCTYPE html><html><body>404<br></body></html>'),
      /kein Gesetz.*<html>.*Fehlerseite/,
    ],
    [
      'a local file named as entity (XXE)',
      Buffer.from(doctype('<!ENTITY x SYSTEM "file:///etc/passwd">')),
      /eigene DTD/,
    ],
    ['an entity bomb', Buffer.from(doctype(bomb).replace('Proben gilt', 'Proben &c; gilt')), /eigene DTD/],
    ['an unknown entity', Buffer.from(text.replace('Proben gilt', 'Proben &x; gilt')), /fehlerhaft/],
    ['bytes that are not UTF-8', Buffer.from(text, 'latin1'), /kein gültiges UTF-8.*neu abrufen/],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), /Kodierung "utf-16".*UTF-8/],
    ['an unknown encoding', Buffer.from(text.replace('UTF-8', 'EBCDIC-DE')), /Kodierung "ebcdic-de"/],
    [
      'nested too deep',
      Buffer.from(`<dokumente>${'<a>'.repeat(300)}${'</a>'.repeat(300)}</dokumente>`),
      /verschachtelt/,
    ],
    ['larger than any law', Buffer.alloc(65 * 1024 * 1024, 32), /65 MB größer/],
    ['without a norm', Buffer.from('<dokumente/>'), /enthält keine Norm/],
  ])('%s', (_, bytes, message) => {
    const parse = () => parseStatute(bytes, 'musterg')
    expect(parse).toThrow(StatuteParseError)
    expect(parse).toThrow(message)
    expect(parse).toThrow(/^Gesetz "musterg": /)
  })

  test('a file in the encoding it declares is read', () => {
    const latin = Buffer.from(text.replace('UTF-8', 'ISO-8859-1').replaceAll('’', "'"), 'latin1')
    expect(parseStatute(latin, 'musterg_2030').norms[1]?.text).toContain('größer als')
  })
})
