import type { Queries } from './database.ts'

/** Least likeness of two readings of one text; two decrees made from one template are less alike (docs/quality.md). */
export const sameText = 0.85

/**
 * Which of these documents, and of all that are like them, another answers for, after they came, changed, went or came
 * back. Returns the ids of those for which that is another now. Derived from what is stored, so that the order of
 * feeding cannot matter. To be called under `lockRelations`.
 */
export async function deriveDuplicates(queries: Queries, documentIds: string[]): Promise<string[]> {
  const changed = await queries.query<{ id: string }>(deriveOriginals, [documentIds, sameText])
  return changed.map(({ id }) => id)
}

/**
 * May document `o` be document `d` once more: of one territory and kind, and neither its day nor its Aktenzeichen says
 * otherwise. A text issued again on another day is a decree of its own.
 */
export const maySay = `o.id <> d.id and o.bands && d.bands and o.withdrawn_at is null and o.territory = d.territory
  and (o.kind = 'ruling') = (d.kind = 'ruling')
  and (o.issued_on = d.issued_on or o.issued_on is null or d.issued_on is null)
  and (o.file_keys && d.file_keys or o.file_keys = '{}' or d.file_keys = '{}')`

/** Which of two readings answers: the one that says more of itself, then the older, then a publisher's before the office's. */
const orderOf = (alias: string) =>
  `(${alias}.issued_on is null, ${alias}.file_keys = '{}', ${alias}.first_day, starts_with(${alias}.id, 'office:'), ${alias}.id collate "C")`

/** Materialized: it is used twice, and would be planned and compared twice. */
const deriveOriginals = `
  with touched as (
    select id from documents where id = any($1)
    union select o.id from documents d join documents o on o.bands && d.bands where d.id = any($1)
    union select id from documents where duplicate_of = any($1)
  ), judged as materialized (
    select d.id, (
             select o.id from documents o
              where ${maySay} and ${orderOf('o')} < ${orderOf('d')} and fundstelle_alike(o.signature, d.signature) >= $2
              order by ${orderOf('o')} limit 1) as original
      from touched join documents d using (id)
  )
  update documents d set duplicate_of = j.original from judged j
   where d.id = j.id and d.duplicate_of is distinct from j.original returning d.id`
