import { describe, expect, test } from 'vitest'
import { recogniseHeader, type RecognisedHeader } from './recognise-header.ts'

/** All texts here are invented. */
const read = (text: string): RecognisedHeader => recogniseHeader(text.split('\n').map((line) => ({ text: line })))
const facts = (text: string) => read(text).particulars
const works = (text: string) =>
  facts(text).relations.map(({ text: name, issuedOn, fileNumber }) => [name, issuedOn, fileNumber])

const letter = `Ministerium für Musterwesen und Beispiele
des Landes Musterland
Ministerium für Musterwesen, 40000 Musterstadt
12. März 2024
Seite 1 von 3
Aktenzeichen (bei Antwort bitte angeben):
14-39.06.01-123/24
Frau Beispiel
Telefon 0211 0000-123
An die
Bezirksregierungen
Musterstadt und Beispielhausen
nachrichtlich:
Landkreistag Musterland
Betreff: Erteilung von Musterausweisen;
hier: Ergänzende Hinweise
Bezug: Mein Erlass vom 3. Mai 2019 – 14-39.06.01
1. Allgemeines
Mit diesem Erlass gebe ich Hinweise zum Bescheid vom 4. Juni 2020.
Meinen Erlass vom 3. Mai 2019 – 14-39.06.01 – hebe ich hiermit auf. Dieser Erlass ist bis zum 31. Dezember 2026 befristet.`

describe('A decree that comes as a letter is filled in from its head', () => {
  test('issuer over two lines, number below its label, day alone in a line, subject with its second line', () => {
    expect(facts(letter)).toMatchObject({
      issuer: 'Ministerium für Musterwesen und Beispiele des Landes Musterland',
      fileNumbers: ['14-39.06.01-123/24'],
      issuedOn: '2024-03-12',
      kindName: 'Erlass',
      subject: 'Erteilung von Musterausweisen; hier: Ergänzende Hinweise',
      addressees: ['Bezirksregierungen', 'Musterstadt und Beispielhausen', 'Landkreistag Musterland'],
      validUntil: '2026-12-31',
    })
  })

  test('the decree it sets aside is named once, the one it only refers to not at all', () => {
    expect(works(letter)).toEqual([['Erlass', '2019-05-03', '14-39.06.01']])
  })

  test('each field says where it was read, and how sure that is', () => {
    const { certainty, evidence } = read(letter)
    expect(certainty).toMatchObject({ issuer: 'high', fileNumbers: 'high', issuedOn: 'medium' })
    expect(evidence.fileNumbers?.text).toBe('14-39.06.01-123/24')
    expect(letter.slice(evidence.issuedOn?.start, evidence.issuedOn?.end)).toBe('12. März 2024')
  })

  test('labels in capitals without a colon are labels', () => {
    const federal = `Bundesministerium des Innern\nAn die\nInnenministerien der Länder\nBETREFF Musterregelung\nAKTENZEICHEN M3-21000/33#1\nDATUM Berlin, 5. April 2024`
    expect(facts(federal)).toMatchObject({
      issuer: 'Bundesministerium des Innern',
      fileNumbers: ['M3-21000/33#1'],
      issuedOn: '2024-04-05',
      subject: 'Musterregelung',
    })
  })
})

