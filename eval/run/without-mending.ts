import { findAsked } from '../../src/answer/retrieve/find-asked.ts'
import { findNear } from '../../src/answer/retrieve/find-near.ts'
import { DEPTH } from '../../src/answer/retrieve/retrieve.ts'
import { findKnownWords } from '../../src/store/find-known-words.ts'
import { findCompounds } from '../../src/store/find-compounds.ts'
import { findByText } from '../../src/store/find-passages.ts'
import { contentWords, searchWords } from '../../src/text/words.ts'
import type { Library } from '../../src/wiring.ts'
import type { CollectedCase } from './collect-found.ts'

/** What would be found if typing errors were not mended: each search gets only the words it knows as they are. Vectors read the question as typed alone. */
export async function withoutMending(
  library: Library,
  askedWords: ReadonlySet<string>,
  collected: CollectedCase,
): Promise<CollectedCase> {
  const { inquiry } = collected.asked
  const words = searchWords(inquiry.searchText)
  const known = await findKnownWords(library.database, words)
  const meant = [...inquiry.meanings, ...(await findCompounds(library.database, words))]
  const said = { words: known.join(' '), meanings: meant.join(' ') }
  const text = await findByText(library.database, said, inquiry.question, DEPTH)
  const knownToAsked = (told: string) =>
    searchWords(told)
      .filter((word) => contentWords(word).every((stem) => askedWords.has(stem)))
      .join(' ')
  const asked = await findAsked(library, {
    ...inquiry,
    searchText: knownToAsked(inquiry.searchText),
    meanings: inquiry.meanings.map(knownToAsked),
  })
  const vector = await findNear(library, inquiry.question.text, inquiry.question, DEPTH)
  return { ...collected, lists: { text, vector, asked } }
}
