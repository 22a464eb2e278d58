import { z } from 'zod'
import type { Inference, InferenceScores } from './classify.ts'

const reply = z.array(z.array(z.object({ label: z.string(), score: z.number().min(0).max(1) })))
const inferences: Inference[] = ['entailment', 'neutral', 'contradiction']

/**
 * The scores in a classifier's reply. Null where it does not hold all three labels for each of `count` pairs: a model with
 * two labels, or with names such as `LABEL_0`, says nothing that can be understood.
 */
export function readInferenceScores(value: unknown, count: number): InferenceScores[] | null {
  const read = reply.safeParse(value)
  if (!read.success || read.data.length !== count) return null
  const scores = read.data.map(scoresOf)
  return scores.every((each) => each !== null) ? scores : null
}

function scoresOf(labels: { label: string; score: number }[]): InferenceScores | null {
  const [entailment, neutral, contradiction] = inferences.map(
    (name) => labels.find(({ label }) => label.toLowerCase() === name)?.score,
  )
  if (entailment === undefined || neutral === undefined || contradiction === undefined) return null
  return { entailment, neutral, contradiction }
}
