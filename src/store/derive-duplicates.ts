import { courtNames } from '../law/courts.ts'
import type { Queries } from './database.ts'

/** Least likeness of two readings of one text; two decrees made from one template are less alike (docs/quality.md). */
export const sameText = 0.85

/**
 * Least likeness of one decision as two publishers have it. Two decisions of one day in one matter, on costs and on the
 * matter itself, share hardly a sentence; one of which a publisher left out parts shares most of what is there.
 */
const sameCase = 0.25

/** One name of each court, for `isSameCase`. */
export const courtsParameter = JSON.stringify(courtNames)

/**
 * Which of these documents, and of all that are the same, another answers for, after they came, changed, went or came
 * back. Returns the ids of those for which that is another now. Derived from what is stored, so that the order of
 * feeding cannot matter. To be called under `lockRelations`.
 */
export async function deriveDuplicates(queries: Queries, documentIds: string[]): Promise<string[]> {
  const changed = await queries.query<{ id: string }>(deriveOriginals, [documentIds, sameText, courtsParameter])
  return changed.map(({ id }) => id)
}

/**
 * How alike documents `o` and `d` must be to be one, as SQL: one day and one Aktenzeichen leave room for the frame of a
 * mail that forwards the text, or for what OCR misread.
 */
export const leastAlike = (usual: string) =>
  `case when o.issued_on = d.issued_on and o.file_keys && d.file_keys then 0.7 else ${usual} end`

/** Documents `o` that may be alike to document `d`; named like the index, so that it is used. */
export const sharesBand = `o.bands <> '{}' and o.bands && d.bands and o.id <> d.id`

/** Are documents `o` and `d` one decision? Of whatever words: two publishers write its parts differently. */
export const isSameRuling = `o.kind = 'ruling' and d.kind = 'ruling' and upper(o.particulars ->> 'ecli') = upper(d.particulars ->> 'ecli') and o.id <> d.id`

const kindOf = (alias: string) =>
  `substring(lower(${alias}.particulars ->> 'kindName') from 'urteil|beschl|bescheid|verfügung')`

/**
 * Are documents `o` and `d` one decision of two publishers, of which not both know the ECLI? One court, Aktenzeichen, day
 * and kind, and alike in part. `courts` is the parameter that holds `courtsParameter`; named like the index, so that it is used.
 */
export const isSameCase = (courts: string) => {
  const court = (alias: string) => {
    const issuer = `${alias}.particulars ->> 'issuer'`
    return `coalesce(${courts}::jsonb ->> (${issuer}), ${issuer})`
  }
  return `o.kind = 'ruling' and d.kind = 'ruling' and fundstelle_case_numbers(o.names) && fundstelle_case_numbers(d.names)
    and o.id <> d.id and o.issued_on = d.issued_on and ${court('o')} = ${court('d')}
    and (o.particulars ->> 'ecli' is null or d.particulars ->> 'ecli' is null)
    and split_part(o.id, ':', 1) <> split_part(d.id, ':', 1)
    and coalesce(${kindOf('o')} = ${kindOf('d')}, true)
    and fundstelle_alike(o.signature, d.signature) >= ${sameCase}`
}

/**
 * May documents `o` and `d` be one: of one territory and kind, and neither its day nor its Aktenzeichen says
 * otherwise. A text issued again on another day is a decree of its own.
 */
const mayBeOne = `o.territory = d.territory
  and (o.kind = 'ruling') = (d.kind = 'ruling')
  and (o.issued_on = d.issued_on or o.issued_on is null or d.issued_on is null)
  and (o.file_keys && d.file_keys or o.file_keys = '{}' or d.file_keys = '{}')`

/** May document `o` answer for document `d`? */
export const maySay = `o.withdrawn_at is null and ${mayBeOne}`

/**
 * Read alike, and may be one. Documents of one template share bands by the hundred: what is only alike in part is left out
 * at once, else each of them is compared with all of them (12,000 decrees: 14 ms each at the 5,000th, and more with each).
 */
const readsTheSame = `${sharesBand} and ${mayBeOne} and fundstelle_alike(o.signature, d.signature) >= ${leastAlike('$2')}`

/**
 * Which of two readings answers: the one that says more of itself, then the Federation's official collection of decisions,
 * then the older, then a publisher's before the office's, then the one whose pages a person can leaf to.
 */
const orderOf = (alias: string) =>
  `(${alias}.issued_on is null, ${alias}.file_keys = '{}', not starts_with(${alias}.id, 'rii:'), ${alias}.first_day, starts_with(${alias}.id, 'office:'),
    ${alias}.id not like '%.pdf', ${alias}.id collate "C")`

/** Materialized: it is used twice, and would be planned and compared twice. */
const deriveOriginals = `
  with touched as (
    select id from documents where id = any($1)
    union select o.id from documents d join documents o on ${readsTheSame} where d.id = any($1)
    union select o.id from documents d join documents o on ${isSameRuling} where d.id = any($1)
    union select o.id from documents d join documents o on ${isSameCase('$3')} where d.id = any($1)
    union select id from documents where duplicate_of = any($1)
  ), same as (
    select d.id, o.id as other from touched join documents d using (id) join documents o on ${readsTheSame}
     where o.withdrawn_at is null and ${orderOf('o')} < ${orderOf('d')}
    union
    select d.id, o.id from touched join documents d using (id) join documents o on ${isSameRuling}
     where o.withdrawn_at is null and o.territory = d.territory and ${orderOf('o')} < ${orderOf('d')}
    union
    select d.id, o.id from touched join documents d using (id) join documents o on ${isSameCase('$3')}
     where o.withdrawn_at is null and o.territory = d.territory and ${orderOf('o')} < ${orderOf('d')}
  ), judged as materialized (
    select id, (select o.id from same s join documents o on o.id = s.other where s.id = t.id
                 order by ${orderOf('o')} limit 1) as original
      from touched t
  )
  update documents d set duplicate_of = j.original from judged j
   where d.id = j.id and d.duplicate_of is distinct from j.original returning d.id`
