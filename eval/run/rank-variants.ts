import type { Library } from '../../src/wiring.ts'
import { estimateDrop, type VariedQuestion } from '../score/estimate-drop.ts'
import type { ScoreEstimates } from '../score/estimate-scores.ts'
import { scoreRanking } from '../score/rank-scores.ts'
import { keywordVariants } from '../variants/keyword-variants.ts'
import { typoVariants } from '../variants/typo-variants.ts'
import { type AskedCase, rephrase } from './ask-cases.ts'
import { rankNorms } from './rank-norms.ts'

const VARIANTS = 5
const SEED = 20_261_124

const kinds = { keywords: keywordVariants, typos: typoVariants }

export interface VariantDrop {
  kind: string
  variants: number
  /** What the question itself scores more than the mean of its variants. */
  drop: ScoreEstimates
}

/** How much is lost where a question is typed as keywords, or mistyped. Questions that have no variant of a kind are left out of it. */
export async function rankVariants(library: Library, cases: AskedCase[]): Promise<VariantDrop[]> {
  const originals = await scoresOf(library, cases)
  const drops: VariantDrop[] = []
  for (const [kind, makeVariants] of Object.entries(kinds)) {
    const questions: VariedQuestion[] = []
    for (const [place, asked] of cases.entries()) {
      const texts = makeVariants(asked.inquiry.question.text, VARIANTS, SEED + place)
      const original = originals[place]
      if (original && texts.length > 0)
        questions.push({
          original,
          variants: await scoresOf(
            library,
            texts.map((text) => rephrase(asked, text, library.lexicon)),
          ),
        })
    }
    const variants = questions.reduce((sum, question) => sum + question.variants.length, 0)
    drops.push({ kind, variants, drop: estimateDrop(questions) })
  }
  return drops
}

async function scoresOf(library: Library, cases: AskedCase[]) {
  const scores = []
  for (const asked of cases) scores.push(scoreRanking(await rankNorms(library, asked), asked.gold))
  return scores
}
