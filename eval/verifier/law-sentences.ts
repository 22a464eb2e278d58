import type { Evidence } from '../../src/law/answer.ts'
import type { Passage } from '../../src/law/passage.ts'

const shortest = 50
const longest = 400

/** Every sentence of a passage as evidence that a claim can cite. */
export function evidenceOf(found: Passage): Evidence[] {
  const passage = { ...found, rank: 1, score: 1, why: [] }
  return passage.sentences.flatMap(({ number, start, end }, index) => {
    const span = { start: Math.max(start, passage.start), end: Math.min(end, passage.end) }
    const text = passage.text.slice(span.start - passage.start, span.end - passage.start)
    return text.trim() === '' ? [] : [{ id: `E${index + 1}`, passage, sentence: number, span, text }]
  })
}

/** Sentences that say something whole: of a § or article in force, of middling length, ending with a full stop. */
export function wholeSentencesOf(passage: Passage): Evidence[] {
  if (passage.repealed || !/^(?:§|Art)/.test(passage.norm ?? '')) return []
  return evidenceOf(passage).filter(
    ({ text }) => text.length >= shortest && text.length <= longest && /^\p{Lu}.*\.$/su.test(text),
  )
}

/** A sentence on one line, as a claim states it. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
