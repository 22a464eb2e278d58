import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadAskedQuestions } from '../../src/asked-questions.ts'
import { evaluatePremises } from '../premises/evaluate-premises.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { printPremises } from '../report/print-premises.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'
import { withLibrary } from './with-library.ts'

export const premises: Command = {
  usage: `premises [<Fragen.jsonl>] [--held-out]
  misst, welche falschen Annahmen in Fragen die Antwort berichtigt und welche wahren sie zu Unrecht berichtigt; dazu, bei
  wie vielen üblichen Fragen und Fragen der Datei (sonst ../shared/questions/dev.jsonl) sie etwas berichtigt oder einen
  Widerspruch zwischen Quellen meldet. Mit --held-out nur das zurückgelegte Drittel der Annahmen. Schreibt
  eval/runs/premises.json oder premises-held-out.json.`,
  async run(words) {
    const { questions, heldOut } = readPremisesOptions(words)
    const report = await withLibrary((library, config) => {
      const cases = parseReferenceCases(readFileSync(questions, 'utf8'))
      return evaluatePremises(library, cases, loadAskedQuestions(config.dataFolder), heldOut)
    })
    console.log(`\n${printPremises(report)}`)
    const facts = { measuredAt: new Date().toISOString(), revision: codeRevision() }
    writeMeasurement(heldOut ? 'premises-held-out' : 'premises', { ...facts, ...report })
    return 0
  },
}

/** @throws UsageError where it is called wrongly */
export function readPremisesOptions(words: string[]): { questions: string; heldOut: boolean } {
  const { positionals, values } = parseArgs({
    args: words,
    options: { 'held-out': { type: 'boolean' } },
    allowPositionals: true,
  })
  const [questions = '../shared/questions/dev.jsonl', ...more] = positionals
  if (more.length > 0) throw new UsageError('premises nimmt eine Fragendatei.')
  return { questions, heldOut: values['held-out'] ?? false }
}
