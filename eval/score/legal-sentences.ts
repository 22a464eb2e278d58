import type { AnswerRecord } from '../run/answer-record.ts'
import { splitSentences } from '../../src/text/split-sentences.ts'

const leastWords = 4
/** Greetings, offers of help and disclaimers: a sentence about the talk, not about the law. */
const talk =
  /^(?:guten (?:tag|morgen|abend)|hallo|liebe[rs]? |sehr geehrte|mit freundlichen|viele grüße|vielen dank|danke|gerne? |ich |wir |mir |falls sie (?:weitere|noch)|wenn sie (?:weitere|noch)|bei (?:weiteren )?fragen|bitte (?:beachten|wenden|prüfen|fragen)|ich hoffe|lassen sie|zusammenfassend lässt sich|hinweis: |diese antwort|diese auskunft|dies(?:e information(?:en)?)? (?:ist|stell(?:t|en)|ersetz(?:t|en)) keine|keine rechtsberatung)/iu

/** A sentence of an answer, with the sources it names; null where the system does not say. */
export type AnswerSentence = AnswerRecord['sentences'][number]

/** The sentences of an answer: as the system gives them, else its prose cut into sentences. */
export function sentencesOf({ answer, sentences }: AnswerRecord): AnswerSentence[] {
  if (sentences.length > 0) return sentences
  return splitSentences(answer).map(({ start, end }) => ({ text: answer.slice(start, end), sources: null }))
}

/** Those that say something of the law, by rule: no questions, no greetings, no talk about the answer itself, no short calls. */
export function legalSentences<T extends { text: string }>(sentences: T[]): T[] {
  return sentences.filter(({ text }) => {
    const words = text.match(/\p{L}+|\d+/gu)?.length ?? 0
    return words >= leastWords && !text.trim().endsWith('?') && !talk.test(text.trim())
  })
}