describe('A decree or regulation that is printed in a gazette', () => {
  const gazette = `Ausstellung von Musterausweisen
RdErl. d. Ministeriums des Innern v. 12.3.2024 – 14-39.06.01 –
1 Zweck
Der Ausweis dient dem Muster.
2 Inkrafttreten
Dieser Runderlass tritt am Tag nach der Veröffentlichung in Kraft und am 31. Dezember 2028 außer Kraft. Der RdErl. d. Innenministeriums v. 7.6.2011 (MBl. S. 100) wird aufgehoben.`

  test('issuer in the nominative, day, number and the title in the line above', () => {
    expect(facts(gazette)).toMatchObject({
      issuer: 'Ministerium des Innern',
      fileNumbers: ['14-39.06.01'],
      issuedOn: '2024-03-12',
      subject: 'Ausstellung von Musterausweisen',
      validUntil: '2028-12-31',
    })
    expect(works(gazette)).toEqual([['RdErl. d. Innenministeriums', '2011-06-07', null]])
  })

  test('the ministry that enacts it, not one that agrees or is only named', () => {
    const text = `Musterverordnung\nAuf Grund des § 3 des Mustergesetzes vom 1. Januar 2010 verordnet das Bundesministerium des Innern und für Heimat im Einvernehmen mit dem Bundesministerium der Finanzen:\n§ 1\nDie Bundesregierung berichtet.`
    expect(facts(text).issuer).toBe('Bundesministerium des Innern und für Heimat')
  })

  test('words between which a line break was lost are read apart', () => {
    const text = `Musterbeiratsverordnung\nVerordnungdes Musterländischen Staatsministeriums des Innernüber Beiräte nach dem Mustergesetz\n§ 1\nDresden, den 17. September 2018`
    expect(facts(text)).toMatchObject({
      issuer: 'Musterländisches Staatsministerium des Innern',
      issuedOn: '2018-09-17',
    })
  })

  test('a law names no issuer, whoever signed it', () => {
    expect(
      facts('Gesetz über Musterbeiräte\n§ 1 Zweck\nDresden, den 9. März 1994\nDer Ministerpräsident\nMax Muster')
        .issuer,
    ).toBeNull()
  })

  test('a regulation that cites a title of the Union is none of its acts', () => {
    const text = `Musterverordnung\nDiese Verordnung dient der Umsetzung der Richtlinie 2001/1/EG des Europäischen Parlaments und des Rates vom 31. Januar 2001.\nEingangsformel\nEs verordnet die Bundesregierung:\n§ 1`
    expect(facts(text)).toMatchObject({ issuer: 'Bundesregierung', issuedOn: null })
  })

  test('the day under "Stand" is only suggested', () => {
    const found = read('Verfahrenshinweise zum Musterwesen\nStand: 1. Februar 2024')
    expect(found.particulars.issuedOn).toBeNull()
    expect(found.suggested.issuedOn).toBe('2024-02-01')
  })
})

describe('What a decree replaces', () => {
  const ends = 'Erlass des Ministeriums für Musterwesen\n'
  test.each([
    [
      'Gleichzeitig tritt die Musterverordnung vom 4. März 1997 (BGBl. I S. 432), die zuletzt durch Artikel 3 des Gesetzes vom 6. Mai 2009 (BGBl. I S. 1) geändert worden ist, außer Kraft.',
      [['Musterverordnung', '1997-03-04', null]],
    ],
    [
      'Gleichzeitig treten außer Kraft:\n1.\ndie Musteranordnung vom 1. Mai 2001 (BAnz. S. 1),\n2.\ndie Beispielanordnung vom 2. Mai 2001.\n(2) § 3 tritt am 1. März 2022 in Kraft.',
      [
        ['Musteranordnung', '2001-05-01', null],
        ['Beispielanordnung', '2001-05-02', null],
      ],
    ],
    [
      'Die Musterbekanntmachung vom 3. Mai 2001 und die Beispielbekanntmachung vom 4. Mai 2001 treten außer Kraft.',
      [
        ['Musterbekanntmachung', '2001-05-03', null],
        ['Beispielbekanntmachung', '2001-05-04', null],
      ],
    ],
    ['Dieser Erlass ersetzt den Erlass vom 5. Mai 2001 (Az. 15-39.01).', [['Erlass', '2001-05-05', '15-39.01']]],
    [
      'Mein Rundschreiben vom 6. Mai 2001 (Az. M3-21000/33) ist damit gegenstandslos.',
      [['Rundschreiben', '2001-05-06', 'M3-21000/33']],
    ],
    [
      'Die Verordnung vom 7. Mai 2001 über Muster und Beispiele, geändert durch Erlass vom 9. Mai 2003, tritt außer Kraft.',
      [['Verordnung über Muster und Beispiele', '2001-05-07', null]],
    ],
    [
      'Die Musteranordnung vom 8. Mai 2001 tritt mit Ablauf des 30. Oktober 2010 für die Zukunft außer Kraft.',
      [['Musteranordnung', '2001-05-08', null]],
    ],
    [
      'Die Mustervorschrift vom 9. Mai 2001 tritt zur selben Zeit außer Kraft.',
      [['Mustervorschrift', '2001-05-09', null]],
    ],
  ])('%s', (sentence, expected) => {
    expect(works(ends + sentence)).toEqual(expected)
  })

  test.each([
    'Gleichzeitig treten die §§ 4 bis 6 der Musteranordnung vom 6. August 2013 außer Kraft.',
    'Diese Verordnung tritt mit Ablauf des 31. Dezember 2026 außer Kraft.',
    'Die Wörter „Erlass vom 3. Mai 2019“ werden durch die Wörter „dieser Erlass“ ersetzt.',
    'Der Bescheid vom 3. Mai 2019 wird aufgehoben.',
    'Diese Verordnung tritt an dem Tag außer Kraft, an dem die Vereinbarung vom 26. November 1993 endet.',
    'Der Erlass vom 3. Mai 2019 gilt fort.',
  ])('is not: %s', (sentence) => {
    expect(works(ends + sentence)).toEqual([])
  })

  test('a ruling that sets aside a decision replaces no decree', () => {
    expect(
      works(
        'Verwaltungsgericht Musterstadt\n4 K 12/24\nDie Verfügung vom 3. Mai 2019 – 14-39 – wird aufgehoben.\nGründe',
      ),
    ).toEqual([])
  })
})

