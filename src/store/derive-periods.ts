import type { Queries } from './database.ts'

/**
 * On which days each version, norm, passage and vector of a document was in force: from its observations, and not beyond
 * the day on which the document ends.
 */
export async function derivePeriods(queries: Queries, documentId: string): Promise<void> {
  await queries.query(versionPeriods, [documentId])
  await queries.query(
    `update norms n set validity = d.validity
       from (select vn.norm_id, range_agg(v.validity) as validity
               from versions v join version_norms vn on vn.version_id = v.id
              where v.document_id = $1 group by vn.norm_id) d
      where n.id = d.norm_id and n.validity <> d.validity`,
    [documentId],
  )
  await queries.query(
    `update passages p set validity = n.validity from norms n
      where n.document_id = $1 and p.norm_id = n.id and p.validity <> n.validity`,
    [documentId],
  )
  await queries.query(
    `update passage_vectors v set validity = p.validity from norms n join passages p on p.norm_id = n.id
      where n.document_id = $1 and v.passage_id = p.id and v.validity <> p.validity`,
    [documentId],
  )
  await queries.query(documentSize, [documentId])
}

/**
 * The oldest text of a law counts from the day the law was made: the only text known of that time, and marked as assumed.
 * A ruling, decree or paper that states its day did not hold before it.
 */
const versionPeriods = `
  with days as (
    select o.version_id, o.day, lag(o.day) over w as before, lead(o.day) over w as next,
           first_value(v.document ->> 'enactedOn') over (order by o.day desc) as enacted_on,
           o.basis = 'official' and v.document ->> 'kind' in ('ruling', 'decree', 'paper') as begins_then
      from observations o join versions v on v.id = o.version_id
     where o.document_id = $1 window w as (order by o.day)
  ), derived as (
    select version_id,
           range_agg(daterange(case when before is null and not begins_then then least(day, coalesce(enacted_on::date, '-infinity')) else day end, next))
             * datemultirange(daterange(null, (select ends_on from documents where id = $1))) as validity
      from days group by version_id
  )
  update versions v set validity = coalesce(d.validity, '{}')
    from versions o left join derived d on d.version_id = o.id
   where o.document_id = $1 and v.id = o.id and v.validity <> coalesce(d.validity, '{}')`

/** What scopes are estimated by: passages that were ever in force, staged ones not. */
const documentSize = `
  update documents set passages = counted.passages
    from (select count(*) as passages from norms n join passages p on p.norm_id = n.id
           where n.document_id = $1 and n.validity <> '{}') counted
   where id = $1 and documents.passages <> counted.passages`
