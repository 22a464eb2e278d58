import { fold } from '../../text/fold.ts'
import { contentWords } from '../../text/words.ts'
import type { CitedClaim, Failure } from './check.ts'
import { type ClausePair, pairClauses, share } from './clauses.ts'

const negators =
  /\b(?:nicht|kein(?:e|er|es|em|en|erlei)?|nie|niemals|keinesfalls|keineswegs|weder|ausgeschlossen|unzulassig\p{L}*|unmoglich|unwirksam\p{L}*|untersagt|verboten|entbehrlich|entfall\p{L}*|entfiel|abgesehen|abzusehen|befreit)\b/gu

/** `nicht` that sets a bound or goes on with `sondern auch`: nothing is denied. */
const noNegation =
  /\bnicht (?:nur|mehr als|langer als|weniger als|unter|uber|spater als|uberschreit\p{L}*|unterschreit\p{L}*|ubersteig\p{L}*)\b/gu
const without = /\bohne ((?:\p{L}+ ?){1,3})/gu

/** A claim denies what the cited sentence denies, and nothing else. Judged clause by clause, where the words are the same. */
export function checkNegation({ text, evidence }: CitedClaim): Failure | null {
  const turned = pairClauses(text, evidence).find(isTurned)
  if (!turned) return null
  const side = count(turned.claim.text, turned.source.words) > 0 ? 'verneint' : 'bejaht'
  return {
    reason: 'negation',
    detail: `Die Aussage ${side}, was die zitierte Stelle nicht ${side}: „${turned.source.text}“`,
  }
}

/**
 * One side denies and the other does not. Two negations with `ohne` affirm: `ohne Antrag … keinen` says `nur auf
 * Antrag`.
 */
function isTurned(pair: ClausePair): boolean {
  const mine = count(pair.claim.text, pair.source.words)
  const theirs = count(pair.source.text, pair.claim.words)
  if (mine > 0 === theirs > 0) return false
  return Math.max(mine, theirs) !== 2 || !/\bohne\b/i.test(`${pair.claim.text} ${pair.source.text}`)
}

/** Negations of a clause; `ohne X` is one only where the other side speaks of X too. */
function count(text: string, others: string[]): number {
  const folded = fold(text).replace(noNegation, ' ')
  const missing = [...folded.matchAll(without)].filter(([, words = '']) => share(contentWords(words), others) > 0)
  return (folded.match(negators)?.length ?? 0) + missing.length
}
