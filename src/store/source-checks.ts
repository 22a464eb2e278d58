import type { Queries } from './database.ts'

/** What the publisher gave with a file, to ask next time whether it changed. */
export interface Validators {
  etag: string | null
  lastModified: string | null
}

export async function findValidators(queries: Queries, origin: string): Promise<Validators | null> {
  const [row] = await queries.query<Validators>(
    'select etag, last_modified as "lastModified" from source_checks where origin = $1 and failure is null',
    [origin],
  )
  return row ?? null
}

/** Records that an address was asked: with its validators, or with what went wrong. */
export async function saveSourceCheck(
  queries: Queries,
  check: {
    origin: string
    publisher: string
    validators: Validators | null
    failure: string | null
    stamp?: string | null
  },
): Promise<void> {
  await queries.query(
    `insert into source_checks (origin, publisher, etag, last_modified, checked_at, failure, stamp) values ($1, $2, $3, $4, now(), $5, $6)
     on conflict (origin) do update set
       etag = coalesce(excluded.etag, source_checks.etag), last_modified = coalesce(excluded.last_modified, source_checks.last_modified),
       checked_at = excluded.checked_at, failure = excluded.failure,
       stamp = coalesce(excluded.stamp, source_checks.stamp)`,
    [
      check.origin,
      check.publisher,
      check.validators?.etag ?? null,
      check.validators?.lastModified ?? null,
      check.failure,
      check.stamp ?? null,
    ],
  )
}
