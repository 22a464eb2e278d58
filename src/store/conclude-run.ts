import { type DeletionGuard, guardSentence } from '../law/deletion-guard.ts'
import type { SyncItem, SyncState } from '../law/sync-run.ts'
import type { Database, Queries } from './database.ts'
import { lockRelations } from './derive-relations.ts'
import { findGone } from './find-gone.ts'
import { findUnlisted, type UnlistedDocument } from './find-unlisted.ts'
import { followChangedLives } from './follow-changed-lives.ts'
import { recordRunItems } from './record-run-items.ts'
import { withdrawDocuments } from './withdraw-documents.ts'

interface OpenRun {
  source: string
  publisher: string
  asksPublisher: boolean
  listed: string[] | null
  /** Why there is no list, of a source that has one otherwise. */
  note: string | null
  state: SyncState
}

/**
 * Ends a run whose items are all done, in one transaction: what is no longer listed is withdrawn, or the run stops and
 * asks where that is more than the guard allows; what an earlier run withdrew and is listed again answers again.
 */
export async function concludeRun(database: Database, id: string, guard: DeletionGuard): Promise<void> {
  await database.transaction(async (queries) => {
    // First, as feeding takes it before it notes anything of a run.
    await lockRelations(queries)
    const [run] = await queries.query<OpenRun>(
      'select source, publisher, asks_publisher as "asksPublisher", listed, note, state from sync_runs where id = $1 for update',
      [id],
    )
    if (run?.state !== 'running') return
    const failure = await followSource(queries, id, run, guard)
    await queries.query(
      'update sync_runs set state = $2, failure = $3, ended_at = now(), listed = null where id = $1',
      [id, failure === null ? 'done' : 'stopped', failure],
    )
  })
}

/** Null where all was done; else the German sentence that says why not. */
async function followSource(
  queries: Queries,
  id: string,
  { source, publisher, asksPublisher, listed, note }: OpenRun,
  guard: DeletionGuard,
): Promise<string | null> {
  if (listed !== null) {
    const { missing, of } = await findUnlisted(queries, source, publisher, listed)
    return follow(queries, { id, source, publisher, listed, missing, of }, guard)
  }
  if (!asksPublisher || note !== null) return null
  const gone = await findGone(queries, id, publisher)
  await queries.query('update sync_runs set items = items - $2 where id = $1', [id, gone.missing.length])
  // What it withdraws has to be known as this source's, to come back with it.
  await rememberListed(queries, source, publisher, gone.missing.map(slugOf))
  return follow(queries, { id, source, publisher, ...gone }, guard)
}

interface Findings {
  id: string
  source: string
  publisher: string
  listed: string[]
  missing: UnlistedDocument[]
  of: number
}

async function follow(
  queries: Queries,
  { id, source, publisher, listed, missing, of }: Findings,
  guard: DeletionGuard,
): Promise<string | null> {
  await rememberListed(queries, source, publisher, listed)
  await recordRunItems(queries, id, await returnListed(queries, source))
  const sentence = guardSentence(missing.length, of, guard)
  await recordRunItems(
    queries,
    id,
    missing.map((document) => itemOf(document, sentence === null ? 'withdrawn' : 'kept')),
  )
  if (sentence !== null) return sentence
  await withdrawDocuments(
    queries,
    source,
    missing.map((document) => document.id),
  )
  return null
}

async function rememberListed({ query }: Queries, source: string, publisher: string, listed: string[]): Promise<void> {
  await query(
    `insert into source_documents (source, document_id, listed_at)
     select $1, d.id, now() from documents d join unnest($2::text[]) as slug on d.id = $3 || ':' || slug
     on conflict (source, document_id) do update set listed_at = now()`,
    [source, listed, publisher],
  )
}

/** What a run withdrew, and nobody else since, answers again once it is listed again. */
async function returnListed(queries: Queries, source: string): Promise<SyncItem[]> {
  const back = await queries.query<UnlistedDocument>(
    `with back as (
       update documents d set withdrawn_at = null from source_documents s
        where s.source = $1 and s.listed_at = now() and s.document_id = d.id and d.withdrawn_at = s.withdrawn_at
       returning d.id, d.abbreviation as label
     ), listed as (
       update source_documents set withdrawn_at = null where source = $1 and listed_at = now() and withdrawn_at is not null
     )
     select id, label from back order by id`,
    [source],
  )
  if (back.length > 0)
    await followChangedLives(
      queries,
      back.map(({ id }) => id),
    )
  return back.map((document) => itemOf(document, 'returned'))
}

function itemOf({ id, label }: UnlistedDocument, outcome: 'withdrawn' | 'kept' | 'returned'): SyncItem {
  const reasons = {
    withdrawn: 'Die Quelle führt es nicht mehr.',
    kept: 'Die Quelle führt es nicht mehr; es antwortet weiter, bis jemand zustimmt.',
    returned: 'Die Quelle führt es wieder.',
  }
  return {
    origin: id,
    slug: slugOf({ id }),
    documentId: id,
    label,
    day: null,
    outcome,
    reason: reasons[outcome],
    norms: null,
  }
}

function slugOf({ id }: Pick<UnlistedDocument, 'id'>): string {
  return id.slice(id.indexOf(':') + 1)
}
