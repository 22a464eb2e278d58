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
       select id, lexeme, times * ${K1 + 1} / (times + ${K1} * (${1 - B} + ${B} * length / ${AVERAGE_LENGTH})) as weight
         from counted join lengths using (id)
     )
     insert into postings (lexeme, batch, passage_ids, weights)
     select lexeme, (select nextval('posting_batches')), array_agg(id::integer order by id), array_agg(weight::real order by id)
       from weighted group by lexeme`,
    [passageIds],
  )
}

/**
 * For `with`: `scored (id, score)`, every passage that holds a word of `question` (an SQL expression of type text)
 * with its BM25 score. A word's rarity is taken over all stored passages.
 */
export function scoredByWords(question: string): string {
  return `
    found as materialized (
      select p.lexeme, p.passage_ids, p.weights from postings p
       where p.lexeme in (select lexeme from unnest(to_tsvector('german', fundstelle_fold(${question}))))
    ), rarity as (
      select lexeme, ln(1 + (greatest(stored, max(n) over ()) - n + 0.5) / (n + 0.5)) as idf
        from (select lexeme, sum(cardinality(passage_ids)) as n from found group by lexeme) counted,
             (select reltuples as stored from pg_class where oid = 'passages'::regclass) estimated
    ), scored as (
      select u.id, sum(u.weight * r.idf) as score
        from found f join rarity r using (lexeme), unnest(f.passage_ids, f.weights) as u (id, weight)
       group by u.id
    )`
}
