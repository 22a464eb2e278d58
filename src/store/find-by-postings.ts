import type { Queries } from './database.ts'
import type { AskedWords, Found } from './found.ts'
import { greatest } from './greatest.ts'
import { type Posting, type PostingKey, rememberedPostings } from './remember-postings.ts'
import { liveDocuments, type Scope, scopeParameters } from './scope.ts'
import { MOST_READ, weighedByWords } from './scored-by-words.ts'

/** So many of the best passages are looked at for those in the scope. */
const BEST = 2000

/**
 * What `findByText` finds, added up in this process from rows of the index that are kept in it: PGlite takes
 * thirty times as long for it. Null where the scope keeps too few of the best, or the index is being merged: then the
 * database has to add up.
 */
export async function findByPostings(
  queries: Queries,
  { words, meanings }: AskedWords,
  scope: Scope,
  limit: number,
): Promise<Found[] | null> {
  const rows = await queries.query<PostingKey & { factor: number }>(
    `with ${weighedByWords('$1', '$2')} select lexeme, batch, factor from weighed where before < ${MOST_READ} order by before`,
    [words, meanings],
  )
  const postings = await rememberedPostings(queries, rows)
  if (!postings) return null
  const best = bestOf(
    postings,
    rows.map(({ factor }) => factor),
  )
  const found = await inScope(queries, best, scope, limit)
  return found.length < limit && best.length === BEST ? null : found
}

interface Scored {
  id: number
  score: number
}

/** The passages with the greatest sums, best first, those with the lower row before their equals. */
function bestOf(postings: Posting[], factors: number[]): Scored[] {
  const sums = new Float64Array(lastRow(postings) + 1)
  for (const [place, { passageIds, weights }] of postings.entries()) {
    const factor = factors[place] as number
    for (let at = 0; at < passageIds.length; at += 1) {
      const id = passageIds[at] as number
      sums[id] = (sums[id] as number) + (weights[at] as number) * factor
    }
  }
  const scores = new Float32Array(sums)
  return greatest(scores, BEST)
    .map((id) => ({ id, score: scores[id] as number }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.id - b.id)
}

function lastRow(postings: Posting[]): number {
  let last = 0
  for (const { passageIds } of postings)
    for (let at = 0; at < passageIds.length; at += 1) last = Math.max(last, passageIds[at] as number)
  return last
}

/** The first of them that are in force and in scope; the rows come in the order of the array. */
async function inScope(queries: Queries, best: Scored[], scope: Scope, limit: number): Promise<Found[]> {
  const rows = await queries.query<Omit<Found, 'score'> & { place: number }>(
    `select s.id::bigint as "rowId", p.norm_id as "normId", p.document_id as "documentId", n.key as norm, s.place
       from unnest($4::integer[]) with ordinality s (id, place),
            lateral (select p.norm_id, p.document_id from passages p
                      where p.id = s.id and p.validity @> $1::date and (p.document_id in (${liveDocuments})) is true limit 1) p,
            lateral (select n.key from norms n where n.id = p.norm_id limit 1) n
      limit $5`,
    [...scopeParameters(scope), best.map(({ id }) => id), limit],
  )
  return rows.map(({ place, ...found }) => ({ ...found, score: best[place - 1]?.score ?? 0 }))
}
