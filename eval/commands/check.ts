import { parseArgs } from 'node:util'
import { checkSet } from '../reference/check/check-set.ts'
import { printSetCheck } from '../report/print-set-check.ts'
import { type Command, UsageError } from './command.ts'
import { readInput } from './read-input.ts'
import { withLibrary } from './with-library.ts'

export const check: Command = {
  usage: `check <Fragen.jsonl> [--json]
  prüft einen Fragensatz gegen die Sammlung in FUNDSTELLE_DATA oder DATABASE_URL: Felder, doppelte und fast gleiche Fragen,
  ob die Normen am Stichtag gelten und die Zitate wörtlich darin stehen, welche Quellen keine Norm nennen.
  Endet mit 1, wenn etwas zu beheben ist.`,
  async run(words) {
    const { path, json } = readCheckOptions(words)
    const text = readInput(path).toString('utf8')
    const found = await withLibrary(({ database }) => checkSet(text, database))
    console.log(json ? JSON.stringify({ set: path, ...found }, null, 2) : `${path}\n${printSetCheck(found)}`)
    return found.faults.some(({ severity }) => severity === 'error') ? 1 : 0
  },
}

/** @throws UsageError where it is called wrongly */
export function readCheckOptions(words: string[]): { path: string; json: boolean } {
  const { positionals, values } = parseArgs({
    args: words,
    options: { json: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [path, ...more] = positionals
  if (path === undefined || more.length > 0) throw new UsageError('check nimmt einen Fragensatz.')
  return { path, json: values.json }
}
