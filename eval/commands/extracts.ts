import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type AnswerStyle, answerStyles } from '../../src/law/answer.ts'
import { evaluateExtracts } from '../extracts/evaluate-extracts.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { printExtracts } from '../report/print-extracts.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'
import { withLibrary } from './with-library.ts'

export const extracts: Command = {
  usage: `extracts <Fragen.jsonl> [weitere] [--style ${answerStyles.join('|')}] [--misses]
  fragt ohne Sprachmodell und misst, ob die Auszüge die tragenden Normen und Sätze zeigen und ob nur abgelehnt wird, was
  nicht zu beantworten ist; die Fehlgriffe nur mit --misses. Schreibt eval/runs/extracts-<Fragen>.json.`,
  async run(words) {
    const { sets, style, misses } = readExtractsOptions(words)
    await withLibrary(async (library) => {
      for (const set of sets) {
        const report = await evaluateExtracts(library, parseReferenceCases(readFileSync(set, 'utf8')), style)
        const facts = { set: basename(set), style, measuredAt: new Date().toISOString(), revision: codeRevision() }
        console.log(
          `\n${facts.set}, style ${style}: ${report.scores.length} questions\n\n${printExtracts(report, misses)}`,
        )
        writeMeasurement(`extracts-${basename(set, '.jsonl')}`, { ...facts, ...report })
      }
    })
    return 0
  },
}

export interface ExtractsOptions {
  /** Paths of reference sets, at least one. */
  sets: string[]
  style: AnswerStyle
  /** Whether questions answered wrongly are printed. */
  misses: boolean
}

/** @throws UsageError where it is called wrongly */
export function readExtractsOptions(words: string[]): ExtractsOptions {
  const { positionals: sets, values } = parseArgs({
    args: words,
    options: { style: { type: 'string', default: 'short' }, misses: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const style = answerStyles.find((known) => known === values.style)
  if (sets.length === 0) throw new UsageError('Es fehlen die Fragen.')
  if (!style) throw new UsageError(`--style kennt: ${answerStyles.join(', ')}`)
  return { sets, style, misses: values.misses }
}
