import type { ReferenceCase } from '../reference-case.ts'
import { fields, kindWords, reviewWords, styleWords } from './columns.ts'
import type { Cell } from './table.ts'

/** A question as a row of an office's list, in the order of `fields`: what `readRow` reads back. Gold norms have no column. */
export function caseRow(one: ReferenceCase): Cell[] {
  const cells: Record<(typeof fields)[number], Cell> = {
    id: one.id,
    question: one.question,
    as_of: new Date(`${one.as_of}T00:00:00Z`),
    reference_answer: one.reference_answer ?? null,
    sources: onLines(one.sources),
    answerable: one.answerable ? 'ja' : 'nein',
    key_points: onLines(one.key_points),
    forbidden: onLines(one.forbidden),
    topic: one.topic,
    kind: kindWords[one.kind]?.[0] ?? null,
    style: styleWords[one.style]?.[0] ?? null,
    tags: one.tags?.join(', ') ?? null,
    weight: one.weight ?? null,
    author: one.author ?? null,
    review_state: one.review_state ? (reviewWords[one.review_state]?.[0] ?? null) : null,
  }
  return fields.map((field) => cells[field])
}

function onLines(entries: string[] = []): Cell {
  return entries.length === 0 ? null : entries.join('\n')
}
