import type { Inquiry } from '../law/answer.ts'
import { nameRulings } from './name-rulings.ts'
import { readSpacedLetters } from './read-spaced-letters.ts'

/** What looking up the names in a question takes, handed in. */
export interface NameParts {
  findKnownRulings: Parameters<typeof nameRulings>[0]
  findNormStates: Parameters<typeof readSpacedLetters>[1]
}

/** What a question names, as the collection has it: `§ 18 f` where there is a § 18f that day, and rulings by Aktenzeichen. */
export async function resolveNames(parts: NameParts, inquiry: Inquiry): Promise<Inquiry> {
  return nameRulings(parts.findKnownRulings, await readSpacedLetters(inquiry, parts.findNormStates))
}
