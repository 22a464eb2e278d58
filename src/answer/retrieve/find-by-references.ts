import type { LawName, ResolvedReference } from '../../law/answer.ts'
import { coreLaws } from '../../law/core-law.ts'
import { expandRange } from '../../law/references/expand-range.ts'
import type { Queries } from '../../store/database.ts'
import { listNorms } from '../../store/find-documents.ts'
import { findByNorm } from '../../store/find-passages.ts'
import type { Found } from '../../store/found.ts'
import type { Scope } from '../../store/scope.ts'

/** How much more an exactly named Absatz weighs than the other passages of a named norm. */
const EXACT = 1.5
const WHOLE_NORM = 1
/** A norm's rule stands at its beginning. More than all that words can add to a passage of it (fuse.ts). */
const OPENING = 1.1

/**
 * The passages that the question's references name, in the order named. Within a norm named as a whole all passages
 * weigh the same: what else the question says decides between them, but for the first, which holds its rule. A named
 * Absatz stands first, its norm behind it; so does a named Randnummer, before its decision.
 */
export async function findByReferences(
  queries: Queries,
  references: ResolvedReference[],
  register: LawName[],
  scope: Scope,
): Promise<Found[]> {
  const found = new Map<number, Found>()
  for (const reference of references) {
    const isRuling = reference.kind === 'case' && reference.documentId !== null
    if (!isRuling && (reference.kind !== 'norm' || reference.norm === null)) continue
    for (const hit of await findOne(queries, reference, register, scope)) {
      if (!found.has(hit.rowId)) found.set(hit.rowId, hit)
    }
  }
  return [...found.values()]
}

async function findOne(
  queries: Queries,
  reference: ResolvedReference,
  register: LawName[],
  scope: Scope,
): Promise<Found[]> {
  for (const documentId of candidates(reference, register)) {
    const norms = await namedNorms(queries, documentId, reference, scope)
    const whole = await findByNorm(queries, documentId, norms, null, scope)
    if (whole.length === 0) continue
    const exact =
      reference.paragraph === null ? [] : await findByNorm(queries, documentId, norms, reference.paragraph, scope)
    const named = new Set(exact.map((hit) => hit.rowId))
    const isOne = norms.length === 1 || reference.kind === 'case'
    const opening = isOne && exact.length === 0 ? whole[0]?.rowId : null
    return [
      ...exact.map((hit) => ({ ...hit, score: EXACT })),
      ...whole
        .filter(({ rowId }) => !named.has(rowId))
        .map((hit) => ({ ...hit, score: hit.rowId === opening ? OPENING : WHOLE_NORM })),
    ]
  }
  return []
}

function candidates(reference: ResolvedReference, register: LawName[]): string[] {
  if (reference.documentId !== null) return [reference.documentId]
  if (reference.law !== null) return []
  return coreLaws.flatMap((core) => register.filter((law) => law.abbreviation === core).map((law) => law.documentId))
}

/** The norms a reference covers: itself, every one of a range that the law has that day, all parts of a decision. */
async function namedNorms(
  queries: Queries,
  documentId: string,
  reference: ResolvedReference,
  scope: Scope,
): Promise<string[]> {
  if (reference.norm !== null && reference.to === undefined && reference.following === undefined)
    return [reference.norm]
  const lines = await listNorms(queries, documentId, scope.asOf)
  if (reference.norm === null) return lines.flatMap((line) => line.norm ?? [])
  return expandRange(
    reference,
    lines.flatMap((line) => line.norm ?? []),
  )
}
