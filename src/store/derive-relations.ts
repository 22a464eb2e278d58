import type { Queries } from './database.ts'
import { deriveDuplicates } from './derive-duplicates.ts'

/**
 * One feed or withdrawal at a time derives what documents do to each other: two that mean one another would each
 * miss the other, which is not committed yet. Held to the end of the transaction.
 */
export async function lockRelations({ query }: Queries): Promise<void> {
  await query(`select pg_advisory_xact_lock(hashtextextended('relations', 0))`)
}

/**
 * Derives anew which of these documents answer and until when, after they came, changed, went or came back: what is the
 * same text once more first, since only the one that answers can be meant by others. Returns the ids of those whose end is
 * another now; their periods have to be derived anew. To be called under `lockRelations`.
 */
export async function deriveLives(queries: Queries, documentIds: string[]): Promise<string[]> {
  const doubled = await deriveDuplicates(queries, documentIds)
  return deriveRelations(queries, [...new Set([...documentIds, ...doubled])])
}

/**
 * Derives anew what these documents do to others and what is done to them, after they came, changed, went or came
 * back: whom each relation means, and on which day each document they touch ends. As all is derived from headers and first days, the order
 * of feeding cannot matter.
 */
async function deriveRelations(queries: Queries, documentIds: string[]): Promise<string[]> {
  const before = await queries.query<{ id: string }>(writeRelations, [documentIds])
  const touched = await queries.query<{ id: string }>(findCandidates, [documentIds])
  const affected = [...new Set([...documentIds, ...[...before, ...touched].map(({ id }) => id)])]
  const ended = await queries.query<{ id: string }>(deriveEnds, [affected])
  return ended.map(({ id }) => id)
}

/** The relations of these documents as their headers have them. Returns those that were meant before. */
const writeRelations = `
  with stated as (
    select d.id as from_document, r.ordinal, s.kind, s.text, s."fileNumber" as file_number,
           fundstelle_file_key(s."fileNumber") as file_key, s."issuedOn" as issued_on, s."documentId" as named_document
      from documents d, jsonb_array_elements(d.particulars -> 'relations') with ordinality r(relation, ordinal),
           jsonb_to_record(r.relation) as s(kind text, text text, "fileNumber" text, "issuedOn" date, "documentId" text)
     where d.id = any($1) and s.kind <> 'implements'
  ), gone as (
    delete from relations r where r.from_document = any($1)
       and not exists (select 1 from stated s where s.from_document = r.from_document and s.ordinal = r.ordinal)
    returning candidates
  ), written as (
    insert into relations (from_document, ordinal, kind, text, file_number, file_key, issued_on, named_document)
    select * from stated
    on conflict (from_document, ordinal) do update set kind = excluded.kind, text = excluded.text,
      file_number = excluded.file_number, file_key = excluded.file_key, issued_on = excluded.issued_on,
      named_document = excluded.named_document
  )
  select distinct unnest(candidates) as id from gone`

/**
 * Whom relations mean, of these documents and of all that may mean them: the document somebody named, or every decree or
 * paper of that Aktenzeichen and day in the territory of the one that speaks. Returns all that are or were meant.
 */
const findCandidates = `
  with touched as (
    select from_document, ordinal from relations where from_document = any($1)
    union select from_document, ordinal from relations where named_document = any($1)
    union select from_document, ordinal from relations where candidates && $1
    union select r.from_document, r.ordinal from documents d, unnest(d.file_keys) key
            join relations r on r.file_key = key where d.id = any($1) and r.issued_on = d.issued_on
  ), meant as (
    select r.from_document, r.ordinal, r.candidates as before, array(
             select d.id from documents d
              where d.withdrawn_at is null and d.duplicate_of is null and d.kind in ('decree', 'paper') and d.id <> r.from_document
                and case when r.named_document is not null then d.id = r.named_document
                         else d.issued_on = r.issued_on and r.file_key = any(d.file_keys) and starts_with(d.territory, f.territory) end
              order by d.id) as now
      from touched join relations r using (from_document, ordinal) join documents f on f.id = r.from_document
  ), written as (
    update relations r set candidates = m.now from meant m
     where r.from_document = m.from_document and r.ordinal = m.ordinal and r.candidates <> m.now
  )
  select distinct id from meant, unnest(before || now) id`

/**
 * The first day after its own last one, or that of the first other that takes its place, whichever is earlier. Materialized:
 * it is used twice, and would be planned twice, which takes longer than finding it.
 */
const deriveEnds = `
  with ends as materialized (
    select d.id, least(
             case when valid_until >= d.first_day then valid_until + 1 end,
             (select min(r.begins_on) from relations t join known_relations r using (from_document, ordinal)
               where t.candidates @> array[d.id] and r.kind in ('replaces', 'repeals') and r.problem is null)) as ends_on
      from documents d, lateral (select (d.particulars ->> 'validUntil')::date as valid_until) own
     where d.id = any($1)
  )
  update documents d set ends_on = e.ends_on from ends e
   where d.id = e.id and d.ends_on is distinct from e.ends_on returning d.id`
