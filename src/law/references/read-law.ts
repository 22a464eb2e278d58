import { matchAt } from '../../text/match-at.ts'
import type { LawIndex } from './law-index.ts'
import { longestName } from './law-index.ts'
import { readLawShape } from './law-shape.ts'
import { readLawWords } from './law-words.ts'

/** Names longer than this are full official titles that nobody writes after a §. */
const mostWords = 25

const determiner = /\s{0,3}(?:(?:aus |nach |in )?(?:des|der|dem|vom|von|im|zum|zur)\s{1,3})?/iuy

/** Reads the law a reference ends with (` des Aufenthaltsgesetzes`, ` AufenthG`): by the register first, then by shape. */
export function readLaw(text: string, at: number, index: LawIndex): { law: string; end: number } | null {
  const lead = matchAt(determiner, text, at)?.[0].length ?? 0
  const start = at + lead
  const known = longestName(readLawWords(text, start, mostWords), index)
  const shaped = readLawShape(text, start)
  const end = Math.max(
    known?.end ?? 0,
    shaped && (!known || overlapsFurther(text, known.end, shaped.end)) ? shaped.end : 0,
  )
  return end > start ? { law: text.slice(start, end), end } : null
}

/** `AZRG-DV` where only `AZRG` is known: the longer, unknown name is meant. */
function overlapsFurther(text: string, knownEnd: number, shapedEnd: number): boolean {
  return shapedEnd > knownEnd && /^[-/]\p{L}/u.test(text.slice(knownEnd, shapedEnd))
}
