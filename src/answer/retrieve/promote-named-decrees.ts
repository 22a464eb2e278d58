import type { Inquiry } from '../../law/answer.ts'
import { territoriesOver } from '../../law/territory.ts'
import type { Queries } from '../../store/database.ts'
import { findNamedDecrees } from '../../store/find-named-decrees.ts'
import { findOpeningPassages } from '../../store/find-opening-passages.ts'
import type { Found } from '../../store/find-passages.ts'
import { note, type RankedNorm, sortNorms } from './rank-norms.ts'

/** Above all that was only searched for, below the norms that the question names (order-passages.ts). */
const NAMED_DECREE = 50
/** So many sections of a decree named as a whole: those that the search found, else its first. */
const SECTIONS = 5

/** The ranking with the sections of decrees that the question names by their Aktenzeichen before all that was only searched for. */
export async function promoteNamedDecrees(
  queries: Queries,
  ranked: RankedNorm[],
  { question, fileNumbers }: Inquiry,
): Promise<RankedNorm[]> {
  const own = territoriesOver(question.territory)
  const decrees = (await findNamedDecrees(queries, fileNumbers, question.asOf)).filter(
    ({ holds, territory, kind }) => holds && own.includes(territory) && (question.kinds?.includes(kind) ?? true),
  )
  if (decrees.length === 0) return ranked
  const norms = new Map(ranked.map((norm) => [norm.normId, { ...norm, passages: [...norm.passages] }]))
  for (const { documentId } of decrees) {
    const found = [...norms.values()].filter((norm) => norm.documentId === documentId).slice(0, SECTIONS)
    const sections = found.length > 0 ? found : await openings(queries, documentId, question.asOf)
    for (const section of sections) {
      section.score += NAMED_DECREE
      for (const { rowId } of section.passages.slice(0, 1)) note(section.passages, rowId, 0, { by: 'reference' })
      norms.set(section.normId, section)
    }
  }
  return sortNorms([...norms.values()])
}

async function openings(
  queries: Queries,
  documentId: string,
  asOf: Inquiry['question']['asOf'],
): Promise<RankedNorm[]> {
  const passages: Found[] = await findOpeningPassages(queries, documentId, asOf, SECTIONS)
  return passages.map(({ rowId, normId, norm }, place) => {
    return { normId, documentId, norm, score: -place / SECTIONS, passages: [{ rowId, score: 0, why: [] }] }
  })
}