describe('A decision is filled in with its own court, number and day', () => {
  test.each([
    [
      'letters set apart',
      'B U N D E S V E R W A L T U N G S G E R I C H T\nBESCHLUSS\nBVerwG 1 B 99.95\nOVG 4 K 88/94\nhat der 1. Senat des Bundesverwaltungsgerichts\nam 31. Oktober 1995\nbeschlossen:\nDas Urteil vom 13. Dezember 1994 …',
      ['Bundesverwaltungsgericht', ['1 B 99.95'], '1995-10-31'],
    ],
    [
      'name over two lines, the lower court below',
      'Az.: 2 A 99/22\n3 K 88/19 VG Musterstadt\nMUSTERLÄNDISCHES\nOBERVERWALTUNGSGERICHT\nBeschluss\nhat der 2. Senat des Musterländischen Oberverwaltungsgerichts durch den Richter Muster\nam 3. September 2024\nbeschlossen:',
      ['Musterländisches Oberverwaltungsgericht', ['2 A 99/22'], '2024-09-03'],
    ],
    [
      'proclaimed on another day than heard',
      'OBERVERWALTUNGSGERICHT\nMUSTERLAND\nURTEIL\nOVG 12 B 99.07 Verkündet am 02.10.2007\nVG 2 A 88.05 Musterstadt\nhat der 12. Senat auf die mündliche Verhandlung vom 25. September 2007 für Recht erkannt:',
      ['Oberverwaltungsgericht Musterland', ['12 B 99.07'], '2007-10-02'],
    ],
    [
      'cited in one line',
      'VG Musterstadt, Urteil v. 02.08.2023 – Au 4 K 23.999\nTitel:\nMuster',
      ['VG Musterstadt', ['Au 4 K 23.999'], '2023-08-02'],
    ],
    [
      'with the number of another proceeding in brackets',
      'BUNDESVERWALTUNGSGERICHT\nBESCHLUSS\nBVerwG 7 B 99.14 (7 C 88.15)\nhat der 7. Senat des Bundesverwaltungsgerichts\nam 28. Januar 2015\nbeschlossen:',
      ['Bundesverwaltungsgericht', ['7 B 99.14'], '2015-01-28'],
    ],
    [
      'joined proceedings',
      'Hanseatisches Oberlandesgericht in Bremen\n2 U 99/22, 2 U 98/22\nhat das Hanseatische Oberlandesgericht in Bremen – 2. Zivilsenat – auf die mündliche Verhandlung vom 06.11.2025 für Recht erkannt:',
      ['Hanseatisches Oberlandesgericht in Bremen', ['2 U 99/22', '2 U 98/22'], '2025-11-06'],
    ],
    [
      'the lower court’s reference at the beginning of lines',
      'Leitsatz:\nEin Muster ist ein Muster.\nUrteil des 7. Senats vom 29. Juni 2017 - BVerwG 7 C 99.15\nI. VG Musterstadt vom 26. September 2013\nAz: VG 13 K 88/11\nBUNDESVERWALTUNGSGERICHT\nBVerwG 7 C 99.15',
      ['Bundesverwaltungsgericht', ['7 C 99.15'], '2017-06-29'],
    ],
    [
      'in a list of neighbours',
      'OVG Musterland, 12.05.2026 - 2 ME 99/26\nOVG Musterland, 11.05.2026 - 13 ME 88/26\nGericht\nOVG Musterland\nDatum\n11.05.2026\nAktenzeichen\n13 ME 88/26\nTenor',
      ['OVG Musterland', ['13 ME 88/26'], null],
    ],
    [
      'of the Union',
      'JUDGMENT OF THE COURT (Second Chamber)\n15 March 2017 ( *1 )\nIn Joined Cases C‑999/15 and C‑998/15 PPU,\nREQUEST received on 7 October 2015',
      ['Court', ['C‑999/15', 'C‑998/15 PPU'], '2017-03-15'],
    ],
    [
      'with signs before and behind its number',
      'Az.: NC 2 B 99/14\nNC 15 L 88/13\nMUSTERLÄNDISCHES\nOBERVERWALTUNGSGERICHT\nBeschluss\nam 3. Mai 2014\nIn der Verwaltungsrechtssache',
      ['Musterländisches Oberverwaltungsgericht', ['NC 2 B 99/14'], null],
    ],
    [
      'in a page of labels with empty ones',
      'Gericht\nOLG Musterland 11. Zivilsenat\nEntscheidungsdatum\n08.10.2025\nAktenzeichen\n34 Wx 99/23 e\nDokumententyp\nUrteil\nVerfahrensgang\n-\nTenor',
      ['OLG Musterland', ['34 Wx 99/23 e'], '2025-10-08'],
    ],
    [
      'that cites another with its ECLI',
      'BUNDESVERWALTUNGSGERICHT\nBVerwG 7 C 99.14\nhat der 7. Senat des Bundesverwaltungsgerichts am 25. Februar 2016 für Recht erkannt:\nGründe\nUrteil vom 27. November 2014 - 7 C 88.12 -\n[ECLI:DE:BVerwG:2014:1] Rn. 34',
      ['Bundesverwaltungsgericht', ['7 C 99.14'], '2016-02-25'],
    ],
    [
      'whose lines a reader joined to paragraphs',
      'OBERVERWALTUNGSGERICHT MUSTERLAND\nBESCHLUSS\nOVG 10 S 99.11 VG 20 L 88.11 Musterstadt\nIn der Verwaltungsstreitsache der Muster GbR hat der 10. Senat am 17. Oktober 2011 beschlossen:',
      ['Oberverwaltungsgericht Musterland', ['10 S 99.11'], '2011-10-17'],
    ],
  ] as const)('%s', (_name, text, [issuer, fileNumbers, issuedOn]) => {
    const found = facts(text)
    expect(found).toMatchObject({ issuer, fileNumbers })
    if (issuedOn !== null) expect(found.issuedOn).toBe(issuedOn)
  })

  test('a text without a head is not given the lower court’s number', () => {
    const text =
      'Musterrecht\nVerfahrensgang\nvorgehend VG Musterstadt, 22. Oktober 2024, 1 K 99/23, Urteil\nTenor\nDer Antrag wird abgelehnt.\nGründe'
    expect(facts(text)).toMatchObject({ issuer: null, fileNumbers: [], issuedOn: null })
  })

  test('where a page shows two decisions of a case, number and day are only suggested', () => {
    const page = (day: string, number: string) =>
      `Beschluss vom ${day} -\nBVerwG ${number}ECLI:DE:BVerwG:2023:1\nhat der 9. Senat des Bundesverwaltungsgerichts beschlossen:\nGründe\nText.`
    const found = read(`${page('17.04.2023', '9 BN 99.22')}\n${page('29.02.2024', '9 CN 88.23')}`)
    expect(found.particulars).toMatchObject({ issuer: 'Bundesverwaltungsgericht', fileNumbers: [], issuedOn: null })
    expect(found.suggested.fileNumbers).toEqual(['9 BN 99.22'])
  })
})

test('a parliamentary paper has its number, day and house', () => {
  const text =
    'Deutscher Bundestag Drucksache 99/4080\n99. Wahlperiode 11.02.2026\nGesetzentwurf\nEntwurf eines Gesetzes über Muster\nA. Problem'
  expect(facts(text)).toMatchObject({
    issuer: 'Deutscher Bundestag',
    fileNumbers: ['99/4080'],
    issuedOn: '2026-02-11',
    subject: 'Entwurf eines Gesetzes über Muster',
  })
})

test('an act of the Union has its institutions, its day and what it repeals', () => {
  const text =
    'REGULATION (EU) 2099/1 OF THE EUROPEAN PARLIAMENT AND OF THE COUNCIL\nof 14 May 2024\non patterns and repealing Regulation (EU) No 999/2013'
  expect(facts(text)).toMatchObject({
    issuer: 'European Parliament and of the Council',
    issuedOn: '2024-05-14',
    relations: [{ kind: 'repeals', text: 'Regulation (EU) No 999/2013' }],
  })
})
