import type { Day } from '../../../src/law/day.ts'
import type { Queries } from '../../../src/store/database.ts'

/** A norm of a law's text, in the order of the law. */
export interface NormOfLaw {
  documentId: string
  norm: string
  heading: string | null
  text: string
}

/** Every norm of every law that answers, as worded on the day, law by law. */
export function findLawTexts(queries: Queries, asOf: Day): Promise<NormOfLaw[]> {
  return queries.query<NormOfLaw>(
    `select v.document_id as "documentId", coalesce(n.norm, n.key) as norm, n.heading, n.text
       from versions v join documents d on d.id = v.document_id and d.withdrawn_at is null
       join version_norms vn on vn.version_id = v.id join norms n on n.id = vn.norm_id
      where v.validity @> $1::date
      order by v.document_id, vn.ordinal`,
    [asOf],
  )
}
