import * as fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import writeSheets, { type SheetData } from 'write-excel-file/node'
import { germanDay, isDay, toDay } from '../../../src/law/day.ts'
import { makeZip } from '../../../tests/make-zip.ts'
import { type ReferenceCase, referenceCaseSchema } from '../reference-case.ts'
import { caseRow } from './case-row.ts'
import { columns, fields } from './columns.ts'
import { importTables } from './import-table.ts'
import { readTables } from './read-tables.ts'
import type { Cell } from './table.ts'
import { writeTemplate } from './write-template.ts'

const day = toDay('2025-04-01')
const headings = fields.map((field) => columns[field].heading)
const importBytes = async (bytes: Buffer | string) => importTables(await readTables(Buffer.from(bytes)), day)
const xlsx = (rows: Cell[][]) => writeSheets(rows as SheetData, { dateFormat: 'dd.mm.yyyy' } as object).toBuffer()

const words = fc.array(fc.constantFrom('Frist', '„Antrag“', '"so"', 'a,b', '§ 5', "'", '–', '=1', '#', 'ß', '12'), {
  minLength: 1,
  maxLength: 6,
})
const sentence = words.map((parts) => parts.join(' '))
const lineList = fc.array(
  sentence.map((text) => `Satz ${text}`),
  { maxLength: 3 },
)
const cases: fc.Arbitrary<ReferenceCase[]> = fc
  .uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-zä0-9][a-z0-9._-]{0,10}$/),
      question: fc.tuple(sentence, sentence).map((lines) => `Frage ${lines.join('\n')}`),
      as_of: fc
        .date({ min: new Date('1960-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10))
        .filter(isDay),
      kind: fc.constantFrom(...referenceCaseSchema.shape.kind.unwrap().options),
      style: fc.constantFrom(...referenceCaseSchema.shape.style.unwrap().options),
      topic: sentence,
      answerable: fc.boolean(),
      reference_answer: sentence.map((text) => `Antwort ${text}`),
      key_points: lineList,
      forbidden: lineList,
      weight: fc.constantFrom(0.5, 1, 2.25),
      review_state: fc.constantFrom('draft' as const, 'reviewed' as const, 'approved' as const),
      author: fc.constantFrom('MM', 'Ämter, West'),
      tags: fc.array(fc.constantFrom('Visum', 'Härte', 'A-B'), { minLength: 1, maxLength: 2 }),
      sources: fc.array(
        sentence.map((text) => `§ 1 ${text}`),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { selector: ({ id }) => id.toUpperCase(), minLength: 1, maxLength: 4 },
  )
  .map((all) => all.map((one) => referenceCaseSchema.parse(one)))

describe('a set written as rows and read again is the same', () => {
  test.each([';', ','])('as CSV with %s', async (delimiter) => {
    await fc.assert(
      fc.asyncProperty(cases, fc.constantFrom('', '\uFEFF'), async (set, mark) => {
        const rows = set.map((one) => caseRow(one).map((cell) => (cell instanceof Date ? germanDayOf(cell) : cell)))
        const imported = await importBytes(mark + Papa.unparse([headings, ...rows], { delimiter }))
        expect(imported).toMatchObject({ refused: [], unknownColumns: [], withoutDay: 0 })
        expect(imported.cases).toEqual(set)
      }),
    )
  })

  test('as XLSX, days as date cells', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (set) => {
        expect((await importBytes(await xlsx([headings, ...set.map(caseRow)]))).cases).toEqual(set)
      }),
      { numRuns: 25 },
    )
  })
})

function germanDayOf(date: Date): string {
  return germanDay(toDay(date.toISOString().slice(0, 10)))
}

