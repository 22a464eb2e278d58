import type { KnownRuling } from '../law/known-ruling.ts'
import type { Queries } from './database.ts'

/**
 * Decisions by Aktenzeichen or ECLI, however written (`1 C 12.12`, `1 C 12/12`); of one number several, where several courts
 * have it. The `.A` of asylum matters may be left out. Withdrawn ones are marked, so that they are not called unknown;
 * of one that two publishers have, only the one that answers is given.
 */
export function findRulings(queries: Queries, numbers: string[]): Promise<KnownRuling[]> {
  if (numbers.length === 0) return Promise.resolve([])
  return queries.query<KnownRuling>(
    `select a.number as "caseNumber", d.id as "documentId", d.particulars ->> 'issuer' as court,
            (d.particulars ->> 'issuedOn')::date as "decidedOn", d.withdrawn_at is not null as withdrawn,
            (select max(p.paragraph::int) from norms n join passages p on p.norm_id = n.id
              where n.document_id = d.id and p.paragraph ~ '^[0-9]{1,6}$') as "lastRandnummer"
       from unnest($1::text[]) a (number)
       join documents d on d.kind = 'ruling' and fundstelle_case_numbers(d.names) &&
            fundstelle_case_numbers(array[a.number, a.number || '.A', regexp_replace(a.number, '[.]A$', '')])
      where d.duplicate_of is null
      order by a.number, d.id`,
    [[...new Set(numbers)]],
  )
}
