import { z } from 'zod'
import { referenceCaseSchema, type ReferenceCase } from './reference-case.ts'
import { ReferenceSetError } from './reference-set-error.ts'

/**
 * The questions of a reference set (JSON Lines) in their order; empty lines are skipped.
 * @throws ReferenceSetError naming the first line that is not a question, or whose id an earlier line has.
 */
export function parseReferenceCases(jsonLines: string): ReferenceCase[] {
  const cases = new Map<string, ReferenceCase>()
  for (const [index, line] of jsonLines.split('\n').entries()) {
    if (line.trim() === '') continue
    const one = parseLine(line, index + 1)
    if (cases.has(one.id)) throw new ReferenceSetError(index + 1, `id ${one.id} kommt schon vor`)
    cases.set(one.id, one)
  }
  return [...cases.values()]
}

function parseLine(line: string, number: number): ReferenceCase {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    throw new ReferenceSetError(number, error)
  }
  const parsed = referenceCaseSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new ReferenceSetError(number, new Error(z.prettifyError(parsed.error), { cause: parsed.error }))
}
