import type { Day } from '../../law/day.ts'
import type { Passage, RankedPassage } from '../../law/passage.ts'
import type { Queries } from '../../store/database.ts'
import { findSameParagraph } from '../../store/find-same-paragraph.ts'

/** So many of the first passages get the whole list they are a piece of; those below get its beginning alone. */
const leading = 4
/** Longer lists are a catalogue: what matters of it was found by itself. */
const mostPieces = 24

/**
 * A long list is cut into passages: its beginning (`… ist zu erteilen, wenn`) and each Nummer. Beside every piece found
 * come the beginning, and for leading passages the other Nummern too, at the rank of the piece: alone neither is a
 * sentence. The order of what was found stays.
 */
export async function completeLists(queries: Queries, passages: RankedPassage[], asOf: Day): Promise<RankedPassage[]> {
  const pieces = passages.filter((passage) => passage.path.length > 0 || isBeginning(passage))
  if (pieces.length === 0) return passages
  const ids = pieces.map(({ id }) => id)
  const stored = await findSameParagraph(queries, ids, asOf)
  const seen = new Set(passages.map(({ id }) => id))
  return passages.flatMap((passage) => {
    const { rank, score } = passage
    const own = pieces.includes(passage) ? stored.filter((other) => isSameSentence(passage, other)) : []
    const wanted = own.length <= mostPieces && rank <= leading ? own : own.filter(({ path }) => path.length === 0)
    const added = wanted.filter(({ id }) => !seen.has(id))
    for (const { id } of added) seen.add(id)
    return [passage, ...added.map((other): RankedPassage => ({ ...other, rank, score, why: [{ by: 'list' }] }))]
  })
}

/** Ends before its sentence does. */
function isBeginning({ text }: Passage): boolean {
  return !/[.;!?)“”"\]]\s*$/.test(text)
}

function isSameSentence(one: Passage, other: Passage): boolean {
  if (one.normSha256 !== other.normSha256 || one.normKey !== other.normKey) return false
  if (one.document.id !== other.document.id || one.paragraph !== other.paragraph) return false
  return other.sentences.some(({ number }) => one.sentences.some((sentence) => sentence.number === number))
}
