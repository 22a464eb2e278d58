import type { Inquiry, ResolvedReference } from '../../law/answer.ts'

/** More questions at once are answered as one: each costs a search and a reply of the model. */
export const mostQuestions = 5

/**
 * The questions of an inquiry, in order, each with all the words it needs to be understood and its own beside them;
 * `again` understands a text as the whole was. One question, or too many, stay one.
 */
export function askOneByOne(inquiry: Inquiry, again: (text: string) => Inquiry): Inquiry[] {
  const { parts, question, added, references } = inquiry
  if (parts.length < 2 || parts.length > mostQuestions) return [inquiry]
  return parts.map(({ start, end, text }, at) => {
    const own = withLaws(again(question.text.slice(start, end)), references)
    const part = { own, of: question.text }
    return { ...withLaws(again(text), references), part, added: addedTo(added, at, parts.length) }
  })
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
