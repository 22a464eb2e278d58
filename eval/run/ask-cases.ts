import { understand } from '../../src/answer/understand/understand.ts'
import type { Inquiry, LawName } from '../../src/law/answer.ts'
import type { Lexicon } from '../../src/law/lexicon.ts'
import { essentialNorms } from '../reference/essential-norms.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'

/** An answerable reference question as the pipeline meets it, with its essential norms. */
export interface AskedCase {
  reference: ReferenceCase
  gold: string[]
  inquiry: Inquiry
  register: LawName[]
}

/** The answerable questions of a set, understood; `registers` holds the names of the laws by the day asked. */
export function askCases(cases: ReferenceCase[], registers: Map<string, LawName[]>, lexicon: Lexicon): AskedCase[] {
  return cases
    .filter(({ answerable }) => answerable)
    .map((reference) => {
      const register = registers.get(reference.as_of) ?? []
      const inquiry = inquire(reference.question, reference, register, lexicon)
      return { reference, gold: essentialNorms(reference), inquiry, register }
    })
}

/** The same case, asked in other words. */
export function rephrase(asked: AskedCase, text: string, lexicon: Lexicon): AskedCase {
  return { ...asked, inquiry: inquire(text, asked.reference, asked.register, lexicon) }
}

function inquire(text: string, { as_of: asOf }: ReferenceCase, register: LawName[], lexicon: Lexicon): Inquiry {
  return understand({ text, asOf, territory: 'DE-NW', style: 'short', kinds: null }, register, lexicon)
}
