import type { Library } from '../../src/wiring.ts'
import { estimateDrop } from '../score/estimate-drop.ts'
import type { ScoreEstimates } from '../score/estimate-scores.ts'
import { type RankScores, scoreRanking } from '../score/rank-scores.ts'
import { keywordVariants, scantKeywordVariants } from '../variants/keyword-variants.ts'
import { typoVariants } from '../variants/typo-variants.ts'
import { type AskedCase, rephrase } from './ask-cases.ts'
import { rankNorms } from './rank-norms.ts'

const VARIANTS = 5
const SEED = 20_261_124

const kinds = { keywords: keywordVariants, 'half the keywords': scantKeywordVariants, typos: typoVariants }

/** A question with its variants, each with its score. */
interface RankedVariants {
  id: string
  original: RankScores
  variants: { text: string; scores: RankScores }[]
}

export interface VariantDrop {
  kind: string
  /** What a question itself scores more than the mean of its variants. */
  drop: ScoreEstimates
  /** Those that have a variant of this kind. */
  questions: RankedVariants[]
}

/** How much is lost where a question is typed as keywords, or mistyped. */
export async function rankVariants(library: Library, cases: AskedCase[]): Promise<VariantDrop[]> {
  const drops = Object.entries(kinds).map(([kind, makeVariants]) => ({
    kind,
    makeVariants,
    questions: [] as RankedVariants[],
  }))
  for (const [place, asked] of cases.entries()) {
    const original = await scoreOf(library, asked)
    for (const { makeVariants, questions } of drops) {
      const variants = []
      for (const text of makeVariants(asked.inquiry.question.text, VARIANTS, SEED + place))
        variants.push({ text, scores: await scoreOf(library, rephrase(asked, text, library.lexicon)) })
      if (variants.length > 0) questions.push({ id: asked.reference.id, original, variants })
    }
  }
  return drops.map(({ kind, questions }) => ({ kind, drop: estimateDrop(questions.map(scoresOf)), questions }))
}

async function scoreOf(library: Library, asked: AskedCase): Promise<RankScores> {
  return scoreRanking(await rankNorms(library, asked), asked.gold)
}

function scoresOf({ original, variants }: RankedVariants) {
  return { original, variants: variants.map(({ scores }) => scores) }
}
