import type { Queries } from './database.ts'

/** True where a document answers or was withdrawn. */
export async function isDocumentKnown(queries: Queries, documentId: string): Promise<boolean> {
  return (await queries.query('select 1 from documents where id = $1', [documentId])).length > 0
}
