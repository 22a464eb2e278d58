import { pick, seededRandom, shuffle } from '../seeded-random.ts'
import { cutQuestion, type Piece } from './cut-question.ts'
import { damageWord } from './damage-word.ts'

/** Shorter words stay as they are: one letter more or less makes another word of them. */
const SHORTEST = 5
/** So many draws for each variant wanted: a short question has few. */
const DRAWS = 20

/**
 * At most `count` different ways of mistyping a question, the same for the same seed: one typing error in each of one
 * or two of its words of at least five letters. References are left alone.
 */
export function typoVariants(question: string, count: number, seed: number): string[] {
  const random = seededRandom(seed)
  const words = cutQuestion(question).filter(({ text, kind }) => kind === 'word' && isMistypable(text))
  const variants = new Set<string>()
  for (let draw = 0; words.length > 0 && draw < count * DRAWS && variants.size < count; draw += 1)
    variants.add(damage(question, shuffle(words, random).slice(0, pick([1, 2], random)), random))
  variants.delete(question)
  return [...variants]
}

function isMistypable(word: string): boolean {
  return word.length >= SHORTEST && !/\d/.test(word)
}

/** From the last word to the first, so that the offsets of the others hold. */
function damage(question: string, words: Piece[], random: () => number): string {
  return words
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, text: word }) =>
        text.slice(0, start) + damageWord(word, random) + text.slice(start + word.length),
      question,
    )
}
