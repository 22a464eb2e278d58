import type { Queries } from './database.ts'

/** Those of the words (folded, not stemmed) that stand in the collection as they are: no typing error is mended in them. */
export async function findKnownWords(queries: Queries, words: string[]): Promise<string[]> {
  const rows = await queries.query<{ word: string }>(
    `select word from unnest($1::text[]) with ordinality w (word, place)
      where exists (select 1 from unnest(to_tsvector('german', fundstelle_fold(word))) a join lexemes using (lexeme))
      order by place`,
    [words],
  )
  return rows.map(({ word }) => word)
}
