import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Config } from '../../src/config.ts'
import { chatTurn } from '../../src/models/chat-turn.ts'
import { openChecker } from '../../src/open-checker.ts'
import { openComposer } from '../../src/open-composer.ts'
import { parseReferenceCases } from '../reference/parse-reference-cases.ts'
import { printVerifier } from '../report/print-verifier.ts'
import { evaluateFresh } from '../verifier/evaluate-fresh.ts'
import type { BenchChecker } from '../verifier/judge-claims.ts'
import { evaluateVerifier } from '../verifier/evaluate-verifier.ts'
import { type FreshSet, freshSets, freshStatements, type StatementSet } from '../verifier/statement-sets.ts'
import { type Command, UsageError } from './command.ts'
import { codeRevision, writeMeasurement } from './run-facts.ts'
import { withLibrary } from './with-library.ts'

export const verifier: Command = {
  usage: `verifier [<Fragen.jsonl>] [--held-out | --fresh | --second-fresh | --third-fresh] [--entail]
  misst, welche falschen Aussagen über echte Normen die Prüfung erkennt und welche wahren sie verwirft, nach Art des
  Fehlers: ohne --held-out an zwei Dritteln der Gesetze und an den Kernaussagen der Fragen (sonst
  ../shared/questions/dev.jsonl), mit --held-out am zurückgelegten Drittel, mit --fresh, --second-fresh oder
  --third-fresh an je fünfzehn Gesetzen, auf die keine Regel abgestimmt ist (sie stehen in einer Sammlung für sich;
  fehlen sie, steht in der Meldung, wie sie eingelesen werden). Neben dem, was verworfen wird, steht, was mit einem
  Hinweis stehen bleibt. Mit --entail wird zu jeder Aussage, die die Regeln behalten, auch das Prüfmodell
  gefragt (FUNDSTELLE_ENTAIL_URL, sonst das Sprachmodell aus FUNDSTELLE_LLM_URL): ein Aufruf je Aussage, einige Tausend.
  Schreibt eval/runs/verifier.json, verifier-held-out.json, verifier-fresh.json und so fort.`,
  async run(words) {
    const { questions, part, entail } = readVerifierOptions(words)
    const set = part === 'tuned' || part === 'held-out' ? null : writtenSet(part)
    const report = await withLibrary(async ({ database }, config) => {
      const check = entail ? await openCheck(config) : null
      if (set) return evaluateFresh(database, set, check)
      return evaluateVerifier(
        database,
        parseReferenceCases(readFileSync(questions, 'utf8')),
        part === 'held-out',
        check,
      )
    })
    console.log(`\n${report.laws.length} laws, ${part}\n\n${printVerifier(report)}`)
    if (entail) console.log(`\n${report.unchecked} claims without a verdict of the model`)
    const facts = { measuredAt: new Date().toISOString(), revision: codeRevision() }
    const name = part === 'tuned' ? 'verifier' : `verifier-${part}`
    writeMeasurement(entail ? `${name}-entail` : name, { ...facts, ...report })
    return 0
  },
}

export interface VerifierOptions {
  /** Path of the questions whose key points are claims too. */
  questions: string
  /** `held-out`: the laws set aside; one of `freshSets`: laws that no rule was tuned on; `tuned`: all others. */
  part: 'tuned' | 'held-out' | FreshSet
  /** True: a model is asked, too. */
  entail: boolean
}

/** @throws UsageError where nobody has written it */
function writtenSet(part: FreshSet): StatementSet {
  const set = freshStatements(part)
  if (!set) throw new UsageError(`Für --${part} fehlt eval/verifier/${part}-statements.tsv.`)
  return set
}

/** @throws UsageError where no model is set up */
async function openCheck(config: Config): Promise<BenchChecker> {
  const check = openChecker(config, await openComposer(config, (message) => console.error(message)))
  if (!check)
    throw new UsageError('--entail braucht ein Modell: FUNDSTELLE_LLM_URL, und FUNDSTELLE_ENTAIL_URL nicht „off“.')
  return () => check(chatTurn('evaluation'))
}

/** @throws UsageError where it is called wrongly */
export function readVerifierOptions(words: string[]): VerifierOptions {
  const { positionals, values } = parseArgs({
    args: words,
    options: {
      'held-out': { type: 'boolean' },
      fresh: { type: 'boolean' },
      'second-fresh': { type: 'boolean' },
      'third-fresh': { type: 'boolean' },
      entail: { type: 'boolean' },
    },
    allowPositionals: true,
  })
  const [questions = '../shared/questions/dev.jsonl', ...more] = positionals
  const { entail = false } = values
  const [part = 'tuned', ...others] = (['held-out', ...freshSets] as const).filter((each) => values[each])
  if (more.length > 0) throw new UsageError('verifier nimmt eine Fragendatei.')
  if (others.length > 0)
    throw new UsageError('--held-out, --fresh, --second-fresh und --third-fresh schließen sich aus.')
  return { questions, part, entail }
}
