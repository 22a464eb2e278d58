import type { Database, Queries } from './database.ts'

/** Entries of a tier: so many that a row is worth reading, so few that the lightest entries need not be. */
const TIER = 4096
/** Staged rows are merged among themselves until they hold this share of a lexeme's entries; then its tiers are made anew. */
const SHARE = 1 / 8
/** Lexemes of one transaction. */
const LEXEMES = 2000
/** One compaction at a time on a server: any fixed number of ours. */
const COMPACTION_LOCK = 7_041_951

/**
 * Merges the rows that staging left behind for each lexeme into tiers of entries ordered by weight, so that a search reads
 * few rows, and of frequent words the heaviest first. Adds and loses no entry: what is found stays the same. In short
 * transactions, of which each can be the last; what is staged meanwhile is left for the next time.
 */
export async function compactPostings(database: Database): Promise<void> {
  for (let after: string | null = ''; after !== null;) {
    after = await database.transaction((queries) => compactAfter(queries, after as string))
  }
}

/** Merges the next lexemes in their order; returns the last of them, null where there was none left. */
async function compactAfter(queries: Queries, after: string): Promise<string | null> {
  await queries.query('select pg_advisory_xact_lock($1)', [COMPACTION_LOCK])
  const [row] = await queries.query<{ last: string | null }>(
    `with next as materialized (
       select distinct lexeme from postings where tier is null and lexeme > $1 order by lexeme limit ${LEXEMES}
     ), judged as materialized (
       select lexeme, count(*) filter (where tier is null) as staged,
              sum(entries) filter (where tier is null) >= ${SHARE} * sum(entries) or sum(entries) <= ${TIER} as anew
         from next join postings using (lexeme) group by lexeme
     ), gone as (
       delete from postings p using judged j where p.lexeme = j.lexeme and (j.anew or (p.tier is null and j.staged > 1))
       returning p.lexeme, j.anew, p.passage_ids, p.weights
     ), ranked as (
       select lexeme, anew, id, weight, row_number() over (partition by lexeme order by weight desc, id) - 1 as place
         from gone, unnest(passage_ids, weights) u (id, weight)
     ), written as (
       insert into postings (lexeme, batch, tier, passage_ids, weights, heaviest)
       select lexeme, nextval('posting_batches'), tier, passage_ids, weights, weights[1] from (
         select lexeme, case when anew then place / ${TIER} end as tier,
                array_agg(id order by place) as passage_ids, array_agg(weight order by place) as weights
           from ranked group by lexeme, 2) merged
     )
     select max(lexeme) as last from next`,
    [after],
  )
  return row?.last ?? null
}
