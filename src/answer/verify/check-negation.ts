import type { Evidence } from '../../law/answer.ts'
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
import { correlate } from './correlates.ts'
import { polarityOf } from './denial.ts'
import { limits } from './limits.ts'
import { hasVerbOf } from './same-verb.ts'

const leastShared = 0.4
/** An exception turns what stands in it; which way cannot be told from its words. */
const exception = /(?<!\p{L})(?:es sei denn|außer|ausgenommen|ausnahmsweise)(?!\p{L})/iu

/**
 * A claim denies what the cited sentence denies, and nothing else. Judged clause by clause, where the words are the
 * same, and only where no other cited sentence that fits as well agrees with the claim.
 */
export function checkNegation({ text, evidence }: CitedClaim): Failure | null {
  const whole = { claim: text, source: textOf(evidence) }
  const turned = pairClauses(text, evidence).find((pair) =>
    [pair, ...pair.rivals].every((each) => isTurned(each, whole)),
  )
  if (!turned) return null
  const side = polarityOf(turned.claim.core, turned.source.core) === 'denies' ? 'verneint' : 'bejaht'
  const other = side === 'verneint' ? 'bejaht' : 'verneint'
  return {
    reason: 'negation',
    detail: `Die Aussage ${side}, was die zitierte Stelle ${other}: „${turned.source.text}“`,
  }
}

/** True where a claim may deny what it cites, or affirm what that denies, and words do not decide it. */
export function mayBeTurned({ text, evidence }: CitedClaim): boolean {
  if (correlate(text, textOf(evidence))) return false
  return pairClauses(text, evidence).some(
    (pair) =>
      differ(pair.claim.text, pair.source.text) &&
      pair.rivals.every(({ source, claim }) => differ(claim.text, source.text)),
  )
}

/**
 * One side denies and the other does not: as a whole, and, where they are not alike, also without the conditions and
 * relative clauses in it, which may deny something else. What is worded freely is judged only where the other side has
 * the denied verb and no word anywhere that might deny or limit.
 */
function isTurned(pair: ClausePair, whole: { claim: string; source: string }): boolean {
  const { claim, source } = pair
  if (isOtherwiseMeant(pair) || !differ(claim.text, source.text)) return false
  if (correlate(whole.claim, whole.source)) return false
  if (isNearlyVerbatim(pair)) return sharesVerb(claim.text, source.text)
  if (exception.test(`${claim.text} ${source.text}`) || !differ(claim.core, source.core)) return false
  const isDenied = polarityOf(claim.core, source.core) === 'denies'
  const [denying, other] = isDenied ? [claim, whole.source] : [source, whole.claim]
  if (limits(other) || !hasVerbOf(denying.core, other)) return false
  return isSaidByBoth(claim, source) && isSaidByBoth(source, claim)
}

function textOf(evidence: Evidence[]): string {
  return evidence.map((piece) => piece.text).join('\n')
}

/** True where the side that denies ends with a verb that the other has too: `nicht weglassen` is no denial of `angeben`. */
function sharesVerb(claim: string, source: string): boolean {
  const isDenied = polarityOf(claim, source) === 'denies'
  return isDenied ? hasVerbOf(claim, source) : hasVerbOf(source, claim)
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
