import { fold } from '../../text/fold.ts'
import type { CitedClaim, Failure } from './check.ts'
import { type ClausePair, isNearlyVerbatim, isOtherwiseMeant, pairClauses } from './clauses.ts'
import { type Binding, bindingOf, type Modality } from './modalities.ts'
import { isSameVerb } from './same-verb.ts'

/** `darf nur` with its condition is `muss` with it; so is what must not be done without. */
const limiting = /\b(?:nur|erst|ohne)\b/
/** `darf nicht weglassen` is `muss angeben`: whether one denies what the other says is judged as a negation. */
export const denying = /\b(?:nicht|kein(?:e|er|es|em|en)?|niemand\p{L}*|nie|niemals|weder)\b/u
/** `können vereinbaren, dass sie teilen`: whether they must or may is said outside of the clause. */
const content = /\bdass\b/
const usually = /\b(?:in der regel|regelmassig)\b/
const passive = /\b(?:wird|werden|wurde|wurden|ist|sind)\b/

const plainly = 'es ohne Einschränkung'
export const names: Record<Modality, string> = {
  must: '„muss“',
  should: '„soll“ oder „in der Regel“',
  may: '„kann“ oder „darf“',
}

/**
 * A claim binds as much as the cited sentence does: not `muss` or `wird` for `kann`, not `kann` for `ist zu`, not
 * `muss` for `soll`. Judged clause by clause, where the words are the same.
 */
export function checkModality({ text, evidence }: CitedClaim): Failure | null {
  for (const pair of pairClauses(text, evidence)) {
    const turned = turnedModality(pair)
    if (turned && pair.rivals.every((rival) => turnedModality(rival) !== null))
      return { reason: 'modality', detail: `Die zitierte Stelle sagt ${turned}: „${pair.source.text}“` }
  }
  return null
}

/** What the source says instead, in German; null where claim and source agree or nothing can be told. */
function turnedModality(pair: ClausePair): string | null {
  if (isOtherwiseMeant(pair)) return null
  const [mine, theirs] = [fold(pair.claim.text), fold(pair.source.text)]
  const [said, meant] = [bindingOf(pair.claim.text), bindingOf(pair.source.text)]
  if (said.verbs[0] === 'may' && isChoice(mine, theirs) && !isNearlyVerbatim(pair)) return null
  if ([limiting, denying, content].some((words) => words.test(mine) !== words.test(theirs))) return null
  if (!isNearlyVerbatim(pair) && (!isSameVerb(mine, theirs) || limiting.test(mine))) return null
  if (usually.test(theirs) && ![...said.verbs, ...said.hints].includes('should')) return names.should
  if (isNearlyVerbatim(pair)) return differing(said, meant, mine)
  const [only, ...more] = said.verbs
  if (more.length > 0) return null
  if (only === undefined) return isPassive(mine) ? weakerThanPlain(said, meant) : null
  if ([...meant.verbs, ...meant.hints].includes(only)) return null
  const [other] = meant.verbs
  return other ? names[other] : isWeaker(only, mine) && isPassive(theirs) ? plainly : null
}

/**
 * `kann schriftlich oder elektronisch` for `ist schriftlich oder elektronisch zu`: the choice is free, not the act. And
 * what `wird frühestens` done `kann frühestens` be done then.
 */
export function isChoice(claim: string, source: string): boolean {
  return [/ oder /, /fruhestens/].some((word) => word.test(claim) && word.test(source))
}

/** `darf nicht bestehen` binds as much as `besteht nicht` does. */
function isWeaker(said: Modality, text: string): boolean {
  return said !== 'must' && !(/\bd[au]rf/.test(text) && /\b(?:nicht|kein)/.test(text))
}

/** Alike in all other words: the verbs of modality must be the same, except that `muss` may be said of a plain rule. */
function differing(said: Binding, meant: Binding, text: string): string | null {
  const missing = meant.verbs.find((verb) => ![...said.verbs, ...said.hints].includes(verb) && verb !== 'must')
  if (missing) return names[missing]
  const added = said.verbs.find((verb) => ![...meant.verbs, ...meant.hints].includes(verb))
  if (!added || (meant.verbs.length === 0 && !isWeaker(added, text))) return null
  const [other] = meant.verbs
  return other ? names[other] : plainly
}

/** `wird erteilt` for `kann erteilt werden`: the claim binds, the source does not. */
function weakerThanPlain(said: Binding, meant: Binding): string | null {
  const [only, ...more] = meant.verbs
  return only && only !== 'must' && more.length === 0 && !said.hints.includes(only) ? names[only] : null
}

function isPassive(text: string): boolean {
  return passive.test(text)
}
