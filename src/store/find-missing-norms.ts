import type { Queries } from './database.ts'
import type { PreparedNorm } from './prepared-version.ts'

/** The norms of a version whose content is not stored yet, in order. */
export async function findMissingNorms(
  queries: Queries,
  documentId: string,
  norms: PreparedNorm[],
): Promise<PreparedNorm[]> {
  const rows = await queries.query<{ key: string; content_sha256: string }>(
    'select key, content_sha256 from norms where document_id = $1',
    [documentId],
  )
  const stored = new Set(rows.map((row) => identity(row.key, row.content_sha256)))
  return norms.filter((norm) => !stored.has(identity(norm.norm.key, norm.contentSha256)))
}

function identity(key: string, contentSha256: string): string {
  return `${key}\n${contentSha256}`
}
