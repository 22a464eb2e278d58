import type { Evidence } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import { shuffle } from '../seeded-random.ts'
import type { BenchClaim, FalseClass } from './bench-claim.ts'
import { onOneLine } from './law-sentences.ts'
import { changeDate } from './mutate/change-date.ts'
import { changeNumber } from './mutate/change-number.ts'
import { changePeriod } from './mutate/change-period.ts'
import { changeSection } from './mutate/change-section.ts'
import { changeUnit } from './mutate/change-unit.ts'
import { dropException } from './mutate/drop-exception.ts'
import { falsifyQuote } from './mutate/falsify-quote.ts'
import type { Mutator } from './mutate/mutator.ts'
import { swapConnective } from './mutate/swap-connective.ts'
import { turnModality } from './mutate/turn-modality.ts'
import { turnNegation } from './mutate/turn-negation.ts'
import { reword } from './reword.ts'

const mutators: [FalseClass, Mutator][] = [
  ['wrong quote', falsifyQuote],
  ['number', changeNumber],
  ['period', changePeriod],
  ['unit', changeUnit],
  ['date', changeDate],
  ['§ or its part', changeSection],
  ['negation', turnNegation],
  ['modality', turnModality],
  ['dropped exception', dropException],
  ['und/oder', swapConnective],
]

/** False claims of each class that one sentence can be turned into, at most `perClass` of a law each. */
export function falsifySentences(
  sentences: Evidence[],
  asOf: Day,
  perClass: number,
  random: () => number,
): BenchClaim[] {
  return mutators.flatMap(([name, mutate]) => {
    const claims: BenchClaim[] = []
    for (const evidence of shuffle(sentences, random)) {
      if (claims.length === perClass) break
      const original = onOneLine(evidence.text)
      const changed = mutate(original, random)
      if (changed === null || changed === original) continue
      const text = reword(changed, original, evidence.passage.label, random)
      claims.push({ class: name, text, evidence: [evidence], evidenceIds: [evidence.id], asOf })
    }
    return claims
  })
}
