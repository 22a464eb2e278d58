import type { Day } from '../law/day.ts'
import type { NormLookup, NormPeriod } from '../law/library.ts'
import { pageAt } from '../law/page-mark.ts'
import { formatLabel } from '../law/references/label.ts'
import type { Attachment, Span, Unit } from '../law/document-text.ts'
import type { Queries } from './database.ts'
import { type PassageRow, summaryOf } from './passage-row.ts'
import { textLink } from './text-link.ts'

interface NormRow extends PassageRow {
  norm_id: number
  units: Unit[]
  tables: Span[]
  footnotes: string[] | null
  attachments: Attachment[] | null
  source_sha256: string
  fetched_on: Day
}

/** One norm as in force on a day, whole, by the publisher's name or by its key. Withdrawn documents are unknown. */
export async function findNorm(queries: Queries, documentId: string, norm: string, asOf: Day): Promise<NormLookup> {
  const [row] = await queries.query<NormRow>(
    `select n.id as norm_id, n.document_id, d.kind as document_kind, d.rank as document_rank, d.title, d.abbreviation, d.invented,
            n.key, n.norm, n.heading, n.text, n.text_sha256, n.units, n.tables, n.repealed, n.url,
            vn.outline, vn.pages, vn.footnotes, vn.attachments, o.source_sha256, o.fetched_on,
            greatest(lower(stretch), d.first_day)::date as valid_from, upper(stretch)::date as valid_to, $3::date < d.first_day as assumed, d.day_basis
       from norms n
       join documents d on d.id = n.document_id and d.withdrawn_at is null
       join lateral (select r as stretch from unnest(n.validity) r where r @> $3::date) s on true
       left join versions v on v.document_id = n.document_id and v.validity @> $3::date
       left join lateral (select * from version_norms where version_id = v.id and norm_id = n.id limit 1) vn on true
       left join lateral (select source_sha256, fetched_on from observations
                           where version_id = v.id order by day limit 1) o on true
      where n.document_id = $1 and (n.norm = $2 or n.key = $2)
      order by (n.key = $2) desc, n.id limit 1`,
    [documentId, norm, asOf],
  )
  if (!row) return absence(queries, documentId, norm, asOf)
  const passages = await queries.query<{
    public_id: string
    paragraph: string | null
    path: string[]
    start_at: number
    end_at: number
  }>('select public_id, paragraph, path, start_at, end_at from passages where norm_id = $1 order by ordinal', [
    row.norm_id,
  ])
  const name = row.norm ?? row.key
  const document = summaryOf(row)
  return {
    found: true,
    norm: {
      document,
      key: row.key,
      norm: row.norm,
      label: formatLabel({ norm: name, paragraph: null, document }),
      heading: row.heading,
      outline: row.outline ?? [],
      text: row.text,
      sha256: row.text_sha256,
      units: row.units,
      tables: row.tables,
      attachments: row.attachments ?? [],
      footnotes: row.footnotes ?? [],
      repealed: row.repealed,
      passages: passages.map(({ public_id: id, paragraph, path, start_at: start, end_at: end }) => ({
        id,
        label: formatLabel({ norm: name, paragraph, path, page: pageAt(row.pages ?? [], start), document }),
        paragraph,
        start,
        end,
      })),
      validFrom: row.valid_from,
      validTo: row.valid_to,
      validBasis: row.assumed ? 'assumed' : row.day_basis,
      sourceSha256: row.source_sha256,
      fetchedOn: row.fetched_on,
      ...textLink(row),
    },
  }
}

async function absence(queries: Queries, documentId: string, norm: string, asOf: Day): Promise<NormLookup> {
  const [row] = await queries.query<{ first_from: Day | null; ended: Day | null; last_until: Day | null }>(
    `select (min(greatest(lower(r), d.first_day)) filter (where r is not null))::date as first_from,
            max(upper(r)) filter (where upper(r) <= $3::date) as ended,
            case when not bool_or(upper_inf(r)) then max(upper(r)) end as last_until
       from documents d left join norms n on n.document_id = d.id and (n.norm = $2 or n.key = $2)
       left join lateral unnest(n.validity) r on true
      where d.id = $1 and d.withdrawn_at is null group by d.id`,
    [documentId, norm, asOf],
  )
  if (!row) return { found: false, reason: 'unknown_document' }
  const { first_from: from, ended, last_until: last } = row
  if (!from) return { found: false, reason: 'unknown_norm' }
  if (asOf < from) return { found: false, reason: 'not_yet', from, until: last }
  return { found: false, reason: 'no_longer', from, until: ended }
}

/** Every stretch of time in which the norm had one text, oldest first; null where document or norm is unknown. */
export async function findNormPeriods(
  queries: Queries,
  documentId: string,
  norm: string,
): Promise<NormPeriod[] | null> {
  const rows = await queries.query<{
    valid_from: Day
    valid_to: Day | null
    text_sha256: string
    heading: string | null
    repealed: boolean
    text: string
  }>(
    `select greatest(lower(r), d.first_day)::date as valid_from, upper(r)::date as valid_to, n.text_sha256, n.heading, n.repealed, n.text
       from norms n join documents d on d.id = n.document_id and d.withdrawn_at is null, unnest(n.validity) r
      where n.document_id = $1 and (n.norm = $2 or n.key = $2)
      order by 1, n.id`,
    [documentId, norm],
  )
  if (rows.length === 0) return null
  return rows.map((row) => ({
    validFrom: row.valid_from,
    validTo: row.valid_to,
    sha256: row.text_sha256,
    heading: row.heading,
    repealed: row.repealed,
    text: row.text,
  }))
}
