import { numbersOf } from '../law/references/range-of.ts'
import { findImplementedNorms } from '../law/references/find-implemented-norms.ts'
import { bandsOf } from '../text/min-hash.ts'
import type { Database, Queries } from './database.ts'
import { derivePeriods } from './derive-periods.ts'
import { deriveLives, lockRelations } from './derive-relations.ts'
import type { DocumentText } from '../law/document-text.ts'
import { shareVectors } from './lock-vectors.ts'
import type { PreparedVersion } from './prepared-version.ts'

/** Thrown when a day already has another text of the same law: which of the two was in force cannot be known. */
export class DayTakenError extends Error {
  constructor(documentId: string, day: string) {
    super(
      `Für ${documentId} liegt zum ${day} bereits ein anderer Text vor. ` +
        'Geben Sie mit --as-of einen anderen Tag an, oder lesen Sie den Text morgen noch einmal ein.',
    )
    this.name = 'DayTakenError'
  }
}

/**
 * Makes a staged version the document's text as observed on its day, in one short transaction: records it, and
 * derives anew on which days each version, norm and passage of the document was in force. Because validity is
 * derived from all observations, the order in which they arrive does not matter. `also` is done in the same transaction.
 */
export async function publishVersion(
  database: Database,
  prepared: PreparedVersion,
  also: (queries: Queries) => Promise<void> = async () => {},
): Promise<void> {
  const { id } = prepared.text.document
  await database.transaction(async (queries) => {
    await shareVectors(queries)
    await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [id])
    const versionId = await recordVersion(queries, prepared)
    await recordObservation(queries, id, versionId, prepared.observation)
    await deriveHistory(queries, id)
    await also(queries)
  })
}

/** Records that a stored version was seen again on a further day; its periods are derived anew. */
export async function publishKnownVersion(
  database: Database,
  documentId: string,
  versionId: number,
  observation: PreparedVersion['observation'],
): Promise<void> {
  await database.transaction(async (queries) => {
    await shareVectors(queries)
    await queries.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [documentId])
    await recordObservation(queries, documentId, versionId, observation)
    await deriveHistory(queries, documentId)
  })
}

async function recordVersion(
  queries: Queries,
  { text, contentSha256, norms, signature }: PreparedVersion,
): Promise<number> {
  const documentId = text.document.id
  const inserted = await queries.query<{ id: number }>(
    `insert into versions (document_id, content_sha256, document, status, footnotes, signature, bands)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing returning id`,
    [
      documentId,
      contentSha256,
      JSON.stringify(text.document),
      JSON.stringify(text.status),
      JSON.stringify(text.footnotes),
      signature && [...new Int32Array(signature.buffer)],
      signature && bandsOf(signature),
    ],
  )
  if (!inserted[0]) return findVersion(queries, documentId, contentSha256)
  const rows = norms.map(({ norm, contentSha256: content }, ordinal) => ({
    ordinal,
    key: norm.key,
    content,
    outline: norm.outline,
    footnotes: norm.footnotes,
    attachments: norm.attachments,
    pages: norm.pages ?? [],
  }))
  await recordImplementedNorms(queries, inserted[0].id, text)
  await queries.query(
    `insert into version_norms (version_id, ordinal, norm_id, outline, footnotes, attachments, pages)
     select $1, r.ordinal, n.id, r.outline, r.footnotes, r.attachments, r.pages
       from jsonb_to_recordset($3) as r(
              ordinal int, key text, content text, outline jsonb, footnotes jsonb, attachments jsonb, pages jsonb)
       join norms n on n.document_id = $2 and n.key = r.key and n.content_sha256 = r.content`,
    [inserted[0].id, documentId, JSON.stringify(rows)],
  )
  return inserted[0].id
}

async function recordImplementedNorms(queries: Queries, versionId: number, text: DocumentText): Promise<void> {
  const rows = findImplementedNorms(text).map((implemented, ordinal) => {
    const { section, laws, norm, to, following } = implemented
    const reach = numbersOf(implemented)
    const numbers = reach && `[${reach.join()}]`
    return { ordinal, section_key: section, laws, norm, range_end: to ?? null, following: following ?? null, numbers }
  })
  if (rows.length === 0) return
  await queries.query(
    `insert into implemented_norms (version_id, ordinal, section_key, laws, norm, range_end, following, numbers)
     select $1, r.* from jsonb_to_recordset($2) as r(
       ordinal int, section_key text, laws text[], norm text, range_end text, following text, numbers int4range)`,
    [versionId, JSON.stringify(rows)],
  )
}

async function findVersion(queries: Queries, documentId: string, contentSha256: string): Promise<number> {
  const [row] = await queries.query<{ id: number }>(
    'select id from versions where document_id = $1 and content_sha256 = $2',
    [documentId, contentSha256],
  )
  if (!row) throw new Error(`version ${contentSha256} of ${documentId} vanished`)
  return row.id
}

