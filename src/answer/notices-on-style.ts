import type { Answer, AnswerStyle, VerifiedClaim } from '../law/answer.ts'
import { countWords, longestEasySentence } from '../text/easy-language.ts'

/** German sentences on a style asked for and not reached: easy language that is the law's, or has long sentences. */
export function noticesOnStyle(style: AnswerStyle, mode: Answer['mode'], claims: VerifiedClaim[]): string[] {
  if (style !== 'einfache_sprache' || claims.length === 0) return []
  if (mode !== 'llm')
    return ['Einfache Sprache war gewünscht: Die Sätze sind wörtlicher Gesetzestext und keine einfache Sprache.']
  const long = claims.filter(({ text }) => countWords(text) > longestEasySentence).length
  if (long === 0) return []
  const [those, are] = long === 1 ? ['Ein Satz hat', 'ist'] : [`${long} Sätze haben`, 'sind']
  return [`${those} mehr als ${longestEasySentence} Wörter und ${are} keine einfache Sprache.`]
}
