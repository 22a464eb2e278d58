import type { Day } from '../law/day.ts'
import { publisherName } from '../law/publisher-names.ts'
import type { SourceStand } from '../law/source-stand.ts'
import type { Queries } from './database.ts'

type Freshness = Pick<SourceStand, 'publisher' | 'invented'> & { freshest: Day | null }

/**
 * How fresh each publisher's texts are. The newest days are read anew only where the collection changed (`revision`), the
 * last check every time: it changes without the collection.
 */
export function rememberStands({ query }: Queries): (revision: number) => Promise<SourceStand[]> {
  let known: { revision: number; rows: Promise<Freshness[]> } | null = null
  return async (revision) => {
    if (known?.revision !== revision) known = { revision, rows: query<Freshness>(newestDays) }
    const rows = await known.rows.catch((error: unknown) => {
      known = null
      throw error
    })
    const checks = await query<{ publisher: string; checkedAt: string | null }>(lastChecks, [
      rows.map(({ publisher }) => publisher),
    ])
    const checkedAt = new Map(checks.map((check) => [check.publisher, check.checkedAt]))
    return rows.map((row) => ({
      ...row,
      name: publisherName(row.publisher, row.invented),
      checkedAt: row.invented ? null : (checkedAt.get(row.publisher) ?? null),
    }))
  }
}

const newestDays = `
  select split_part(d.id, ':', 1) as publisher, d.invented, max(o.day) as freshest
    from documents d join observations o on o.document_id = d.id
   where d.withdrawn_at is null group by 1, 2 order by 1, 2`

/** By a run that came to its end, or by a single text asked for with success. */
const lastChecks = `
  select publisher, to_char(greatest(
           (select max(ended_at) from sync_runs r where r.publisher = p.publisher and state in ('done', 'stopped')),
           (select max(checked_at) from source_checks c where c.publisher = p.publisher and failure is null)
         ) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "checkedAt"
    from unnest($1::text[]) as p (publisher)`
