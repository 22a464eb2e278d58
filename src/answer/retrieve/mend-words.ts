import type { MendedWord } from '../../law/mended-word.ts'
import type { Queries } from '../../store/database.ts'
import { findKnownWords } from '../../store/find-known-words.ts'
import type { AskedIndex } from './asked-index.ts'

/**
 * The mistyped words of a text with those that were meant: a word that stands neither in the collection nor in any question
 * that people ask, and that differs in a letter from one they use. Searches read both; full text mends by itself.
 */
export async function mendWords(
  { database, asked }: { database: Queries; asked: AskedIndex },
  text: string,
): Promise<MendedWord[]> {
  const mended = asked.mend(text)
  if (mended.length === 0) return []
  const known = await findKnownWords(
    database,
    mended.map(({ written }) => written),
  )
  return mended.filter(({ written }) => !known.includes(written))
}

/** A text with the words that were meant behind it. */
export function withMended(text: string, mended: MendedWord[]): string {
  return [text, ...mended.map(({ meant }) => meant)].join(' ')
}
