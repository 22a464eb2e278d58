import type { LawName } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { Document, DocumentKind } from '../law/document.ts'
import type { DocumentHistory } from '../law/library.ts'
import type { Queries } from './database.ts'
import { findNearDuplicates } from './find-near-duplicates.ts'

const documentColumns = `id, kind, rank, territory, title, short_title as "shortTitle", abbreviation, names,
  enacted_on as "enactedOn", url, invented, particulars`

/** Documents that answer, ordered by id, those after `after`. */
export function listDocuments(queries: Queries, page: { after: string | null; limit: number }): Promise<Document[]> {
  return queries.query<Document>(
    `select ${documentColumns} from documents
      where withdrawn_at is null and ($1::text is null or id > $1) order by id limit $2`,
    [page.after, page.limit],
  )
}

/**
 * Every name under which a document that answers is cited. Of several with one name the first is meant on that day:
 * the youngest, but one made later only where no other has the name.
 */
export function listLawNames(queries: Queries, asOf: Day): Promise<LawName[]> {
  return queries.query<LawName>(
    `select id as "documentId", abbreviation, names from documents where withdrawn_at is null
      order by coalesce(enacted_on > $1, false), enacted_on desc nulls last, id`,
    [asOf],
  )
}

/** A document, what is nearly the same, and its versions, oldest first; null where it is unknown or withdrawn. */
export async function findDocumentHistory(queries: Queries, documentId: string): Promise<DocumentHistory | null> {
  const [document] = await queries.query<Document>(
    `select ${documentColumns} from documents where id = $1 and withdrawn_at is null`,
    [documentId],
  )
  if (!document) return null
  const versions = await queries.query<DocumentHistory['versions'][number]>(
    `select greatest(lower(r), d.first_day)::date as "validFrom", upper(r)::date as "validTo", d.day_basis as "validBasis",
            o.source_sha256 as "sourceSha256", o.origin, o.fetched_on as "fetchedOn", v.status,
            (select count(*)::int from version_norms vn join norms n on n.id = vn.norm_id, unnest(n.validity) nr
              where vn.version_id = v.id and greatest(lower(nr), d.first_day) = greatest(lower(r), d.first_day)) as "changedNorms"
       from versions v join documents d on d.id = v.document_id, unnest(v.validity) r, lateral (
              select * from observations where version_id = v.id and day >= greatest(lower(r), d.first_day) order by day limit 1) o
      where v.document_id = $1 order by 1`,
    [documentId],
  )
  return { document, nearDuplicates: await findNearDuplicates(queries, documentId), versions }
}

/** A norm's line in the table of contents of a day. */
export interface NormLine {
  key: string
  norm: string | null
  heading: string | null
  outline: { label: string; title: string | null }[]
  repealed: boolean
  abbreviation: string
  kind: DocumentKind
  invented: boolean
}

/** The norms of a document in force on a day, in the law's order; empty for an unknown document. */
export function listNorms(queries: Queries, documentId: string, asOf: Day): Promise<NormLine[]> {
  return queries.query<NormLine>(
    `select n.key, n.norm, n.heading, vn.outline, n.repealed, d.abbreviation, d.kind, d.invented
       from versions v
       join documents d on d.id = v.document_id and d.withdrawn_at is null
       join version_norms vn on vn.version_id = v.id
       join norms n on n.id = vn.norm_id
      where v.document_id = $1 and v.validity @> $2::date order by vn.ordinal`,
    [documentId, asOf],
  )
}
