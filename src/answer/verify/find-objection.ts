import type { RemovalReason } from '../../law/answer.ts'
import { fold } from '../../text/fold.ts'
import type { CitedClaim, Failure } from './check.ts'
import { isChoice } from './check-modality.ts'
import { mayBeTurned } from './check-negation.ts'
import { standOtherwise } from './check-numbers.ts'
import { isWordedFreely } from './is-worded-freely.ts'
import { limits } from './limits.ts'
import { bindingOf, type Modality } from './modalities.ts'

/**
 * Whether the rule behind a failure may be wrong. What is denied, and how far something binds, hangs on which words say
 * it and of what: sure only where the claim uses the words of what it cites.
 */
export function mayErr({ reason }: Failure, claim: CitedClaim): boolean {
  const hangsOnWords =
    reason === 'negation' || reason === 'modality' || (reason === 'number_not_in_source' && standOtherwise(claim))
  return hangsOnWords && isWordedFreely(claim)
}

/** What in a claim in free words, which no rule fails, may be turned all the same; null where nothing hints at it. */
export function findObjection(claim: CitedClaim): RemovalReason | null {
  if (!isWordedFreely(claim)) return null
  if (mayBeTurned(claim)) return 'negation'
  return bindsUnlike(claim) ? 'modality' : null
}

/** True where a claim binds by a verb, and the cited sentences bind, but in no way that the claim does. */
function bindsUnlike({ text, evidence }: CitedClaim): boolean {
  const cited = evidence.map((piece) => piece.text).join('\n')
  if (bindingOf(text).verbs.length === 0 || isChoice(fold(text), fold(cited))) return false
  const [said, meant] = [waysOfBinding(text), waysOfBinding(cited)]
  return meant.length > 0 && !said.some((way) => meant.includes(way))
}

/** `darf nur` and `darf nicht ohne` are `muss`, in other words, and the other way round. */
function waysOfBinding(text: string): Modality[] {
  const { verbs, hints } = bindingOf(text)
  const ways = [...verbs, ...hints]
  return limits(text) && ways.some((way) => way !== 'should') ? [...ways, 'may', 'must'] : ways
}
