/** A word this short is not mended: too many others are one letter away. */
const SHORTEST_MENDED = 5
/** How much a word counts that the question does not say but, by the lexicon, means. */
const MEANING = 0.5
/** Share of trigrams a mended word must have in common (pg_trgm's similarity). */
export const LEAST_SIMILAR = 0.45
/** Entries read for a question: of the heaviest rows first. */
export const MOST_READ = 400_000
/** Entries that make candidates: more than the words of any development question have together in 27,300 passages (44,553). */
const OPENING = 50_000

/**
 * For `with`: `scored (id, score)`, the best passages that hold a word of `question` with their BM25 scores, `best` of
 * them at most; `meanings` are further words, which count less. All three are SQL expressions, the last a number or null.
 * A word that stands nowhere in the collection is taken for the most similar ones that do, which count as much less as
 * they differ. A word's rarity is taken over all stored passages.
 *
 * Rows are read in the order of what their heaviest entry can add to a score: rare words wholly, of frequent ones in a
 * large collection those passages first that say most about them. The first entries make the candidates; of further ones
 * only what belongs to a candidate is added up (how close that comes to reading all of them: docs/scale.md). `is true` keeps the
 * planner from a join in which it hashes the entries instead of the candidates.
 */
export function scoredByWords(question: string, meanings: string, best: string): string {
  return `${weighedByWords(question, meanings)}, candidates as materialized (
      select id, sum(weight * factor) as score
        from (select unnest(passage_ids) as id, unnest(weights) as weight, factor from weighed where before < ${OPENING}) u
       group by id order by score desc, id limit ${best}
    ), further as (
      select id, sum(weight * factor) as score
        from (select unnest(passage_ids) as id, unnest(weights) as weight, factor from weighed
               where before >= ${OPENING} and before < ${MOST_READ}) u
       where (id in (select id from candidates)) is true group by id
    ), scored as (
      select id, (candidates.score + coalesce(further.score, 0))::real as score from candidates left join further using (id)
    )`
}

/**
 * For `with`: `weighed (lexeme, batch, entries, factor, passage_ids, weights, before)`, the rows of the index that hold
 * words of a question or its meanings; a row's weights times its factor are what it adds, `before` counts the entries of the rows that
 * can add more.
 */
export function weighedByWords(question: string, meanings: string): string {
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
      select p.lexeme, p.batch, m.certainty, p.entries, p.heaviest, p.passage_ids, p.weights
        from postings p join (select lexeme, max(certainty) as certainty from meant group by lexeme) m using (lexeme)
    ), rarity as (
      select lexeme, ln(1 + (greatest(stored, max(n) over ()) - n + 0.5) / (n + 0.5)) as idf
        from (select lexeme, sum(entries) as n from found group by lexeme) counted,
             (select reltuples as stored from pg_class where oid = 'passages'::regclass) estimated
    ), weighed as (
      select f.lexeme, f.batch, f.entries, r.idf * f.certainty as factor, f.passage_ids, f.weights,
             sum(f.entries) over (order by f.heaviest * r.idf * f.certainty desc, f.lexeme, f.batch) - f.entries as before
        from found f join rarity r using (lexeme)
    )`
}
