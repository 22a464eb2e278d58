import type { Day } from '../law/day.ts'
import type { Relation } from '../law/particulars.ts'
import type { Queries } from './database.ts'

/** A stored document that a relation can mean. `ordinal`: place of the relation in the list asked about, from 0. */
export interface MeantDocument {
  ordinal: number
  documentId: string
  abbreviation: string
  territory: string
  firstDay: Day
}

/** Whom relations of a text that is not published yet would mean, by the rules that derive-relations.ts goes by. */
export function findMeantDocuments(
  queries: Queries,
  relations: Relation[],
  own: { documentId: string; territory: string },
): Promise<MeantDocument[]> {
  const rows = relations.map(({ fileNumber, issuedOn, documentId }, ordinal) => ({
    ordinal,
    file_number: fileNumber,
    issued_on: issuedOn,
    named: documentId,
  }))
  return queries.query<MeantDocument>(
    `select r.ordinal, d.id as "documentId", d.abbreviation, d.territory, d.first_day as "firstDay"
       from jsonb_to_recordset($1) as r(ordinal int, file_number text, issued_on date, named text)
       join documents d on d.withdrawn_at is null and d.duplicate_of is null and d.kind in ('decree', 'paper') and d.id <> $2
        and case when r.named is not null then d.id = r.named
                 else d.issued_on = r.issued_on and fundstelle_file_key(r.file_number) = any(d.file_keys)
                      and starts_with(d.territory, $3) end
      order by r.ordinal, d.id`,
    [JSON.stringify(rows), own.documentId, own.territory],
  )
}
