import type { Correction } from '../law/correction.ts'
import type { Queries } from './database.ts'

/** What staff said of a folder's paper. `isAhead`: since its file was read last. */
export interface PaperCorrection {
  corrected: Correction
  isAhead: boolean
}

/** Null where nobody said anything yet. */
export async function findPaperCorrection({ query }: Queries, documentId: string): Promise<PaperCorrection | null> {
  const [row] = await query<PaperCorrection>(
    `select corrected, corrected is distinct from applied as "isAhead" from paper_corrections where document_id = $1`,
    [documentId],
  )
  return row ?? null
}

/** The same to be added to: nobody else changes it until the transaction ends. */
export async function holdPaperCorrection({ query }: Queries, documentId: string): Promise<Correction> {
  await query('insert into paper_corrections (document_id) values ($1) on conflict do nothing', [documentId])
  const [row] = await query<{ corrected: Correction }>(
    'select corrected from paper_corrections where document_id = $1 for update',
    [documentId],
  )
  return row?.corrected ?? {}
}

/** The documents whose file is to be read anew, because staff said something else of it since. */
export async function listAheadPapers({ query }: Queries): Promise<ReadonlySet<string>> {
  const rows = await query<{ id: string }>(
    'select document_id as id from paper_corrections where corrected is distinct from applied',
  )
  return new Set(rows.map(({ id }) => id))
}

/** In the transaction that publishes the text that was read with it. */
export async function saveApplied({ query }: Queries, documentId: string, applied: Correction): Promise<void> {
  await query('update paper_corrections set applied = $2 where document_id = $1', [documentId, JSON.stringify(applied)])
}
