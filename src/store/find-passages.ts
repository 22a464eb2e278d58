import { toSql } from 'pgvector'
import type { Day } from '../law/day.ts'
import type { Passage } from '../law/passage.ts'
import type { Database, Queries } from './database.ts'
import { scoredByWords } from './postings.ts'
import { isLive, liveDocuments, type Scope, scopeParameters } from './scope.ts'
import { type PassageRow, passageColumns, passageJoins, toPassage } from './passage-row.ts'

/** One way of searching found a passage: its row, its norm as worded that day with the publisher's name for it, and the score of that way. */
export interface Found {
  rowId: number
  normId: number
  documentId: string
  norm: string
  score: number
}

/**
 * German full text by BM25: the words are folded and stemmed as the index is, and joined by OR; `meanings` are the
 * law's words for what the question says in the office's. The scope is checked
 * from the best passage downwards until there are enough, so that every passage counted is in force. Best first.
 */
export async function findByText(
  queries: Queries,
  asked: { words: string; meanings: string },
  scope: Scope,
  limit: number,
): Promise<Found[]> {
  return queries.query<Found>(
    `with ${scoredByWords('$4', '$6')}
     select s.id as "rowId", in_scope.*, s.score from (select id, score from scored order by score desc, id) s,
       lateral (select p.norm_id as "normId", p.document_id as "documentId", n.key as norm
                  from passages p join documents d on d.id = p.document_id join norms n on n.id = p.norm_id
                 where p.id = s.id and p.validity @> $1::date and ${isLive} limit 1) in_scope
      limit $5`,
    [...scopeParameters(scope), asked.words, limit, asked.meanings],
  )
}

/** How many candidates the sign bits leave: of 22,230 passages they hold 0.99 of the exact twenty best (training/README.md). */
const CANDIDATES = 800

/**
 * Nearest vectors by cosine, of passages in force on the day; `score` is the similarity. Best first. A server walks its
 * HNSW index; the embedded database compares sign bits first and computes exact distances of the best of those.
 */
export async function findByVector(
  database: Database,
  index: { id: number; dimension: number },
  vector: Float32Array,
  scope: Scope,
  limit: number,
): Promise<Found[]> {
  const [id, dimension] = [Number(index.id), Number(index.dimension)]
  const asked = `$4::halfvec(${dimension})`
  const distance = `v.embedding::halfvec(${dimension}) <=> ${asked}`
  const inScope = `v.index_id = ${id} and v.validity @> $1::date and v.document_id in (${liveDocuments})`
  const near = `select v.passage_id from passage_vectors v where ${inScope}
                 order by v.bits <~> binary_quantize(${asked}) limit ${CANDIDATES}`
  const from =
    database.kind === 'server'
      ? `passage_vectors v where ${inScope}`
      : `(${near}) near join passage_vectors v on v.index_id = ${id} and v.passage_id = near.passage_id`
  return database.query<Found>(
    `select p.id as "rowId", p.norm_id as "normId", p.document_id as "documentId", n.key as norm,
            1 - best.distance as score from (
       select v.passage_id, ${distance} as distance from ${from} order by ${distance} limit $5) best
       join passages p on p.id = best.passage_id join norms n on n.id = p.norm_id order by best.distance, p.id`,
    [...scopeParameters(scope), toSql(Array.from(vector)), limit],
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
      where p.document_id = $4 and n.norm = any($5) and n.validity @> $1::date and ($6::text is null or p.paragraph = $6)
        and p.document_id in (${liveDocuments})
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
