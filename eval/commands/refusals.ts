import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { evaluateRefusals } from '../extracts/evaluate-refusals.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { printRefusals } from '../report/print-refusals.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'
import { withLibrary } from './with-library.ts'

export const refusals: Command = {
  usage: `refusals <Fragen.jsonl> [--lay <OMoS-QA.jsonl>]
  misst, wie viele Fragen vor der Antwort abgelehnt werden: beantwortbare (die Fragen, als Stichwörter und vertippt;
  zurückgehaltene übliche Fragen) und solche, die kein Gesetz beantwortet (eval/reference/no-law.tsv; Fragen von Laien).
  Schreibt eval/runs/refusals.json.`,
  async run(words) {
    const { questions, lay } = readRefusalsOptions(words)
    const layQuestions = lay === null ? [] : readLay(readFileSync(lay, 'utf8'))
    const groups = await withLibrary((library, config) =>
      evaluateRefusals(library, config.dataFolder, parseReferenceCases(readFileSync(questions, 'utf8')), layQuestions),
    )
    console.log(`\n${printRefusals(groups)}`)
    writeMeasurement('refusals', { measuredAt: new Date().toISOString(), revision: codeRevision(), groups })
    return 0
  },
}

/** @throws UsageError where it is called wrongly */
export function readRefusalsOptions(words: string[]): { questions: string; lay: string | null } {
  const { positionals, values } = parseArgs({
    args: words,
    options: { lay: { type: 'string' } },
    allowPositionals: true,
  })
  const [questions, ...more] = positionals
  if (questions === undefined || more.length > 0) throw new UsageError('refusals nimmt eine Fragendatei.')
  return { questions, lay: values.lay ?? null }
}

function readLay(jsonLines: string): string[] {
  return jsonLines
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { question: string }).question)
}
