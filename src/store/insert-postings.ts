import type { Queries } from './database.ts'

/** BM25 (Robertson, Zaragoza 2009): saturation of a word's frequency, and how much a passage's length counts. */
const K1 = 1.2
const B = 0.75
/** Words of an average passage; fixed, so that a weight once written never depends on what came later. */
const AVERAGE_LENGTH = 60
/** A word in the heading counts like this many in the text. */
const HEADING = 2

/** Indexes the words of freshly stored passages (their row ids): one row a lexeme. Runs in the caller's transaction. */
export async function insertPostings(queries: Queries, passageIds: number[]): Promise<void> {
  if (passageIds.length === 0) return
  await queries.query(
    `with words as (
       select p.id, t.lexeme, cardinality(t.positions) as times
         from passages p, unnest(to_tsvector('german', fundstelle_fold(p.text))) t where p.id = any($1::bigint[])
       union all
       select p.id, t.lexeme, ${HEADING} * cardinality(t.positions)
         from passages p, unnest(to_tsvector('german', fundstelle_fold(coalesce(p.heading, '')))) t where p.id = any($1::bigint[])
     ), lengths as (
       select id, sum(times) as length from words group by id
     ), counted as (
       select id, lexeme, sum(times) as times from words group by id, lexeme
     ), weighted as (
       select id, lexeme, times * ${K1 + 1}::float8 / (times + ${K1}::float8 * (${1 - B}::float8 + ${B}::float8 * length / ${AVERAGE_LENGTH})) as weight
         from counted join lengths using (id)
     ), written as (
       insert into postings (lexeme, batch, passage_ids, weights, heaviest)
       select lexeme, (select nextval('posting_batches')), array_agg(id::integer order by id), array_agg(weight::real order by id), max(weight)
         from weighted group by lexeme
     )
     insert into lexemes select distinct lexeme from counted order by lexeme on conflict do nothing`,
    [passageIds],
  )
}
