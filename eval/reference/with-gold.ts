import type { LawName } from '../../src/law/answer.ts'
import type { ReferenceCase } from './reference-case.ts'
import { distinctGold, resolveProse, resolveSources } from './resolve-sources.ts'

/**
 * A question with the norms it is measured by: its own `gold`; where that is empty, those its `sources` name (essential);
 * where it has no sources either, those the expert's answer names (supporting). `register`: the names of the laws on
 * its day. To be applied when a run is scored; whether the norms exist is `check`'s business.
 */
export function withGold(one: ReferenceCase, register: LawName[]): ReferenceCase {
  if (one.gold.length > 0) return one
  const { sources = [] } = one
  const resolved = sources.length > 0 ? resolveSources(one, register) : [resolveProse(one, register)]
  return { ...one, gold: distinctGold(resolved.flatMap(({ gold }) => gold)) }
}
