import type { Evidence } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'
import type { Span } from '../../law/document-text.ts'

/** About 6,000 tokens of German: what small local models still read with care. */
const defaultBudgetChars = 20_000

/**
 * The sentences of the passages as a numbered list (`E1` …), in the order of the ranking. A passage is taken whole or
 * not at all, until the budget is used up; only a first passage that alone exceeds it is cut after a sentence.
 * Of a norm that comes in two versions only the better ranked is taken: two versions never meet in one prompt.
 */
export function numberEvidence(passages: RankedPassage[], budgetChars: number = defaultBudgetChars): Evidence[] {
  const evidence: Evidence[] = []
  const versions = new Map<string, string>()
  let left = budgetChars
  for (const passage of passages) {
    const norm = `${passage.document.id} ${passage.normKey}`
    const fits = passage.text.length <= left || evidence.length === 0
    if (!fits || (versions.get(norm) ?? passage.normSha256) !== passage.normSha256) continue
    versions.set(norm, passage.normSha256)
    for (const { number, span } of sentencesOf(passage)) {
      const text = passage.text.slice(span.start - passage.start, span.end - passage.start)
      if (text.trim() === '' || (text.length > left && evidence.length > 0)) continue
      evidence.push({ id: `E${evidence.length + 1}`, passage, sentence: number, span, text })
      left -= text.length
    }
  }
  return evidence
}

/** A passage without sentences (a table, a single heading) is offered as one. */
function sentencesOf(passage: RankedPassage): { number: number; span: Span }[] {
  if (passage.sentences.length === 0) return [{ number: 1, span: { start: passage.start, end: passage.end } }]
  return passage.sentences.map(({ number, start, end }) => ({
    number,
    span: { start: Math.max(start, passage.start), end: Math.min(end, passage.end) },
  }))
}
