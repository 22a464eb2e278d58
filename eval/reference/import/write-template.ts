import type { Cell as WrittenCell, SheetData } from 'write-excel-file/node'
import writeSheets from 'write-excel-file/node'
import { toDay } from '../../../src/law/day.ts'
import type { ReferenceCase } from '../reference-case.ts'
import { caseRow } from './case-row.ts'
import { columns, exampleId, fields } from './columns.ts'
import type { Cell } from './table.ts'

/** Invented, and marked as such twice: it is left out when the filled-in template is read. */
const example: ReferenceCase = {
  id: exampleId,
  question: '(Erfundenes Beispiel, wird nicht eingelesen.) Wie lange gilt die Musterkarte?',
  as_of: toDay('2025-03-05'),
  reference_answer: 'Die Musterkarte gilt vier Jahre. Sie kann verlängert werden.',
  sources: ['§ 2a Abs. 1 MusterAufG', 'Mustererlass vom 01.02.2025'],
  answerable: true,
  key_points: ['Die Musterkarte gilt vier Jahre.', 'Sie kann verlängert werden.'],
  forbidden: ['Die Musterkarte gilt unbefristet.'],
  topic: 'Musterkarte',
  kind: 'direct',
  style: 'formal',
  tags: ['Beispiel'],
  weight: 1,
  author: 'MM',
  review_state: 'draft',
  gold: [],
}

/** An XLSX file to fill in: headings with one example row, and a second sheet that explains every column. */
export function writeTemplate(): Promise<Buffer> {
  const list: SheetData = [fields.map((field) => bold(columns[field].heading)), caseRow(example).map(written)]
  const explained: SheetData = [
    ['Spalte', 'Pflicht', 'Was hineingehört', 'Auch verstanden als'].map(bold),
    ...fields.map((field) => {
      const { heading, required, explanation, others } = columns[field]
      return [heading, required ? 'ja' : 'nein', explanation, [...others, field].join(', ')].map(wrapped)
    }),
    [],
    ...hints.map((hint) => [null, null, wrapped(hint), null]),
  ]
  return writeSheets([
    {
      data: list,
      sheet: 'Fragen',
      columns: fields.map((field) => ({ width: columns[field].width })),
      stickyRowsCount: 1,
    },
    { data: explained, sheet: 'Erklärung', columns: [{ width: 16 }, { width: 8 }, { width: 90 }, { width: 60 }] },
  ]).toBuffer()
}

const hints = [
  'Die Zeile BEISPIEL ist erfunden und wird nicht eingelesen; sie kann gelöscht werden.',
  'Weitere Spalten sind erlaubt: Ihr Inhalt bleibt erhalten, wird aber nicht ausgewertet.',
  'Dieselbe Frage mit zwei Stichtagen (zwei Zeilen) prüft, ob die richtige Fassung benutzt wird.',
  'Bitte keine Namen und keine Daten aus echten Akten.',
]

function bold(value: string): WrittenCell {
  return { value, fontWeight: 'bold', backgroundColor: '#DDE6EE' }
}

function wrapped(value: string): WrittenCell {
  return { value, wrap: true, alignVertical: 'top' }
}

function written(cell: Cell): WrittenCell {
  if (cell === null) return null
  if (typeof cell === 'string') return wrapped(cell)
  return { value: cell, alignVertical: 'top', ...(cell instanceof Date ? { format: 'dd.mm.yyyy' } : {}) }
}
