import type { Citation, Evidence } from '../../law/answer.ts'
import type { CitedPassage } from '../../law/citation-state.ts'
import { splitSentences } from '../../text/split-sentences.ts'
import { alikeness } from './alikeness.ts'

/** A sentence less alike than this is another rule, not the old one in new words. */
const leastAlike = 0.4

/** Ids of the sentences that stand today where the quoted ones stood: the very same, else the most alike. */
export function findCounterparts(citation: Citation, cited: CitedPassage | null, today: Evidence[]): string[] {
  return quotedSentences(citation, cited).flatMap((quoted) => {
    const words = plain(quoted)
    // A passage may have been cut otherwise when it was cited: then the quote is part of a sentence.
    const same =
      today.find(({ text }) => plain(text) === words) ?? today.find(({ text }) => plain(text).includes(words))
    if (same) return [same.id]
    const [closest] = today
      .map(({ id, text }) => ({ id, alike: Math.min(alikeness(quoted, text), alikeness(text, quoted)) }))
      .toSorted((a, b) => b.alike - a.alike)
    return closest && closest.alike >= leastAlike ? [closest.id] : []
  })
}

function quotedSentences({ quote, start, end }: Citation, cited: CitedPassage | null): string[] {
  const stored = cited?.sentences.filter((sentence) => sentence.start < end && start < sentence.end) ?? []
  if (!cited || stored.length === 0)
    return splitSentences(quote).map((sentence) => quote.slice(sentence.start, sentence.end))
  return stored.map((sentence) =>
    cited.text.slice(Math.max(sentence.start, start) - cited.start, Math.min(sentence.end, end) - cited.start),
  )
}

function plain(text: string): string {
  return text.replace(/^\(\d+[a-z]*\)\s*/, '').replace(/\s+/g, ' ')
}
