import type { Library } from '../src/wiring.ts'
import { ablate } from './run/ablate.ts'
import type { AskedCase } from './run/ask-cases.ts'
import { collectFound } from './run/collect-found.ts'
import { readNormNames } from './run/queries/read-norm-names.ts'
import { rankNorms } from './run/rank-norms.ts'
import { rankVariants, type VariantDrop } from './run/rank-variants.ts'
import { rankWithSystems } from './run/rank-with-systems.ts'
import { type TunedWeights, tuneWeights } from './run/tune-weights.ts'
import { type ComparedRankings, compareRankings } from './score/compare-rankings.ts'
import { type ScoredCases, scoreCases } from './score/score-cases.ts'

export const retrievalParts = ['table', 'systems', 'ablation', 'tuning', 'variants'] as const
export type RetrievalPart = (typeof retrievalParts)[number]

/** The parts that were asked for. */
export interface RetrievalReport {
  table?: ScoredCases
  systems?: ComparedRankings[]
  ablation?: ComparedRankings[]
  tuning?: TunedWeights
  variants?: VariantDrop[]
}

/** Measures whether retrieval finds the norms that carry the answers: how well, against what, by which step, and how surely. */
export async function evaluateRetrieval(
  library: Library,
  askedWords: ReadonlySet<string>,
  cases: AskedCase[],
  parts: ReadonlySet<RetrievalPart>,
): Promise<RetrievalReport> {
  const gold = cases.map((asked) => asked.gold)
  const names = await readNormNames(library.database)
  const report: RetrievalReport = {}
  if (parts.has('table')) report.table = scoreCases(cases.map(questionOf), await rankAll(library, cases))
  if (parts.has('systems')) report.systems = compareRankings(await rankWithSystems(library, cases, names), gold)
  if (parts.has('variants')) report.variants = await rankVariants(library, cases)
  if (!parts.has('ablation') && !parts.has('tuning')) return report
  const collected = await collectFound(library, cases)
  if (parts.has('ablation'))
    report.ablation = compareRankings(await ablate(library, collected, names, askedWords), gold)
  if (parts.has('tuning')) report.tuning = await tuneWeights({ ...library, names }, collected)
  return report
}

async function rankAll(library: Library, cases: AskedCase[]): Promise<string[][]> {
  const rankings: string[][] = []
  for (const asked of cases) rankings.push(await rankNorms(library, asked))
  return rankings
}

function questionOf({ reference: { id, kind, style, question }, gold }: AskedCase) {
  return { id, kind, style, question, gold }
}
