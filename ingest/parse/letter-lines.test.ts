import { describe, expect, test } from 'vitest'
import { recogniseHeader } from './recognise-header.ts'
import type { Particulars } from '../../src/law/particulars.ts'

/** Letters as a PDF gives their lines; all invented. */
const letters: { name: string; text: string; expected: Partial<Particulars> }[] = [
  {
    name: 'two columns that a PDF gives as one line',
    text: `Der Minister
Ministerium für Musterfragen, Postfach 1, 40190 Musterstadt
Seite 1 von 4
An die Bezirksregierungen
Aktenzeichen: 512-39.05.10-21-034 Musterstadt, 12.03.2024
bei Antwort bitte angeben
Umsetzung der Musterregelung
Bezug: 1. Erlass vom 03.04.2021 (Az. 512-39.05.10-20-001)
2. Ihr Bericht vom 5.6.2023, Az. 21.3-4
Sehr geehrte Damen und Herren,
der Erlass ist befristet bis 31.12.2027.`,
    expected: {
      issuer: 'Ministerium für Musterfragen',
      fileNumbers: ['512-39.05.10-21-034'],
      issuedOn: '2024-03-12' as never,
    },
  },
  {
    name: 'a number with letters between its groups, and a day under a bare label',
    text: `Musterländisches Ministerium des Musterwesens
Postfach 31 67 · 65021 Musterstadt Geschäftszeichen: II 4 - 23 d 01.02-24/001
Ihr Zeichen
Ihre Nachricht vom
Datum 5. Juli 2024
Regierungspräsidien Musterberg und Mustertal`,
    expected: {
      issuer: 'Musterländisches Ministerium des Musterwesens',
      fileNumbers: ['II 4 - 23 d 01.02-24/001'],
      issuedOn: '2024-07-05' as never,
    },
  },
  {
    name: 'a federal office that hands on a decree of its ministry',
    text: `Bundesamt für Muster und Beispiele
Referat 61A
Az.: 9330-/001/24
Rundschreiben 4/2024
Musterstadt, 02.02.2024
Erlass des Bundesministeriums des Musterwesens vom 01.01.2024 – Az. M3-21000/1#1`,
    expected: {
      issuer: 'Bundesamt für Muster und Beispiele',
      fileNumbers: ['9330-/001/24'],
      issuedOn: '2024-02-02' as never,
    },
  },
  {
    name: 'an office whose whole name stands in the sender’s line alone',
    text: `Landesverwaltungsamt Musterland · Postfach 200256 · 06003 Musterstadt
Landesverwaltungsamt
Musterstadt, 5.6.2024
Ihr Zeichen:
Mein Zeichen: 201-12231/1
Rundverfügung Nr. 5/2024
Bezug: RdErl. des MI vom 7.8.2019 – 34.11-12230`,
    expected: {
      issuer: 'Landesverwaltungsamt Musterland',
      fileNumbers: ['201-12231/1'],
      issuedOn: '2024-06-05' as never,
    },
  },
]

describe('A letter whose columns run into one another is filled in from its head:', () => {
  test.each(letters)('$name', ({ text, expected }) => {
    const { particulars } = recogniseHeader(text.split('\n').map((line) => ({ text: line })))
    expect(particulars).toMatchObject(expected)
  })
})

test('of labels side by side the value below is only suggested where another label comes first', () => {
  const read = (labels: string) =>
    recogniseHeader(
      `Ministerium für Muster\n${labels}\n64.11 – 12230/1-8 0000 07.08.2024\nAufenthaltsrecht`
        .split('\n')
        .map((text) => ({ text })),
    )
  const unsure = read('Ihr Zeichen, Ihre Nachricht vom Mein Zeichen (Bei Antwort angeben) Durchwahl Musterstadt')
  expect([unsure.particulars.fileNumbers, unsure.suggested.fileNumbers]).toEqual([[], ['64.11 – 12230/1-8']])
  expect(read('Mein Zeichen Durchwahl Musterstadt').particulars.fileNumbers).toEqual(['64.11 – 12230/1-8'])
})

test('whom a letter is for did not issue it', () => {
  const text = 'Büro für Muster\nAn das\nLandesamt für Musterwesen\nMusterstadt, 3. Juni 2024\nErlass'
  expect(recogniseHeader(text.split('\n').map((line) => ({ text: line }))).particulars.issuer).toBeNull()
})

test('the small line over the window says who wrote it', () => {
  const text = 'Seite 1 von 3\nMinisterium des Musterwesens · Postfach 1 · 40190 Musterstadt\nAn die\nKreise\nErlass'
  expect(recogniseHeader(text.split('\n').map((line) => ({ text: line }))).particulars.issuer).toBe(
    'Ministerium des Musterwesens',
  )
})

describe('a reference is never the number of the letter that makes it', () => {
  const head = (line: string) => `Ministerium des Musterwesens\nMusterstadt, 3. Juni 2024\n${line}\nDieser Erlass gilt.`
  test.each([
    'Bezug: Mein Erlass vom 3. Mai 2019 – Az.: 14-39.06.01',
    'BEZUG Rundschreiben vom 1. Februar 2023, Az.: M9-21000/11',
    'Bezug: Bericht vom 1. Februar 2023\nAz.: 32-11/23',
    'Bezugserlass: Az.: 14-39.06.01-9',
    'Ihr Zeichen: 32-11/23',
    'Ihr Schreiben vom 1. März 2024, Az.: 32-11/23',
    'Ihre Nachricht vom 1. März 2024 Az.: 32-11/23',
    'hier: Ihr Bericht, Az.: 32-11/23',
    'Bezug:\nMein Erlass vom 3. Mai 2019\n– Az.: 14-39.06.01 –',
  ])('%s', (line) => {
    const { particulars } = recogniseHeader(
      head(line)
        .split('\n')
        .map((text) => ({ text })),
    )
    expect(particulars.fileNumbers).toEqual([])
  })
})
