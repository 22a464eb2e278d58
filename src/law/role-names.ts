import type { ClaimRole } from './answer.ts'

/** What the reader calls the roles of claims, in the order in which law is told. */
export const roleNames: Record<ClaimRole, string> = {
  rule: 'Regel',
  exception: 'Ausnahme',
  consequence: 'Rechtsfolge',
  procedure: 'Verfahren',
  deadline: 'Frist',
}
