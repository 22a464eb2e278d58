import { toSql } from 'pgvector'
import type { Database, Queries } from './database.ts'
import type { Found } from './found.ts'
import { nearestBits } from './nearest-bits.ts'
import { rememberedSignBits } from './remember-sign-bits.ts'
import { isLive, isMade, liveDocuments, type Scope, scopeParameters } from './scope.ts'

/** Candidates of the sign bits: 0.999 of the exact first twenty of 22,230 passages (nearest-bits.ts); on a server 0.99 of the first ten of 110,000. */
const CANDIDATES = { embedded: 400, server: 4000 }
/** Passages of the scope that the index is walked for, whatever is asked for: with fewer it misses near ones (docs/scale.md). */
const WALKED = 700
/** A vector reached through the index costs as much as the sign bits of this many. */
const INDEX_COST = 85

/**
 * Nearest vectors by cosine, of passages in force on the day; `score` is the similarity. Best first. The sign bits of all
 * passages the scope keeps are compared, then exact distances of the best of those. Embedded, the bits are kept in this
 * process: reading them through PGlite takes four times as long as all the rest. A server walks its HNSW index
 * where the scope keeps so many that this is cheaper (`isWide`) and it meets enough of them.
 */
export async function findByVector(
  database: Database,
  index: { id: number; dimension: number },
  vector: Float32Array,
  scope: Scope,
  limit: number,
): Promise<Found[]> {
  const candidates = CANDIDATES[database.kind]
  if (database.kind === 'embedded') {
    const near = nearestBits(await rememberedSignBits(database, index, scope), vector, candidates)
    return findNearest(database, nearestAmong(index, near), vector, scope, limit)
  }
  const bySignBits = nearestBySignBits(index, candidates)
  if (!(await isWide(database, scope))) return findNearest(database, bySignBits, vector, scope, limit)
  const found = await findNearest(database, nearestByIndex(index), vector, scope, limit)
  return found.length < limit ? findNearest(database, bySignBits, vector, scope, limit) : found
}

/** `nearest`: SQL of the rows `(passage_id, distance)`. */
export async function findNearest(
  queries: Queries,
  nearest: string,
  vector: Float32Array,
  scope: Scope,
  limit: number,
): Promise<Found[]> {
  return queries.query<Found>(
    `select p.id as "rowId", p.norm_id as "normId", p.document_id as "documentId", n.key as norm, 1 - best.distance as score
       from (select * from (${nearest}) near order by distance + 0 limit $5) best
       join passages p on p.id = best.passage_id join norms n on n.id = p.norm_id
      order by best.distance + 0, p.id`,
    [...scopeParameters(scope), toSql(Array.from(vector)), limit],
  )
}

/**
 * Whether it is cheaper to walk the index until `WALKED` passages of the scope are met, which takes `WALKED * stored / kept`
 * steps, than to look at the sign bits of all it keeps. Estimated from the documents alone, which costs next to nothing.
 */
async function isWide(queries: Queries, scope: Scope): Promise<boolean> {
  const [row] = await queries.query<{ kept: number; stored: number }>(
    `select coalesce(sum(d.passages) filter (where ${isLive} and ${isMade}), 0) as kept, coalesce(sum(d.passages), 0) as stored
       from documents d`,
    scopeParameters(scope),
  )
  return row !== undefined && row.kept ** 2 > INDEX_COST * WALKED * row.stored
}

/** The limit within keeps documents from being joined before the index is walked. Not quite in order: iterated in relaxed order. */
export function nearestByIndex({ id, dimension }: { id: number; dimension: number }): string {
  const distance = distanceOf(dimension)
  return `
    select v.passage_id, ${distance} as distance
      from passage_vectors v, lateral (select from documents d where d.id = v.document_id and ${isLive} limit 1) live
     where v.index_id = ${Number(id)} and v.validity @> $1::date order by ${distance} limit greatest($5, ${WALKED})`
}

/** The first scan reads nothing but the index passage_vectors_by_document, which holds the bits. */
export function nearestBySignBits({ id, dimension }: { id: number; dimension: number }, candidates: number): string {
  return `
    select v.passage_id, ${distanceOf(dimension)} as distance from (
      select v.passage_id from documents d join passage_vectors v on v.document_id = d.id
       where v.index_id = ${Number(id)} and v.validity @> $1::date and ${isLive} and ${isMade}
       order by v.bits <~> binary_quantize($4::halfvec(${Number(dimension)})), v.passage_id limit ${candidates}) near
      join passage_vectors v on v.index_id = ${Number(id)} and v.passage_id = near.passage_id`
}

/**
 * Of passages named by their rows; the scope is checked again, which may have changed since they were chosen. Each is looked
 * up by its row first, whatever the planner thinks of how many documents are live: 60 ms where it thought of one.
 */
function nearestAmong({ id, dimension }: { id: number; dimension: number }, passageIds: number[]): string {
  return `
    with chosen as materialized (
      select v.passage_id, v.document_id, ${distanceOf(dimension)} as distance
        from unnest('{${passageIds.map(Number).join(',')}}'::bigint[]) near (passage_id)
        join passage_vectors v on v.index_id = ${Number(id)} and v.passage_id = near.passage_id
       where v.validity @> $1::date
    )
    select passage_id, distance from chosen where document_id in (${liveDocuments})`
}

function distanceOf(dimension: number): string {
  return `v.embedding::halfvec(${Number(dimension)}) <=> $4::halfvec(${Number(dimension)})`
}
