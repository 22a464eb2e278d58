import type { Norm } from '../../../src/law/document-text.ts'

/** What the letters of Berlin's instructions (VAB) stand for, where they stand for one law. */
const laws: Record<string, string> = { A: 'AufenthG' }

/** The law whose § the number of a section of the VAB counts: `A 5.1.1` is about § 5 AufenthG. */
export function implementedBerlin({ norm }: Norm): string | null {
  const letter = /^([A-H]) \d/.exec(norm ?? '')?.[1]
  return letter === undefined ? null : (laws[letter] ?? null)
}
