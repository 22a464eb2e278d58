import type { Queries } from './database.ts'

/** A norm refers to another: its row, the law as written (null: its own), the norm and Absatz it names. */
export interface NormReference {
  normId: number
  documentId: string
  law: string | null
  norm: string
  paragraph: string | null
}

/** Every norm that the words of these norms refer to, each once per norm and Absatz named. `offset 0`: joined, all references are read for long norms. */
export function findReferencesOf(queries: Queries, normIds: number[]): Promise<NormReference[]> {
  return queries.query<NormReference>(
    `select distinct p.norm_id as "normId", p.document_id as "documentId", e.target_law as law, e.target_norm as norm,
            e.target_paragraph as paragraph
       from passages p, lateral (select * from edges where passage_id = p.id and target_norm is not null offset 0) e
      where p.norm_id = any($1::bigint[])
      order by 1, 4, 5`,
    [normIds],
  )
}
