import type { CitedClaim, Failure } from './check.ts'
import {
  type Clause,
  type ClausePair,
  isNearlyVerbatim,
  isOtherwiseMeant,
  pairClauses,
  shareOfMeaning,
  subjectWords,
} from './clauses.ts'
import { polarityOf } from './denial.ts'

const leastShared = 0.4
/** An exception turns what stands in it; which way cannot be told from its words. */
const exception = /(?<!\p{L})(?:es sei denn|außer|ausgenommen|ausnahmsweise)(?!\p{L})/iu

/**
 * A claim denies what the cited sentence denies, and nothing else. Judged clause by clause, where the words are the
 * same, and only where no other cited sentence that fits as well agrees with the claim.
 */
export function checkNegation({ text, evidence }: CitedClaim): Failure | null {
  const turned = pairClauses(text, evidence).find((pair) => isTurned(pair) && pair.rivals.every(isTurned))
  if (!turned) return null
  const side = polarityOf(turned.claim.core, turned.source.core) === 'denies' ? 'verneint' : 'bejaht'
  const other = side === 'verneint' ? 'bejaht' : 'verneint'
  return {
    reason: 'negation',
    detail: `Die Aussage ${side}, was die zitierte Stelle ${other}: „${turned.source.text}“`,
  }
}

/**
 * One side denies and the other does not: as a whole, and, where they are not alike, also without the conditions and
 * relative clauses in it, which may deny something else.
 */
function isTurned(pair: ClausePair): boolean {
  const { claim, source } = pair
  if (isOtherwiseMeant(pair) || !differ(claim.text, source.text)) return false
  if (isNearlyVerbatim(pair)) return true
  if (exception.test(`${claim.text} ${source.text}`)) return false
  return differ(claim.core, source.core) && isSaidByBoth(claim, source) && isSaidByBoth(source, claim)
}

/** What a clause denies is spoken of on the other side too: `, ein Antrag ist nicht nötig` may just be added. */
function isSaidByBoth({ core }: Clause, { words }: Clause): boolean {
  const denying = core.split(/[,;]| und | oder /).filter((part) => polarityOf(part, '') === 'denies')
  return denying.every((part) => shareOfMeaning(subjectWords(part), words) >= leastShared)
}

function differ(claim: string, source: string): boolean {
  const [said, meant] = [polarityOf(claim, source), polarityOf(source, claim)]
  return said !== meant && said !== 'unclear' && meant !== 'unclear'
}
