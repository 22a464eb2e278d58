import type { Day } from '../law/day.ts'
import type { Queries } from './database.ts'
import { liveDocuments, type Scope, scopeParameters } from './scope.ts'

/** A norm by its document and the publisher's name for it, with the Absatz that is meant. */
export interface NamedNorm {
  documentId: string
  norm: string
  paragraph: string | null
}

/** One passage of a named norm as in force on the day: that of the Absatz meant, else its first. */
export interface NamedPassage extends NamedNorm {
  rowId: number
  normId: number
}

/**
 * One passage for each of these norms that is in force and in scope on the day, in no particular order; repealed ones are
 * left out. Where `writtenFor` is given, so is a norm that on that day had another heading: it dealt with something else.
 */
export async function findNamedNorms(
  queries: Queries,
  named: NamedNorm[],
  scope: Scope,
  writtenFor: Day | null = null,
): Promise<NamedPassage[]> {
  if (named.length === 0) return []
  const rows = await queries.query<{ place: number; id: number; norm_id: number }>(
    `select distinct on (a.place) a.place::int, p.id, p.norm_id
       from unnest($4::text[], $5::text[], $6::text[]) with ordinality a (document_id, norm, paragraph, place)
       join norms n on n.document_id = a.document_id and n.key = a.norm and n.validity @> $1::date and not n.repealed
       join passages p on p.norm_id = n.id
      where n.document_id in (${liveDocuments}) and ($7::date is null or not exists (
              select 1 from norms w where w.document_id = n.document_id and w.key = n.key
                 and w.validity @> $7::date and w.heading is distinct from n.heading))
      order by a.place, p.paragraph is not distinct from a.paragraph desc, p.ordinal`,
    [
      ...scopeParameters(scope),
      named.map(({ documentId }) => documentId),
      named.map(({ norm }) => norm),
      named.map(({ paragraph }) => paragraph),
      writtenFor,
    ],
  )
  return rows.flatMap(({ place, id, norm_id: normId }) => {
    const meant = named[place - 1]
    return meant ? [{ ...meant, rowId: id, normId }] : []
  })
}
