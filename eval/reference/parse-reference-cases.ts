import { readReferenceLines } from './read-reference-lines.ts'
import type { ReferenceCase } from './reference-case.ts'
import { ReferenceSetError } from './reference-set-error.ts'

/**
 * The questions of a reference set (JSON Lines) in their order; empty lines are skipped.
 * @throws ReferenceSetError naming the first line that is not a question, or whose id an earlier line has.
 */
export function parseReferenceCases(jsonLines: string): ReferenceCase[] {
  const cases = new Map<string, ReferenceCase>()
  for (const { line, question, faults } of readReferenceLines(jsonLines)) {
    if (!question) throw new ReferenceSetError(line, faults.join('; '))
    if (cases.has(question.id)) throw new ReferenceSetError(line, `id ${question.id} kommt schon vor`)
    cases.set(question.id, question)
  }
  return [...cases.values()]
}
