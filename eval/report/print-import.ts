import { type Day, germanDay } from '../../src/law/day.ts'
import { columns } from '../reference/import/columns.ts'
import type { Imported } from '../reference/import/import-table.ts'

/** What `import` made of an office's list, for the terminal: German, every refused row with its number. */
export function printImport(path: string, out: string, asOf: Day, imported: Imported): string {
  const { sheet, cases, unknownColumns, refused, withoutDay, examples } = imported
  const understood = imported.columns.map(({ heading, field }) => {
    const ours = columns[field].heading
    return heading === ours ? heading : `${heading} (als ${ours})`
  })
  return [
    `${path}${sheet === null ? '' : `, Blatt „${sheet}“`}: ${countQuestions(cases.length)} ${cases.length > 0 ? `geschrieben nach ${out}` : '(nichts geschrieben)'}.`,
    `Spalten: ${understood.join(', ')}`,
    ...(unknownColumns.length > 0
      ? [`Unbekannte Spalten, Inhalt behalten in other_columns: ${unknownColumns.join(', ')}`]
      : []),
    ...(withoutDay > 0
      ? [`Ohne Stichtag: ${countQuestions(withoutDay)}; dafür gilt der ${germanDay(asOf)} (anders mit --as-of).`]
      : []),
    ...(examples.length > 0 ? ['Die Beispielzeile der Vorlage wurde ausgelassen.'] : []),
    ...(refused.length > 0 ? ['', `Nicht übernommen (${refused.length})`] : []),
    ...refused.map(({ row, faults }) => `  Zeile ${row}: ${faults.join('; ')}`),
    ...(cases.length > 0 ? ['', `Als Nächstes gegen die Sammlung prüfen: npm run eval -- check ${out}`] : []),
  ].join('\n')
}

function countQuestions(count: number): string {
  return count === 1 ? '1 Frage' : `${count} Fragen`
}
