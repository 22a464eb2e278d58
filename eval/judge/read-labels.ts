import Papa from 'papaparse'
import { z } from 'zod'
import type { JudgeVerdict } from './judge-line.ts'

export type Label = Exclude<JudgeVerdict, 'unreadable'>

const names: Record<string, Label> = {
  supported: 'supported',
  enthalten: 'supported',
  partly: 'partly',
  teilweise: 'partly',
  missing: 'missing',
  fehlt: 'missing',
  contradicted: 'contradicted',
  widersprochen: 'contradicted',
}
const notPeople = /^(?:developer|dev|entwickl\p{L}*|model|modell|ki|ai|llm|judge|urteilsmodell)(?![\p{L}\d])/iu

const labelSchema = z.object({
  caseId: z.string().min(1),
  /** A key point, a forbidden claim or an expert's sentence, as the set has it. */
  keyPoint: z.string().min(1),
  label: z.string().transform((label, context) => {
    const known = names[label.trim().toLowerCase()]
    if (known) return known
    context.addIssue(`„${label}“ ist kein Urteil: enthalten, teilweise, fehlt oder widersprochen`)
    return z.NEVER
  }),
  /** Who judged; `developer:…` and `model:…` are nobody a judge can be calibrated by. */
  reviewer: z.string().min(1),
  repeat: z.coerce.number().int().positive().default(1),
})
export type PersonLabel = z.infer<typeof labelSchema>

/**
 * Labels that people gave (CSV with a head, or JSON Lines): caseId, keyPoint, label, reviewer, and repeat where an answer
 * was asked for several times.
 * @throws Error in German naming the line that cannot be read.
 */
export function readLabels(text: string, isCsv: boolean): PersonLabel[] {
  const rows = isCsv
    ? readCsv(text)
    : text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line)]))
  return rows.map((row, at) => {
    const parsed = labelSchema.safeParse(row)
    if (parsed.success) return parsed.data
    throw new Error(`Urteil ${at + 1} ist nicht lesbar: ${z.prettifyError(parsed.error)}`)
  })
}

/** Labels of developers and models say how well a judge agrees with those who made it. */
export function isPerson({ reviewer }: PersonLabel): boolean {
  return !notPeople.test(reviewer.trim())
}

function readCsv(text: string): unknown[] {
  const { data } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
    header: true,
    skipEmptyLines: true,
  })
  return data.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')))
}
