import type { FoundTerm, Token } from './find-terms.ts'

const negator = /^(?:ohne|kein(?:e[mnrs]?)?|nicht|weder|nie|niemals)$/i
const notReally = /^(?:nur|allein|lediglich|bloß)$/i
/** What may stand between `nicht` and what it negates; other words carry a meaning of their own. */
const between =
  /^(?:mehr|im|in|besitz|inhaber(?:in)?|als|d(?:er|ie|as|en|em|es)|eine?[mnrs]?|seine?[mnrs]?|ihre?[mnrs]?)$/i
const adjective = /^\p{Ll}+(?:e|en|em|er|es)$/u
const binding = /^(?:und|oder|noch|bzw)$/i
const clauseEnd = /[.?!;:,\n]/
const behind =
  /^\s*(?:(?:hat|haben|besitzt|bekam|bekommt)\s+\p{L}+\s+(?:nicht|nie)(?=\s*(?:[.,;?!]|$))|liegt\s+nicht\s+vor|(?:ist\s+)?nicht\s+(?:vorhanden|vorgelegt)|:\s*(?:nein|keine?))/iu

/** Longest way back to a negation, in words. */
const reach = 6

/**
 * True where the words around a term say that it is not there: `ohne Duldung`, `keine gültige AE`, `weder Visum noch
 * Duldung`, `nicht im Besitz einer NE`, `Duldung hat er nicht`. `nicht nur`, `nicht ohne` and a negated verb do not.
 */
export function isNegated(text: string, tokens: Token[], term: FoundTerm): boolean {
  return behind.test(text.slice(term.end)) || isNegatedBefore(text, tokens, term.first)
}

function isNegatedBefore(text: string, tokens: Token[], first: number): boolean {
  let isJoined = false
  let onlyBetween = true
  let adjectives = 0
  for (let at = first - 1; at >= 0 && at >= first - reach; at -= 1) {
    const [token, next] = [tokens[at], tokens[at + 1]]
    if (!token || !next || clauseEnd.test(text.slice(token.end, next.start))) return false
    const word = token.written
    if (negator.test(word)) return denies(word, next.written, tokens[at - 1]?.written ?? '', onlyBetween)
    if (binding.test(word) && at === first - 1) isJoined = true
    else if (/^\p{Lu}/u.test(word) && isJoined) isJoined = false
    else if (!between.test(word)) {
      onlyBetween = false
      adjectives += 1
      if (!adjective.test(word) || adjectives > 2) return false
    }
  }
  return false
}

function denies(word: string, next: string, before: string, onlyBetween: boolean): boolean {
  if (/^ohne$/i.test(word)) return !/^nicht$/i.test(before)
  return /^ni/i.test(word) ? onlyBetween && !notReally.test(next) : true
}
