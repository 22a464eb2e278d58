import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { type Day, isDay, today } from '../../src/law/day.ts'
import { importTables } from '../reference/import/import-table.ts'
import { readTables } from '../reference/import/read-tables.ts'
import { UnreadableTableError } from '../reference/import/unreadable-table-error.ts'
import { printImport } from '../report/print-import.ts'
import { type Command, UsageError } from './command.ts'
import { readInput } from './read-input.ts'
import { refuseExisting } from './refuse-existing.ts'

export const importList: Command = {
  usage: `import <Liste.csv|Liste.xlsx> [--out Fragen.jsonl] [--as-of JJJJ-MM-TT] [--force]
  liest eine Liste des Amtes als Fragensatz ein (Frage, Musterantwort, Quellen genügen; Vorlage: template). --as-of ist der
  Stichtag der Zeilen, die keinen nennen (sonst heute). Endet mit 1, wenn Zeilen nicht übernommen werden konnten.`,
  async run(words) {
    const { path, out, asOf, force } = readImportOptions(words)
    refuseExisting(out, force)
    const imported = importTables(await readTablesOf(path), asOf)
    if (imported.cases.length > 0) writeFileSync(out, imported.cases.map((one) => `${JSON.stringify(one)}\n`).join(''))
    console.log(printImport(path, out, asOf, imported))
    return imported.cases.length > 0 && imported.refused.length === 0 ? 0 : 1
  },
}

export interface ImportOptions {
  path: string
  /** Where the set goes: beside the list unless said. */
  out: string
  asOf: Day
  force: boolean
}

/** @throws UsageError where it is called wrongly */
export function readImportOptions(words: string[]): ImportOptions {
  const { positionals, values } = parseArgs({
    args: words,
    options: { out: { type: 'string' }, 'as-of': { type: 'string' }, force: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [path, ...more] = positionals
  const { out, 'as-of': asOf = today(), force } = values
  if (path === undefined || more.length > 0) throw new UsageError('import nimmt eine Liste.')
  if (!isDay(asOf)) throw new UsageError(`--as-of: „${asOf}“ ist kein Tag der Form JJJJ-MM-TT.`)
  return { path, out: out ?? `${path.slice(0, path.length - extname(path).length)}.jsonl`, asOf, force }
}

async function readTablesOf(path: string) {
  try {
    return await readTables(readInput(path))
  } catch (error) {
    if (!(error instanceof UnreadableTableError)) throw error
    throw new UnreadableTableError(`${path}: ${error.message}`, { cause: error })
  }
}
