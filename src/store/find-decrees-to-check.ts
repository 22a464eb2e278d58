import type { LawName } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { DecreesToCheck } from '../law/decrees-to-check.ts'
import type { Queries } from './database.ts'
import { findDocumentNames } from './find-document-names.ts'
import { findFlags } from './find-flags.ts'
import { findUnclearRelations } from './find-unclear-relations.ts'

/** What staff should look at: decrees that hold on the day and are flagged, and relations without effect. */
export async function findDecreesToCheck(queries: Queries, register: LawName[], asOf: Day): Promise<DecreesToCheck> {
  const found = await findFlags(queries, null, register, asOf)
  const names = await findDocumentNames(queries, [...new Set(found.map(({ flagged }) => flagged))])
  const flagged = names.map((name) => ({
    ...name,
    flags: found.filter((flag) => flag.flagged === name.documentId).map(({ flagged: _flagged, ...flag }) => flag),
  }))
  return { asOf, flagged, unclear: await findUnclearRelations(queries) }
}
