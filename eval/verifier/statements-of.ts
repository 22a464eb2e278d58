import { z } from 'zod'
import type { ReferenceCase } from '../reference/reference-case.ts'

const statementsSchema = z.looseObject({ key_points: z.array(z.string()), forbidden: z.array(z.string()) })

/** What a right answer must state and what a wrong one states, as the development questions have it. */
export function statementsOf(one: ReferenceCase): { keyPoints: string[]; forbidden: string[] } {
  const { key_points: keyPoints, forbidden } = statementsSchema.parse(one)
  return { keyPoints, forbidden }
}
