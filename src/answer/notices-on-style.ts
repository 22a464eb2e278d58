import type { Answer, AnswerStyle, VerifiedClaim } from '../law/answer.ts'
import { averageEasySentence, countWords, longestEasySentence } from '../text/easy-language.ts'

/** German sentences on a style asked for and not reached: easy language that is the law's, or has long sentences. */
export function noticesOnStyle(style: AnswerStyle, mode: Answer['mode'], claims: VerifiedClaim[]): string[] {
  if (style !== 'einfache_sprache' || claims.length === 0) return []
  if (mode !== 'llm')
    return ['Einfache Sprache war gewünscht: Die Sätze sind wörtlicher Gesetzestext und keine einfache Sprache.']
  const words = claims.map(({ text }) => countWords(text))
  const long = words.filter((count) => count > longestEasySentence).length
  if (long > 0) {
    const [those, are] = long === 1 ? ['Ein Satz hat', 'ist'] : [`${long} Sätze haben`, 'sind']
    return [`${those} mehr als ${longestEasySentence} Wörter und ${are} keine einfache Sprache.`]
  }
  const average = words.reduce((sum, count) => sum + count, 0) / words.length
  if (average <= averageEasySentence) return []
  return [`Die Sätze haben im Schnitt mehr als ${averageEasySentence} Wörter; einfache Sprache ist kürzer.`]
}
