import type { Queries } from './database.ts'
import type { Found } from './found.ts'
import { liveDocuments, type Scope, scopeParameters } from './scope.ts'

/** A passage of a norm that defines words, with what it says. */
export type Definition = Omit<Found, 'score'> & { text: string }

/** The definitions of these documents as in force on the day: passages of norms whose heading says that they define. */
export function findDefinitions(queries: Queries, documentIds: string[], scope: Scope): Promise<Definition[]> {
  return queries.query<Definition>(
    `select p.id as "rowId", p.norm_id as "normId", p.document_id as "documentId", n.key as norm, p.text
       from norms n join passages p on p.norm_id = n.id
      where n.document_id = any($4::text[]) and n.document_id in (${liveDocuments}) and n.validity @> $1::date
        and not n.repealed and n.heading ~* 'begriffsbestimmung|definition'
      order by p.norm_id, p.ordinal`,
    [...scopeParameters(scope), documentIds],
  )
}

/** The texts of these norms, by their rows. */
export async function findNormTexts(queries: Queries, normIds: number[]): Promise<Map<number, string>> {
  const rows = await queries.query<{ id: number; text: string }>(
    'select id, text from norms where id = any($1::bigint[])',
    [normIds],
  )
  return new Map(rows.map(({ id, text }) => [id, text]))
}
