import type { Queries } from './database.ts'

export interface DocumentNames {
  documentId: string
  abbreviation: string
  title: string
  territory: string
}

/** How documents are called and where they apply, by id. */
export function findDocumentNames(queries: Queries, documentIds: string[]): Promise<DocumentNames[]> {
  return queries.query<DocumentNames>(
    `select id as "documentId", abbreviation, title, territory from documents where id = any($1) order by id`,
    [documentIds],
  )
}
