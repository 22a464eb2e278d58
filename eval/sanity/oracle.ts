import { splitSentences } from '../../src/text/split-sentences.ts'
import { rightly, type SanitySystem } from './material.ts'

/** Knows the reference: says its key points (or an expert's sentences), cites exactly the gold, refuses what it should. */
export const oracle: SanitySystem = ({ reference, gold }) => {
  if (!reference.answerable) return null
  const { key_points: points, reference_answer: expert = '' } = reference
  const said = points.length > 0 ? points : splitSentences(expert).map(({ start, end }) => expert.slice(start, end))
  const all = gold.map((_, at) => at)
  return { sentences: said.map((text) => ({ text, sources: all })), sources: gold.map(rightly), retrieved: gold }
}
