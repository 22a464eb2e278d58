import type { Inquiry } from '../law/answer.ts'
import type { FindKnownRulings } from './look-up-rulings.ts'
import { judgeRuling } from './verify/judge-ruling.ts'

/** The inquiry with the documents of the decisions it names; there are too many of them for the register of laws. */
export async function nameRulings(find: FindKnownRulings, inquiry: Inquiry): Promise<Inquiry> {
  const numbers = inquiry.references.flatMap(({ caseNumber }) => caseNumber ?? [])
  if (numbers.length === 0) return inquiry
  const known = await find(numbers)
  const references = inquiry.references.map((reference) => {
    const [documentId] = reference.kind === 'case' ? judgeRuling(reference, known).documentIds : []
    return documentId === undefined ? reference : { ...reference, documentId }
  })
  return { ...inquiry, references }
}
