import { type RankedNorm, rankNorms } from '../../src/answer/retrieve/rank-norms.ts'
import type { Found } from '../../src/store/found.ts'
import type { Combine } from './rank-collected.ts'

/** Each passage ranked for itself, as if it were a norm of its own; a norm stands where its best passage does. */
export const rankPassagesAlone: Combine = ({ text, vector, asked }, index, weights) => {
  const normOf = new Map([...text, ...vector, ...asked].map(({ rowId, normId }) => [rowId, normId]))
  const norms = new Map<number, RankedNorm>()
  for (const passage of rankNorms({ text: alone(text), vector: alone(vector), asked: alone(asked) }, index, weights)) {
    const normId = normOf.get(passage.normId) ?? passage.normId
    if (!norms.has(normId)) norms.set(normId, { ...passage, normId })
  }
  return [...norms.values()]
}

function alone(list: Found[]): Found[] {
  return list.map((found) => ({ ...found, normId: found.rowId }))
}
