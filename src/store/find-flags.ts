import type { LawName } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import { amendedMessage, type DocumentFlag, overtakenMessage } from '../law/flag.ts'
import { expandRange } from '../law/references/expand-range.ts'
import { meantLaw } from '../law/references/meant-law.ts'
import { rangeOf } from '../law/references/range-of.ts'
import type { Queries } from './database.ts'
import { findAmendments } from './find-amendments.ts'
import { listNorms } from './find-documents.ts'
import { findImplemented, type Implemented } from './find-implemented.ts'
import { findNormChanges } from './find-norm-changes.ts'

/**
 * Why these documents (null: all that answer and hold on the day) should be looked at again before they are applied on
 * the day. `register` is that of the day.
 */
export async function findFlags(
  queries: Queries,
  documentIds: string[] | null,
  register: LawName[],
  asOf: Day,
): Promise<DocumentFlag[]> {
  if (documentIds?.length === 0) return []
  const amendments = (await findAmendments(queries, documentIds, asOf)).map(
    ({ documentId: flagged, rank, by, changedOn }): DocumentFlag => ({
      flagged,
      section: null,
      kind: 'amended',
      message: amendedMessage(rank, by.abbreviation, changedOn),
      documentId: by.documentId,
      label: by.abbreviation,
      changedOn,
      before: null,
      after: null,
    }),
  )
  return [
    ...(await findOvertaken(queries, await findImplemented(queries, documentIds, asOf), register, asOf)),
    ...amendments,
  ]
}

/** The norms that changed after the decrees that carry them out, each once for a document or section. */
async function findOvertaken(
  queries: Queries,
  implemented: Implemented[],
  register: LawName[],
  asOf: Day,
): Promise<DocumentFlag[]> {
  const norms = await eachNorm(queries, implemented, register, asOf)
  const asked = norms.map(({ law, norm, by }) => ({ documentId: law, norm, since: by.since }))
  const changes = await findNormChanges(queries, asked, asOf)
  return norms.flatMap(({ law, by: { documentId: flagged, section, rank, since } }, at): DocumentFlag[] => {
    const change = changes[at]
    if (!change) return []
    const { label, changedOn, before, after } = change
    const message = overtakenMessage(rank, since, change)
    return [{ flagged, section, kind: 'overtaken', message, documentId: law, label, changedOn, before, after }]
  })
}

interface NormOfLaw {
  law: string
  norm: string
  by: Implemented
}

/** Those whose law is stored; ranges as the norms that the law has on the day. */
async function eachNorm(
  queries: Queries,
  implemented: Implemented[],
  register: LawName[],
  asOf: Day,
): Promise<NormOfLaw[]> {
  const stored = implemented.flatMap((by) => {
    const law = meantLaw(by.laws, register)
    return law === null ? [] : [{ law, by }]
  })
  const ranged = new Set(stored.flatMap(({ law, by }) => (isRange(by) ? [law] : [])))
  const names = new Map<string, string[]>()
  for (const law of ranged)
    names.set(
      law,
      (await listNorms(queries, law, asOf)).flatMap(({ norm }) => norm ?? []),
    )
  const norms = stored.flatMap(({ law, by }) => {
    const covered = isRange(by) ? expandRange(rangeOf(by.norm, by.to, by.following), names.get(law) ?? []) : [by.norm]
    return covered.map((norm): NormOfLaw => ({ law, norm, by }))
  })
  const keyOf = ({ law, norm, by }: NormOfLaw) => JSON.stringify([by.documentId, by.section, law, norm])
  return [...new Map(norms.map((each) => [keyOf(each), each])).values()]
}

function isRange({ to, following }: Implemented): boolean {
  return to !== null || following !== null
}
