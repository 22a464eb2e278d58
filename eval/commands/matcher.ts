import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { figure } from '../report/german-figures.ts'
import { evaluateMatcher, readPairs } from '../score/evaluate-matcher.ts'
import type { Command } from './command.ts'

export const matcher: Command = {
  usage: `matcher [<Fragen.jsonl>]
  misst, wie gut Regeln und Einbettungen erkennen, dass ein Satz eine Kernaussage enthält: an von Hand beurteilten Paaren
  (eval/score/key-point-pairs.tsv), deren Texte zum Teil in den Entwicklungsfragen stehen (../shared/questions/dev.jsonl).`,
  async run(words) {
    const { positionals } = parseArgs({ args: words, allowPositionals: true })
    const cases = parseReferenceCases(readFileSync(positionals[0] ?? '../shared/questions/dev.jsonl', 'utf8'))
    const tsv = readFileSync(new URL('../score/key-point-pairs.tsv', import.meta.url), 'utf8')
    const pairs = readPairs(tsv, cases)
    const rows = evaluateMatcher(pairs).map(
      ({ what, precision, recall }) => `| ${what} | ${figure('', precision)} | ${figure('', recall)} |`,
    )
    console.log([`| ${pairs.length} Paare | Genauigkeit | Trefferquote |`, '| --- | ---: | ---: |', ...rows].join('\n'))
    return 0
  },
}
