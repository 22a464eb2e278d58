import { fold } from '../../text/fold.ts'
import { contentWords } from '../../text/words.ts'
import type { CitedClaim, Failure } from './check.ts'
import { denying, isChoice, names } from './check-modality.ts'
import { share } from './clauses.ts'
import { isConditional, limits } from './limits.ts'
import { bindingOf } from './modalities.ts'
import { hasVerbOf } from './same-verb.ts'

/** From here on a claim and a sentence are about the same, whatever the order of their words. */
const leastShared = 0.45

const denied = /\b(?:nicht|kein(?:e|er|es|em|en)?)\b/

/**
 * Said in other words and in another order, a claim still neither denies what a sentence without any negation says, nor
 * binds otherwise than one that knows one way of binding. Judged for a claim with one cited sentence, as a whole.
 */
export function checkSentence({ text, evidence }: CitedClaim): Failure | null {
  const [only, ...more] = evidence
  if (!only || more.length > 0) return null
  const [mine, theirs] = [contentWords(text), contentWords(`${only.text} ${only.passage.heading ?? ''}`)]
  if (share([...new Set(mine)], theirs) < leastShared) return null
  const [claim, source] = [fold(text), fold(only.text)]
  if (
    denied.test(claim) &&
    !/\bohne\b/.test(claim) &&
    !limits(only.text) &&
    !isConditional(only.text) &&
    hasVerbOf(text, only.text)
  ) {
    return { reason: 'negation', detail: `Die Aussage verneint, was die zitierte Stelle bejaht: „${only.text}“` }
  }
  return denying.test(`${claim} ${source}`) || /\bnur\b/.test(`${claim} ${source}`)
    ? null
    : otherwiseBound(text, only.text)
}

function otherwiseBound(text: string, sentence: string): Failure | null {
  const [said, meant] = [bindingOf(text), bindingOf(sentence)]
  const [mine, ...others] = said.verbs
  const theirs = new Set([...meant.verbs, ...meant.hints])
  const [binding] = theirs
  if (mine === undefined || others.length > 0 || binding === undefined || theirs.size > 1) return null
  if (mine === 'may' && isChoice(fold(text), fold(sentence))) return null
  if (binding === mine || said.hints.includes(binding)) return null
  return { reason: 'modality', detail: `Die zitierte Stelle sagt ${names[binding]}: „${sentence}“` }
}
