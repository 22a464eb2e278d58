import type { Norm } from '../../src/law/document-text.ts'
import type { CutPassage } from '../../src/law/passage.ts'
import { cutStatute } from './cut-statute.ts'

/** As for laws; a printed paragraph can be longer. */
const charactersMax = 1800

/**
 * A section's passages: cut as a law's (by Absätze, Nummern, lines), and paragraphs that are still too long, as papers
 * have them, between their sentences. Every character that is not white space lies in exactly one passage.
 */
export function cutPaper(norm: Norm): CutPassage[] {
  return cutStatute(norm).flatMap(cutBetweenSentences)
}

function cutBetweenSentences(passage: CutPassage): CutPassage[] {
  if (passage.end - passage.start <= charactersMax) return [passage]
  const parts: CutPassage[] = []
  let open: CutPassage | null = null
  for (const sentence of passage.sentences) {
    if (open !== null && sentence.end - open.start <= charactersMax) {
      open.sentences.push(sentence)
      open.end = sentence.end
    } else {
      // What stands before the first sentence, such as the number of an Absatz, stays with it.
      open = {
        ...passage,
        start: open === null ? passage.start : sentence.start,
        end: sentence.end,
        sentences: [sentence],
      }
      parts.push(open)
    }
  }
  if (open === null || parts.length < 2) return [passage]
  open.end = passage.end
  return parts
}