describe('an office’s list is understood as it is', () => {
  test('question, prose answer and sources alone are enough; the id of a question stays when the list is reordered', async () => {
    const [first, second] = [
      'Wie lange gilt sie?;18 Monate;§ 5 MusterAufenthG',
      'Was kostet sie?;75 Taler;Erlass vom 1.2.2025',
    ]
    const one = await importBytes(`Frage;Referenzantwort;Fundstellen\n${first}\n${second}\n`)
    const other = await importBytes(`Frage;Referenzantwort;Fundstellen\n${second}\n${first}\n`)
    expect(one).toMatchObject({ refused: [], withoutDay: 2 })
    expect(one.cases[0]).toMatchObject({
      question: 'Wie lange gilt sie?',
      reference_answer: '18 Monate',
      sources: ['§ 5 MusterAufenthG'],
      as_of: day,
    })
    expect(one.cases.map(({ id }) => id)).toEqual(other.cases.map(({ id }) => id).toReversed())
  })

  test.each([
    ['Antwort', 'reference_answer'],
    ['MUSTERANTWORT:', 'reference_answer'],
    ['Quellen / Fundstellen', 'sources'],
    ['Antwort (Referat 3)', 'reference_answer'],
    ['Bearbeiter', null],
    ['Fundstelle', 'sources'],
    ['Rechtsstand', 'as_of'],
    ['Schlagwörter', 'tags'],
    ['beantwortbar (ja/nein)', 'answerable'],
    ['Falschaussagen', 'forbidden'],
    ['Pruefstand', 'review_state'],
    ['lfd. Nr.', 'id'],
    ['key_points', 'key_points'],
  ])('the heading %s', async (heading, field) => {
    const { columns: understood, unknownColumns } = await importBytes(`Frage;${heading}\nWas?;x\n`)
    expect(understood.find((column) => column.heading === heading)?.field ?? null).toBe(field)
    expect(unknownColumns).toEqual(field === null ? [heading] : [])
  })

  test.each([
    ['5.3.2025', '2025-03-05'],
    ['05.03.2025', '2025-03-05'],
    ['5. März 2025', '2025-03-05'],
    ['2025-03-05', '2025-03-05'],
    [45721, '2025-03-05'],
    [new Date('2025-03-05T00:00:00Z'), '2025-03-05'],
  ])('the day %s', async (cell, asOf) => {
    const imported = await importBytes(
      await xlsx([
        ['Frage', 'Antwort', 'Stichtag'],
        ['Was?', 'Das.', cell],
      ]),
    )
    expect(imported.cases).toMatchObject([{ as_of: asOf }])
  })

  test('Windows-1252, tabs, and the separator Excel writes first', async () => {
    const latin = Buffer.from('Frage;Prüfstand;Antwort\nGebühr?;geprüft;60 €', 'latin1')
    latin[latin.length - 1] = 0x80
    expect((await importBytes(latin)).cases).toMatchObject([{ reference_answer: '60 €', review_state: 'reviewed' }])
    expect((await importBytes('sep=|\r\nFrage|Antwort\r\nWas?|Das.')).cases).toMatchObject([
      { reference_answer: 'Das.' },
    ])
    const unicode = Buffer.from('\uFEFFFrage\tAntwort\r\nÜber?\tDas.', 'utf16le')
    expect((await importBytes(unicode)).cases).toMatchObject([{ question: 'Über?', reference_answer: 'Das.' }])
  })

  test('a title above the headings, empty rows and unknown columns do no harm; what stands in them is kept', async () => {
    const imported = await importBytes('Katalog 2025;;\n;;\nFrage;Antwort;Bearbeiter\n;;\nWas?;Das.;Meier\n')
    expect(imported.unknownColumns).toEqual(['Bearbeiter'])
    expect(imported.cases).toMatchObject([{ question: 'Was?', other_columns: { Bearbeiter: 'Meier' } }])
  })

  test('a row that cannot be read is told with its number, and the others are read', async () => {
    const { cases: read, refused } = await importBytes(
      [
        'Frage;Antwort;Stichtag;Beantwortbar;Art;Gewicht',
        'Eins?;Ja.;1.1.2025;;;',
        'Zwei?;Ja.;31.2.2025;vielleicht;Rätsel;-1',
        ';Ja.;;;;',
        'Vier?;;;;;',
        'Fünf?;;;nein;;1,5',
        'eins;Ja.;1.1.2025;;;',
        'Sieben?;#BEZUG!;;;;',
      ].join('\n'),
    )
    expect(read.map(({ question }) => question)).toEqual(['Eins?', 'Fünf?'])
    expect(read[1]).toMatchObject({ answerable: false, weight: 1.5 })
    expect(refused).toEqual([
      { row: 3, faults: expect.arrayContaining([expect.stringContaining('„31.2.2025“ ist kein Tag')]) },
      { row: 4, faults: [expect.stringContaining('die Frage fehlt')] },
      { row: 5, faults: [expect.stringContaining('Musterantwort und Quellen fehlen')] },
      { row: 7, faults: [expect.stringContaining('Zeile 2')] },
      { row: 8, faults: [expect.stringContaining('die Formel ergibt #BEZUG!')] },
    ])
    expect(refused[0]?.faults).toHaveLength(4)
  })

  test('a formula counts as its saved result; one that has none is told, not taken for an empty cell', async () => {
    const cell = (name: string, content: string, type = 'str') => `<c r="${name}" t="${type}">${content}</c>`
    const solved = (name: string, text: string) => cell(name, `<f>T("x")</f><v>${text}</v>`)
    const imported = await importBytes(
      workbook([
        [solved('A1', 'Frage'), solved('B1', 'Antwort'), solved('C1', 'Quellen')],
        [solved('A2', 'Eins?'), solved('B2', 'Ja.'), solved('C2', '§ 1 A')],
        [solved('A3', 'Zwei?'), cell('B3', '<f>Blatt9!A1</f><v>#REF!</v>', 'e'), solved('C3', '§ 1 A')],
        [cell('A4', '<f>A2</f>'), solved('B4', 'Ja.'), solved('C4', '§ 1 A')],
      ]),
    )
    expect(imported.cases.map(({ question }) => question)).toEqual(['Eins?'])
    expect(imported.refused).toEqual([
      { row: 3, faults: ['Musterantwort: die Formel ergibt #REF!: bitte den Wert selbst eintragen'] },
      { row: 4, faults: ['Frage: die Formel ergibt #OHNE ERGEBNIS!: bitte den Wert selbst eintragen'] },
    ])
  })
})

/** The least that is a workbook: one sheet of these cells. */
function workbook(rows: string[][]): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const link = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${links}/${type}" Target="${target}"/></Relationships>`
  const data = rows.map((cells, place) => `<row r="${place + 1}">${cells.join('')}</row>`).join('')
  return makeZip([
    { name: '_rels/.rels', content: link('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/_rels/workbook.xml.rels', content: link('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${links}"><sheets><sheet name="Liste" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
    },
  ])
}

test('the template explains every column, and its example never becomes a question', async () => {
  const template = await writeTemplate()
  const imported = await importBytes(template)
  expect(imported).toMatchObject({ sheet: 'Fragen', cases: [], refused: [], unknownColumns: [], examples: [2] })
  expect(imported.columns.map(({ field }) => field)).toEqual([...fields])
  const [, explained] = await readTables(template)
  expect(explained?.rows.slice(1, 1 + fields.length).map(({ cells }) => cells[0])).toEqual(headings)
})
