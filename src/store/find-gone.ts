import type { Queries } from './database.ts'
import type { UnlistedDocument } from './find-unlisted.ts'

/**
 * Of a run whose source has no list: which documents their publisher said to have no more. `listed`: keys of those that it
 * gave or left unchanged; `of`: documents asked for that are stored.
 */
export async function findGone(
  { query }: Queries,
  runId: string,
  publisher: string,
): Promise<{ missing: UnlistedDocument[]; listed: string[]; of: number }> {
  const missing = await query<UnlistedDocument>(
    `select d.id, d.abbreviation as label from sync_run_items i join documents d on d.id = i.document_id
      where i.run_id = $1 and i.outcome = 'kept' and d.withdrawn_at is null order by d.id`,
    [runId],
  )
  const asked = await query<{ slug: string }>(
    `select distinct a.slug from sync_chunks c, jsonb_to_recordset(c.items) as a (origin text, slug text)
       join documents d on d.id = $2 || ':' || a.slug
      where c.run_id = $1 and not exists (
              select 1 from sync_run_items i where i.run_id = $1 and i.slug = a.slug and i.outcome in ('failed', 'kept'))`,
    [runId, publisher],
  )
  const listed = asked.map(({ slug }) => slug)
  return { missing, listed, of: listed.length + missing.length }
}
