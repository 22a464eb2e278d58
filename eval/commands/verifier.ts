import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { printVerifier } from '../report/print-verifier.ts'
import { evaluateVerifier } from '../verifier/evaluate-verifier.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'
import { withLibrary } from './with-library.ts'

export const verifier: Command = {
  usage: `verifier [<Fragen.jsonl>] [--held-out]
  misst, welche falschen Aussagen über echte Normen die Prüfung erkennt und welche wahren sie verwirft, nach Art des
  Fehlers: ohne --held-out an zwei Dritteln der Gesetze und an den Kernaussagen der Fragen (sonst
  ../shared/questions/dev.jsonl), mit --held-out am zurückgelegten Drittel.
  Schreibt eval/runs/verifier.json oder verifier-held-out.json.`,
  async run(words) {
    const { questions, heldOut } = readVerifierOptions(words)
    const cases = parseReferenceCases(readFileSync(questions, 'utf8'))
    const report = await withLibrary(({ database }) => evaluateVerifier(database, cases, heldOut))
    console.log(`\n${report.laws.length} laws${heldOut ? ', set aside' : ''}\n\n${printVerifier(report)}`)
    const facts = { measuredAt: new Date().toISOString(), revision: codeRevision() }
    writeMeasurement(heldOut ? 'verifier-held-out' : 'verifier', { ...facts, ...report })
    return 0
  },
}

export interface VerifierOptions {
  /** Path of the questions whose key points are claims too. */
  questions: string
  /** True: the laws set aside, instead of all others. */
  heldOut: boolean
}

/** @throws UsageError where it is called wrongly */
export function readVerifierOptions(words: string[]): VerifierOptions {
  const { positionals, values } = parseArgs({
    args: words,
    options: { 'held-out': { type: 'boolean' } },
    allowPositionals: true,
  })
  const [questions = '../shared/questions/dev.jsonl', ...more] = positionals
  if (more.length > 0) throw new UsageError('verifier nimmt eine Fragendatei.')
  return { questions, heldOut: values['held-out'] ?? false }
}
