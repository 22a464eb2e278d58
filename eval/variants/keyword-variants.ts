import { pick, seededRandom, shuffle } from '../seeded-random.ts'
import { searchWords } from '../../src/text/words.ts'
import { cutQuestion, type Piece } from './cut-question.ts'

/** So many words stay, where the question has them: with fewer nobody could know what is asked. */
const LEAST_WORDS = 3
/** So many draws for each variant wanted: a short question has few. */
const DRAWS = 20

/**
 * At most `count` different ways of typing a question as keywords, the same for the same seed: its content words and
 * references alone, none or a quarter of the words dropped, in another order. References are always kept.
 */
export function keywordVariants(question: string, count: number, seed: number): string[] {
  return variantsWithout([0, 0.25], question, count, seed)
}

/** The same with half of the content words dropped: what is asked may be gone with them. */
export function scantKeywordVariants(question: string, count: number, seed: number): string[] {
  return variantsWithout([0.5], question, count, seed)
}

function variantsWithout(shares: number[], question: string, count: number, seed: number): string[] {
  const random = seededRandom(seed)
  const pieces = keywordsOf(question)
  const variants = new Set<string>()
  for (let draw = 0; draw < count * DRAWS && variants.size < count; draw += 1) {
    const variant = shuffle(dropSome(pieces, pick(shares, random), random), random)
      .map(({ text }) => text)
      .join(' ')
    if (variant !== question) variants.add(variant)
  }
  return [...variants]
}

/** Content words and references; with the small words where there are too few of them. */
function keywordsOf(question: string): Piece[] {
  const pieces = cutQuestion(question)
  const telling = pieces.filter(({ text, kind }) => kind === 'reference' || searchWords(text).length > 0)
  return telling.length < LEAST_WORDS ? pieces : telling
}

function dropSome(pieces: Piece[], share: number, random: () => number): Piece[] {
  const droppable = pieces.filter(({ kind }) => kind === 'word')
  const most = Math.min(droppable.length, pieces.length - LEAST_WORDS)
  if (most < 1) return pieces
  const dropped = new Set(shuffle(droppable, random).slice(0, Math.min(most, Math.round(share * droppable.length))))
  return pieces.filter((piece) => !dropped.has(piece))
}
