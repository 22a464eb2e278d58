import type { Answer, Citation, LawName } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { DocumentFlag } from '../law/flag.ts'

/** Looks up why documents should be looked at again before they are applied on a day. */
export type FindFlags = (documentIds: string[], register: LawName[], asOf: Day) => Promise<DocumentFlag[]>

/** The answer with what a reader must check before relying on the decrees and papers it cites. */
export async function flagCitations(findFlags: FindFlags, answer: Answer, register: LawName[]): Promise<Answer> {
  const ids = new Set(
    answer.citations.filter(({ document }) => canBeFlagged(document)).map(({ document }) => document.id),
  )
  if (ids.size === 0) return answer
  const found = await findFlags([...ids], register, answer.asOf)
  const citations = answer.citations.map((citation) => withFlags(citation, found))
  const flagged = citations.filter(({ flags }) => flags !== undefined).map(({ number }) => `[${number}]`)
  if (flagged.length === 0) return answer
  const notice = `Vor der Anwendung zu prüfen: ${flagged.join(', ')}. Warum, steht bei der Fundstelle.`
  return { ...answer, citations, notices: [...answer.notices, notice] }
}

function canBeFlagged({ kind }: Citation['document']): boolean {
  return kind === 'decree' || kind === 'paper'
}

/** What is flagged for one section of a decree says nothing of the others. */
function withFlags(citation: Citation, found: DocumentFlag[]): Citation {
  const flags = found
    .filter(
      ({ flagged, section }) => flagged === citation.document.id && (section ?? citation.normKey) === citation.normKey,
    )
    .map(({ flagged: _flagged, section: _section, ...flag }) => flag)
  const distinct = [...new Map(flags.map((flag) => [flag.message, flag])).values()]
  return distinct.length === 0 ? citation : { ...citation, flags: distinct }
}
