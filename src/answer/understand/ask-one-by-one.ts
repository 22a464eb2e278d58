import type { Inquiry, ResolvedReference } from '../../law/answer.ts'
import type { QuestionPart } from '../../law/understood.ts'

/** More questions at once are answered as one: each costs a search and a reply of the model. */
export const mostQuestions = 5

/**
 * One question to be answered. It is searched for with everything it needs to be understood, and answered by its own
 * words and the facts told: the question it leans on has an answer of its own.
 */
export interface AskedQuestion {
  search: Inquiry
  compose: Inquiry
}

/** The questions of an inquiry, in order; `again` understands a text as the whole was. One, or too many, stay one. */
export function askOneByOne(inquiry: Inquiry, again: (text: string) => Inquiry): AskedQuestion[] {
  const { parts, question, added } = inquiry
  if (parts.length < 2 || parts.length > mostQuestions) return [{ search: inquiry, compose: inquiry }]
  return parts.map((part, at) => {
    const words = question.text.slice(part.start, part.end)
    const own = { part: { words, of: question.text }, added: addedTo(added, at, parts.length) }
    const inquire = (text: string): Inquiry => ({ ...withLaws(again(text), inquiry.references), ...own })
    return { search: inquire(part.text), compose: inquire(withFacts(part, parts, question.text)) }
  })
}

/** Own words and what is told, without the other questions. */
function withFacts({ start, end, context }: QuestionPart, parts: QuestionPart[], text: string): string {
  const facts = context.filter((span) => !parts.some((part) => part.start === span.start))
  const spans = [...facts, { start, end }].toSorted((a, b) => a.start - b.start)
  return spans.map((span) => text.slice(span.start, span.end)).join(' ')
}

/** A § whose law another part names belongs to it here, too. */
function withLaws(inquiry: Inquiry, whole: ResolvedReference[]): Inquiry {
  const references = inquiry.references.map((reference) => {
    const same = whole.find(({ text }) => text === reference.text)
    return reference.documentId === null && same ? { ...reference, documentId: same.documentId } : reference
  })
  const named = references.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]))
  return { ...inquiry, references, documentIds: [...new Set([...inquiry.documentIds, ...named])] }
}

/** A rewriter that kept to its order wrote one sentence for each part. */
function addedTo(added: string[], at: number, parts: number): string[] {
  return added.length === parts ? added.slice(at, at + 1) : added
}
