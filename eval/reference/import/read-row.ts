import { createHash } from 'node:crypto'
import type { Day } from '../../../src/law/day.ts'
import { fold } from '../../../src/text/fold.ts'
import { faultsOfCase } from '../read-reference-lines.ts'
import { type ReferenceCase, referenceCaseSchema } from '../reference-case.ts'
import { columns, type Field } from './columns.ts'
import { cellText, readCell } from './read-cell.ts'
import type { TableRow } from './table.ts'

/** Where the cells of a table belong. */
export interface Layout {
  /** Place of the column of each field that is there. */
  places: Map<Field, number>
  /** Columns that are no field, by their headings. */
  unknown: Map<string, number>
}

/** A row of an office's list as a question, or why it is none. */
export interface ReadRow {
  row: number
  question: ReferenceCase | null
  /** German sentences. */
  faults: string[]
  /** True where the row names no day, so that the default counts. */
  withoutDay: boolean
}

/** A row read; `otherwise` is the day of rows that name none. What stands in unknown columns is kept in `other_columns`. */
export function readRow({ number, cells }: TableRow, { places, unknown }: Layout, otherwise: Day): ReadRow {
  const values: Partial<Record<Field, unknown>> = {}
  const faults: string[] = []
  for (const [field, place] of places) {
    const cell = cells[place] ?? null
    if (cell === null) continue
    const read = readCell(field, cell)
    if ('fault' in read) faults.push(`${columns[field].heading}: ${read.fault}`)
    else values[field] = read.value
  }
  const others = [...unknown].flatMap(([heading, place]) => {
    const text = cellText(cells[place] ?? null)
    return text === '' ? [] : [[heading, text]]
  })
  const withoutDay = values.as_of === undefined
  if (faults.length === 0) faults.push(...whatIsMissing(values))
  if (faults.length > 0) return { row: number, question: null, faults, withoutDay }
  const raw = {
    ...values,
    id: values.id || idOf(String(values.question), values.as_of),
    as_of: values.as_of ?? otherwise,
    answerable: values.answerable ?? values.kind !== 'unanswerable',
    ...(others.length > 0 ? { other_columns: Object.fromEntries(others) } : {}),
  }
  const parsed = referenceCaseSchema.safeParse(raw)
  return { row: number, question: parsed.data ?? null, faults: parsed.success ? [] : faultsOfCase(raw), withoutDay }
}

function whatIsMissing({
  question,
  answerable,
  kind,
  sources,
  reference_answer: answer,
}: Partial<Record<Field, unknown>>) {
  if (question === undefined) return ['die Frage fehlt']
  const isAnswerable = answerable ?? kind !== 'unanswerable'
  if (isAnswerable && answer === undefined && (!Array.isArray(sources) || sources.length === 0))
    return ['Musterantwort und Quellen fehlen beide: daran ist nichts zu messen (oder Beantwortbar: nein)']
  return []
}

/** The same question on the same day has the same id whenever and in whatever order a list is read. */
function idOf(question: string, day: unknown): string {
  const key = `${fold(question)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} ${String(day ?? '')}`
  return `f-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`
}
