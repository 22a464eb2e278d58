import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { collectMaterial } from '../sanity/collect-material.ts'
import { printSanity } from '../sanity/print-sanity.ts'
import { runSanity } from '../sanity/run-sanity.ts'
import { type Command, UsageError } from './command.ts'
import { withLibrary } from './with-library.ts'

export const sanity: Command = {
  usage: `sanity <Fragen.jsonl>
  misst die Kennzahlen selbst: ein Orakel, das die Referenz kennt, und fünf Systeme, die jedes auf eine Art schlecht sind,
  beantworten die Fragen mit Stellen der Sammlung. Jedes muss an der richtigen Kennzahl schlecht aussehen.`,
  async run(words) {
    const { positionals } = parseArgs({ args: words, allowPositionals: true })
    const [set, ...more] = positionals
    if (set === undefined || more.length > 0) throw new UsageError('sanity nimmt eine Fragendatei.')
    const cases = parseReferenceCases(readFileSync(set, 'utf8'))
    const material = await withLibrary(({ database }) => collectMaterial(database, cases))
    console.log(printSanity(runSanity(basename(set), material)))
    return 0
  },
}
