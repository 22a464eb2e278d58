import { z } from 'zod'
import type { JudgeVerdict } from './judge-line.ts'

const words: Record<string, JudgeVerdict> = {
  enthalten: 'supported',
  teilweise: 'partly',
  fehlt: 'missing',
  widersprochen: 'contradicted',
}
const verdictSchema = z.object({ id: z.string(), verdict: z.string() })
const betterSchema = z.object({ better: z.enum(['erste', 'zweite', 'gleich']) })

/** JSON Schema of a reply to `prompts/judge.md`. */
export const verdictsSchema: Record<string, unknown> = z.toJSONSchema(
  z.strictObject({
    verdicts: z.array(
      z.strictObject({ id: z.string(), verdict: z.enum(['enthalten', 'teilweise', 'fehlt', 'widersprochen']) }),
    ),
  }),
)

/** JSON Schema of a reply to `prompts/judge-pair.md`. */
export const preferenceSchema: Record<string, unknown> = z.toJSONSchema(
  z.strictObject({ better: z.enum(['erste', 'zweite', 'gleich']) }),
)

/**
 * The verdicts in a judge's reply, one for each id (`A1` …) in order: read as far as it can be, in a code fence, after a
 * chain of thought, or cut off. An id without a verdict, with an unknown one, or with two that differ is `unreadable`.
 */
export function readVerdicts(reply: string, ids: string[]): JudgeVerdict[] {
  const said = new Map<string, Set<JudgeVerdict>>()
  for (const piece of objectsIn(reply)) {
    const parsed = verdictSchema.safeParse(piece)
    if (!parsed.success) continue
    const verdict = words[parsed.data.verdict.trim().toLowerCase()] ?? 'unreadable'
    const id = parsed.data.id.trim().toUpperCase()
    said.set(id, (said.get(id) ?? new Set()).add(verdict))
  }
  return ids.map((id) => {
    const [verdict, ...others] = said.get(id) ?? []
    return verdict === undefined || others.length > 0 ? 'unreadable' : verdict
  })
}

/** Which of two answers a judge prefers; null where the reply does not say, or says two things. */
export function readPreference(reply: string): 'erste' | 'zweite' | 'gleich' | null {
  const said = objectsIn(reply).flatMap((piece) => betterSchema.safeParse(piece).data?.better ?? [])
  return new Set(said).size === 1 ? (said[0] ?? null) : null
}

/** Objects without objects in them. */
function objectsIn(reply: string): unknown[] {
  const text = reply.replace(/^[\s\S]*<\/think>/i, '')
  return (text.match(/\{[^{}]*\}/g) ?? []).flatMap((piece) => {
    try {
      return [JSON.parse(piece) as unknown]
    } catch {
      return []
    }
  })
}
