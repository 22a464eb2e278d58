import { readFileSync } from 'node:fs'
import { evaluateMatcher, readPairs } from '../score/evaluate-matcher.ts'
import type { Command } from './command.ts'

export const matcher: Command = {
  usage: `matcher
  misst, wie gut Regeln und Einbettungen erkennen, dass ein Satz eine Kernaussage enthält: an von Hand beurteilten Paaren
  (eval/score/key-point-pairs.tsv).`,
  async run() {
    const pairs = readPairs(readFileSync(new URL('../score/key-point-pairs.tsv', import.meta.url), 'utf8'))
    const rows = evaluateMatcher(pairs).map(
      ({ what, precision, recall }) => `| ${what} | ${inGerman(precision)} | ${inGerman(recall)} |`,
    )
    console.log([`| ${pairs.length} Paare | Genauigkeit | Trefferquote |`, '| --- | ---: | ---: |', ...rows].join('\n'))
    return 0
  },
}

function inGerman(share: number): string {
  return share.toFixed(2).replace('.', ',')
}
