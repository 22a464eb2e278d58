import type { Queries } from '../../../src/store/database.ts'
import { normName } from '../../reference/norm-name.ts'

/** The name of the norm (`<slug> <norm>`) that a passage's row belongs to. */
export type NormNames = ReadonlyMap<number, string>

/** The norm of every stored passage. */
export async function readNormNames(queries: Queries): Promise<NormNames> {
  const rows = await queries.query<{ id: number; document_id: string; norm: string }>(
    `select p.id, p.document_id, coalesce(n.norm, n.key) as norm from passages p join norms n on n.id = p.norm_id`,
  )
  return new Map(rows.map(({ id, document_id: documentId, norm }) => [id, normName(documentId, norm)]))
}

/** The norms of these rows, each at its first row's place. */
export function namesOf(rows: { rowId: number }[], names: NormNames): string[] {
  return [...new Set(rows.flatMap(({ rowId }) => names.get(rowId) ?? []))]
}
