import type { Queries } from './database.ts'

export interface UnlistedDocument {
  id: string
  label: string
}

/** What a source listed before and does not now: still answering, and listed by no other source. `of`: how many it listed. */
export async function findUnlisted(
  { query }: Queries,
  source: string,
  publisher: string,
  listed: readonly string[],
): Promise<{ missing: UnlistedDocument[]; of: number }> {
  const missing = await query<UnlistedDocument>(
    `select d.id, d.abbreviation as label from source_documents s join documents d on d.id = s.document_id
      where s.source = $1 and s.withdrawn_at is null and d.withdrawn_at is null
        and not exists (select 1 from unnest($3::text[]) as slug where s.document_id = $2 || ':' || slug)
        and not exists (select 1 from source_documents o where o.document_id = s.document_id and o.source <> $1 and o.withdrawn_at is null)
      order by d.id`,
    [source, publisher, listed],
  )
  const [row] = await query<{ of: number }>(
    'select count(*) as of from source_documents where source = $1 and withdrawn_at is null',
    [source],
  )
  return { missing, of: row?.of ?? 0 }
}
