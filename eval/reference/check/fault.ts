import type { ReferenceCase } from '../reference-case.ts'

/** Something to mend in a reference set, or (`warning`) to look at. */
export interface Fault {
  /** Line of the file, from 1. */
  line: number
  id: string | null
  severity: 'error' | 'warning'
  /** German: what is wrong. */
  what: string
  /** German: what to do. */
  remedy: string
}

/** A question with the line it stands in. */
export interface NumberedCase {
  line: number
  question: ReferenceCase
}

export function faultIn(
  { line, question: { id } }: NumberedCase,
  severity: Fault['severity'],
  what: string,
  remedy: string,
): Fault {
  return { line, id, severity, what, remedy }
}
