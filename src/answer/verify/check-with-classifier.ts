import type { InferenceClassifier, InferenceScores } from '../../models/classify.ts'
import type { EntailmentChecker, EntailmentVerdict } from './entailment.ts'

/** Below this a classifier is not believed: it was trained on everyday sentences. */
const sureEnough = 0.8

/**
 * A classifier as the checker of claims: all sentences a claim cites are the premise. `neutral` is no verdict, since a
 * paraphrase of the law often looks neutral to it.
 */
export function checkWithClassifier(classifier: InferenceClassifier): EntailmentChecker {
  return {
    name: classifier.name,
    promptHash: null,
    async judge(claims, signal) {
      const pairs = claims.map(({ text, sentences }) => ({
        premise: sentences.map((sentence) => `${sentence.label}: ${sentence.text}`).join('\n'),
        hypothesis: text,
      }))
      return (await classifier.classify(pairs, signal)).map(verdictOf)
    },
  }
}

function verdictOf({ entailment, contradiction }: InferenceScores): EntailmentVerdict | null {
  if (entailment >= sureEnough) return 'supported'
  return contradiction >= sureEnough ? 'contradicted' : null
}
