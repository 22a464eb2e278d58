import { stopWords } from '../../src/text/stop-words.ts'
import { fold } from '../../src/text/fold.ts'
import { sentencesOf } from './legal-sentences.ts'
import { figure, type Scorer } from './scorer.ts'

const longWord = 6
/** Below this a text is too short to tell its language. */
const leastWords = 8
/** Function words make up half of German prose, a tenth of notes in keywords. */
const leastGerman = 0.08

/**
 * Length in words; readability as LIX = words ÷ sentences + 100 × words of more than six letters ÷ words (Björnsson 1968;
 * law stands above 60, newspapers at about 45; lower reads more easily); German, told by function words: some German ones,
 * and more than English and French ones. Of answers alone.
 */
export const scoreForm: Scorer = (_reference, answer) => {
  if (answer.status !== 'answered') return {}
  const words = answer.answer.match(/\p{L}[\p{L}-]*|\d+/gu) ?? []
  const sentences = sentencesOf(answer).length
  return {
    length: words.length,
    lix: words.length === 0 || sentences === 0 ? null : lix(words, sentences),
    german: words.length < leastWords ? null : figure(isGerman(words)),
  }
}

function lix(words: string[], sentences: number): number {
  return words.length / sentences + (100 * words.filter((word) => word.length > longWord).length) / words.length
}

function isGerman(words: string[]): boolean {
  const folded = words.map(fold)
  const [german, foreign] = [
    folded.filter((word) => stopWords.has(word) && !shared.has(word)).length,
    folded.filter((word) => foreignWords.has(word)).length,
  ]
  return german / words.length >= leastGerman && german > foreign
}

/** German function words that English or French write too. */
const shared = new Set(['an', 'am', 'in', 'so', 'war', 'die', 'des', 'was', 'also', 'hat', 'man', 'bin', 'dies', 'du'])
const foreignWords = new Set(
  (
    'the of and to is are for with on be or if not by from this that which it as has have can must shall ' +
    'le la les et est pour une un dans que qui sur avec pas ne par au aux il elle peut doit sont'
  ).split(' '),
)
