import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { writeTemplate } from '../reference/import/write-template.ts'
import { type Command, UsageError } from './command.ts'
import { refuseExisting } from './refuse-existing.ts'

export const template: Command = {
  usage: `template <Datei.xlsx> [--force]
  schreibt eine Vorlage für einen Fragensatz: Spalten mit einer Beispielzeile, auf dem zweiten Blatt ihre Erklärung.`,
  async run(words) {
    const { positionals, values } = parseArgs({
      args: words,
      options: { force: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [path, ...more] = positionals
    if (path === undefined || more.length > 0) throw new UsageError('template nimmt eine Datei.')
    if (!path.toLowerCase().endsWith('.xlsx'))
      throw new UsageError('Die Vorlage ist eine Excel-Datei: der Name endet auf .xlsx.')
    refuseExisting(path, values.force)
    writeFileSync(path, await writeTemplate())
    console.log(`Vorlage geschrieben: ${path}\nAusgefüllt einlesen: npm run eval -- import ${path}`)
    return 0
  },
}
