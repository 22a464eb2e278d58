import type { Norm } from '../../../src/law/document-text.ts'

/** What the letters of Berlin's instructions (VAB) stand for, where they stand for one law. */
const laws: Record<string, string> = { A: 'AufenthG' }

/** The law a section carries out: the one its Berlin number says (`A 5.1.1`), or none; else that of the whole decree. */
export function lawOf({ norm }: Norm, ofDecree: string | null): string | null {
  const letter = /^([A-H]) \d/.exec(norm ?? '')?.[1]
  return letter === undefined ? ofDecree : (laws[letter] ?? null)
}
