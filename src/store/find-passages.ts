import type { Day } from '../law/day.ts'
import type { Passage } from '../law/passage.ts'
import type { Database, Queries } from './database.ts'
import { findByPostings } from './find-by-postings.ts'
import type { AskedWords, Found } from './found.ts'
import { scoredByWords } from './scored-by-words.ts'
import { liveDocuments, type Scope, scopeParameters } from './scope.ts'
import { type PassageRow, passageColumns, passageJoins, toPassage } from './passage-row.ts'

/** So many of the best passages are looked at first; all that hold a word only where the scope keeps too few of those. */
const BEST = 2000

/**
 * German full text by BM25: the words are folded and stemmed as the index is, and joined by OR; `meanings` are the
 * law's words for what the question says in the office's. The scope is checked
 * from the best passage downwards until there are enough, so that every passage counted is in force. Best first. `is true`
 * keeps the documents of the scope a set that each passage is looked up in: joined, they were read anew for each.
 */
export async function findByText(database: Database, asked: AskedWords, scope: Scope, limit: number): Promise<Found[]> {
  const added = database.kind === 'embedded' ? await findByPostings(database, asked, scope, limit) : null
  if (added) return added
  const found = await findAmongBest(database, asked, scope, limit, BEST)
  return found.length < limit ? findAmongBest(database, asked, scope, limit, null) : found
}

/** The same, all of it by the database. */
export function findAmongBest(
  queries: Queries,
  asked: AskedWords,
  scope: Scope,
  limit: number,
  best: number | null,
): Promise<Found[]> {
  return queries.query<Found>(
    `with ${scoredByWords('$4', '$6', '$7')}
     select s.id as "rowId", p.norm_id as "normId", p.document_id as "documentId", n.key as norm, s.score
       from (select id, score from scored order by score desc, id) s,
            lateral (select p.norm_id, p.document_id from passages p
                      where p.id = s.id and p.validity @> $1::date and (p.document_id in (${liveDocuments})) is true limit 1) p,
            lateral (select n.key from norms n where n.id = p.norm_id limit 1) n
      limit $5`,
    [...scopeParameters(scope), asked.words, limit, asked.meanings, best],
  )
}

/** Passages of one norm as in force on the day, in the order of the text. */
export async function findByNorm(
  queries: Queries,
  documentId: string,
  norms: string[],
  paragraph: string | null,
  scope: Scope,
): Promise<Found[]> {
  const rows = await queries.query<Omit<Found, 'score'>>(
    `select p.id as "rowId", p.norm_id as "normId", p.document_id as "documentId", n.key as norm from passages p join norms n on n.id = p.norm_id
      where n.document_id = $4 and n.norm = any($5) and n.validity @> $1::date and ($6::text is null or p.paragraph = $6)
        and n.document_id in (${liveDocuments})
      order by array_position($5, n.norm), p.norm_id, p.ordinal`,
    [...scopeParameters(scope), documentId, norms, paragraph],
  )
  return rows.map((row, place) => ({ ...row, score: 1 / (place + 1) }))
}

/** Whole passages by their rows, in no particular order; rows not in force on the day are left out. */
export async function loadPassages(queries: Queries, rowIds: number[], asOf: Day): Promise<Map<number, Passage>> {
  const rows = await queries.query<PassageRow>(
    `select ${passageColumns} from passages p ${passageJoins} where p.id = any($2::bigint[])`,
    [asOf, rowIds],
  )
  return new Map(rows.map((row) => [row.row_id, toPassage(row)]))
}