async function recordObservation(
  queries: Queries,
  documentId: string,
  versionId: number,
  { day, sourceSha256, origin, fetchedOn, basis = 'observed', rereads = false }: PreparedVersion['observation'],
): Promise<void> {
  if (basis === 'official' || rereads) await setAside(queries, documentId, versionId, day)
  if (rereads) await setAsideReadings(queries, documentId, versionId, sourceSha256, basis === 'official' ? day : null)
  await queries.query(
    `insert into observations (document_id, day, version_id, source_sha256, origin, fetched_on, basis)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [documentId, day, versionId, sourceSha256, origin, fetchedOn, basis],
  )
  const [row] = await queries.query<{ version_id: number }>(
    'select version_id from observations where document_id = $1 and day = $2',
    [documentId, day],
  )
  if (row?.version_id !== versionId) throw new DayTakenError(documentId, day)
}

/**
 * The same bytes were read otherwise before: with another header, which staff corrected since, or by an older Fundstelle.
 * Days on which they were seen stay, with the text as it is read now, unless the text states its day (`stated`); days that
 * earlier readings stated do not.
 */
async function setAsideReadings(
  { query }: Queries,
  documentId: string,
  versionId: number,
  sourceSha256: string,
  stated: string | null,
): Promise<void> {
  const wrong = `document_id = $1 and source_sha256 = $2
     and (version_id <> $3 or case when $4::date is null then basis = 'official' else day <> $4::date end)`
  const facts = [documentId, sourceSha256, versionId, stated]
  await query(
    `insert into corrected_observations (document_id, day, version_id, source_sha256, origin, fetched_on, basis)
     select document_id, day, version_id, source_sha256, origin, fetched_on, basis from observations where ${wrong}`,
    facts,
  )
  await query(`delete from observations where ${wrong} and ($4::date is not null or basis = 'official')`, facts)
  await query(`update observations set version_id = $3 where ${wrong}`, facts)
}

/** A text that states its day and comes again in other words was corrected: the one before no longer counts, but is kept. */
async function setAside(queries: Queries, documentId: string, versionId: number, day: string): Promise<void> {
  await queries.query(
    `with gone as (
       delete from observations where document_id = $1 and day = $2 and version_id <> $3 returning *
     )
     insert into corrected_observations (document_id, day, version_id, source_sha256, origin, fetched_on, basis)
     select document_id, day, version_id, source_sha256, origin, fetched_on, basis from gone`,
    [documentId, day, versionId],
  )
}

/**
 * The document's own row from its newest text; what it does to others and they to it; and the periods that follow from
 * that and from its observations, of it and of whatever ends or goes on because of it.
 */
async function deriveHistory(queries: Queries, documentId: string): Promise<void> {
  await lockRelations(queries)
  await queries.query(documentRow, [documentId])
  const withdrawn = await queries.query<{ id: string }>(withdrawInvented)
  const ended = await deriveLives(queries, [documentId, ...withdrawn.map(({ id }) => id)])
  for (const id of new Set([documentId, ...ended])) await derivePeriods(queries, id)
  await queries.query('update corpus_state set revision = revision + 1, changed_at = now()')
}

/** The document's facts are those of its newest text. */
const documentRow = `
  insert into documents (id, kind, rank, territory, title, short_title, abbreviation, names, enacted_on, first_day, url, invented, particulars, day_basis, issued_on, file_keys, signature, bands)
  select $1, d ->> 'kind', d ->> 'rank', d ->> 'territory', d ->> 'title', d ->> 'shortTitle', d ->> 'abbreviation',
         array(select jsonb_array_elements_text(d -> 'names')), (d ->> 'enactedOn')::date,
         (select min(day) from observations where document_id = $1), d ->> 'url', (d ->> 'invented')::boolean, d -> 'particulars', basis,
         (d #>> '{particulars,issuedOn}')::date,
         array(select fundstelle_file_key(number) from jsonb_array_elements_text(d #> '{particulars,fileNumbers}') number),
         signature, coalesce(bands, '{}')
    from (select v.document as d, o.basis, v.signature, v.bands from observations o join versions v on v.id = o.version_id
           where o.document_id = $1 order by o.day desc limit 1) newest
  on conflict (id) do update set
    kind = excluded.kind, rank = excluded.rank, territory = excluded.territory, title = excluded.title,
    short_title = excluded.short_title, abbreviation = excluded.abbreviation, names = excluded.names,
    enacted_on = excluded.enacted_on, first_day = excluded.first_day, url = excluded.url, invented = excluded.invented,
    particulars = excluded.particulars, day_basis = excluded.day_basis, issued_on = excluded.issued_on, file_keys = excluded.file_keys,
    signature = excluded.signature, bands = excluded.bands`

/** Invented law answers only as long as there is no real one: the two must never stand in one answer. */
const withdrawInvented = `
  update documents set withdrawn_at = now()
   where invented and withdrawn_at is null and exists (select 1 from documents where not invented and withdrawn_at is null)
   returning id`
