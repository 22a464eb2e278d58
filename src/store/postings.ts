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
  await queries.query(
    `insert into lexemes
     select distinct t.lexeme from passages p, unnest(to_tsvector('german', fundstelle_fold(concat_ws(' ', p.heading, p.text)))) t
      where p.id = any($1::bigint[]) on conflict do nothing`,
    [passageIds],
  )
}

/** A word this short is not mended: too many others are one letter away. */
const SHORTEST_MENDED = 5
/** How much a word counts that the question does not say but, by the lexicon, means. */
const MEANING = 0.5
/** Share of trigrams a mended word must have in common (pg_trgm's similarity). */
const LEAST_SIMILAR = 0.45

/**
 * For `with`: `scored (id, score)`, every passage that holds a word of `question` (an SQL expression of type text)
 * with its BM25 score; `meanings` (likewise) are further words, which count less. A word that stands nowhere in the collection is taken for the most similar ones that do, which
 * count as much less as they differ. A word's rarity is taken over all stored passages.
 */
export function scoredByWords(question: string, meanings: string): string {
  return `
    asked as (
      select a.lexeme, exists (select 1 from lexemes l where l.lexeme = a.lexeme) as is_known
        from unnest(to_tsvector('german', fundstelle_fold(${question}))) a
    ), meant as (
      select lexeme, 1::real as certainty from asked where is_known
      union all
      select near.lexeme, near.likeness
        from asked a, lateral (
          select l.lexeme, similarity(l.lexeme, a.lexeme) as likeness from lexemes l
           where l.lexeme % a.lexeme and similarity(l.lexeme, a.lexeme) >= ${LEAST_SIMILAR}
           order by likeness desc, l.lexeme limit 2) near
       where not a.is_known and length(a.lexeme) >= ${SHORTEST_MENDED}
      union all
      select lexeme, ${MEANING} from unnest(to_tsvector('german', fundstelle_fold(${meanings})))
    ), found as materialized (
      select p.lexeme, m.certainty, p.passage_ids, p.weights
        from postings p join (select lexeme, max(certainty) as certainty from meant group by lexeme) m using (lexeme)
    ), rarity as (
      select lexeme, ln(1 + (greatest(stored, max(n) over ()) - n + 0.5) / (n + 0.5)) as idf
        from (select lexeme, sum(cardinality(passage_ids)) as n from found group by lexeme) counted,
             (select reltuples as stored from pg_class where oid = 'passages'::regclass) estimated
    ), scored as (
      select u.id, sum(u.weight * r.idf * f.certainty) as score
        from found f join rarity r using (lexeme), unnest(f.passage_ids, f.weights) as u (id, weight)
       group by u.id
    )`
}
