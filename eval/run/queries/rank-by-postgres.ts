import type { Database } from '../../../src/store/database.ts'
import { liveDocuments, type Scope, scopeParameters } from '../../../src/store/scope.ts'

const PASSAGES = 200

/** What a question asks PostgreSQL's own full text for. */
export interface TextQuestion {
  /** Joined by OR. */
  words: string[]
  scope: Scope
}

/**
 * Passages (rows, best first) by PostgreSQL's own full text: `ts_rank` over folded German text, heading included. One
 * transaction, because a temporary table lives on one connection.
 */
export function rankByPostgres(database: Database, questions: TextQuestion[]): Promise<{ rowId: number }[][]> {
  return database.transaction(async (queries) => {
    await queries.query(
      `create temporary table full_text on commit drop as
       select p.id, p.document_id, p.validity, to_tsvector('german', fundstelle_fold(concat_ws(' ', p.heading, p.text))) as words
         from passages p`,
    )
    const rankings: { rowId: number }[][] = []
    for (const { words, scope } of questions)
      rankings.push(
        await queries.query<{ rowId: number }>(
          `select t.id as "rowId" from full_text t,
                  cast(replace(plainto_tsquery('german', fundstelle_fold($4))::text, '&', '|') as tsquery) query
            where t.validity @> $1::date and t.document_id in (${liveDocuments}) and t.words @@ query
            order by ts_rank(t.words, query) desc, t.id limit ${PASSAGES}`,
          [...scopeParameters(scope), words.join(' ')],
        ),
      )
    return rankings
  })
}
