import { createHash } from 'node:crypto'
import type { Evidence } from '../../law/answer.ts'
import type { CitedClaim, Failure } from './check.ts'

/** Each quote is, letter for letter, what the stored passage has at its offsets, and the passage is what was stored. */
export function checkSource({ evidence, passages }: CitedClaim): Failure | null {
  const changed = passages.find(({ text, sha256 }) => createHash('sha256').update(text).digest('hex') !== sha256)
  if (changed) return failure(changed.label)
  const moved = evidence.find((piece) => !isVerbatim(piece))
  return moved ? failure(moved.passage.label) : null
}

function isVerbatim({ passage, span, text }: Evidence): boolean {
  const inside = span.start >= passage.start && span.end <= passage.start + passage.text.length && span.start < span.end
  return inside && passage.text.slice(span.start - passage.start, span.end - passage.start) === text
}

function failure(label: string): Failure {
  return { reason: 'quote_not_found', detail: `Das Zitat aus ${label} steht nicht wörtlich im gespeicherten Text.` }
}
