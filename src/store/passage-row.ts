import type { Day } from '../law/day.ts'
import type { DocumentKind, DocumentSummary, Rank, ValidBasis } from '../law/document.ts'
import { pageAt, type PageMark } from '../law/page-mark.ts'
import { formatLabel } from '../law/references/label.ts'
import type { Passage } from '../law/passage.ts'
import type { OutlineStep, Sentence } from '../law/document-text.ts'
import { textLink } from './text-link.ts'

/**
 * Columns of a passage `p` of norm `n` and document `d` as in force on the day `$1`; `stretch` is the one range of
 * its validity that holds the day, `vn` its place in the version of that day.
 */
export const passageColumns = `
  p.id as row_id, p.public_id, p.document_id, d.kind as document_kind, d.rank as document_rank, d.title, d.abbreviation, d.invented, d.territory,
  n.url, n.key, n.norm, p.paragraph, p.path, p.heading, p.text, p.text_sha256, n.text_sha256 as norm_sha256,
  p.start_at, p.end_at, p.sentences, n.repealed, vn.outline, vn.pages,
  greatest(lower(stretch), d.first_day)::date as valid_from, upper(stretch)::date as valid_to, $1::date < d.first_day as assumed, d.day_basis`

/** Joins that `passageColumns` needs after `passages p`. */
export const passageJoins = `
  join norms n on n.id = p.norm_id
  join documents d on d.id = p.document_id and d.withdrawn_at is null
  join lateral (select r as stretch from unnest(p.validity) r where r @> $1::date) s on true
  left join lateral (
    select vn.outline, vn.pages from version_norms vn join versions v on v.id = vn.version_id
     where vn.norm_id = n.id and v.validity @> $1::date limit 1) vn on true`

export interface PassageRow {
  row_id: number
  public_id: string
  document_id: string
  document_kind: DocumentKind
  document_rank: Rank
  title: string
  abbreviation: string
  invented: boolean
  territory: string
  url: string
  key: string
  norm: string | null
  paragraph: string | null
  path: string[]
  heading: string | null
  text: string
  text_sha256: string
  norm_sha256: string
  start_at: number
  end_at: number
  sentences: Sentence[]
  repealed: boolean
  outline: OutlineStep[] | null
  valid_from: Day
  valid_to: Day | null
  assumed: boolean
  /** How sure the days of the document's texts are. */
  day_basis: ValidBasis
  pages: PageMark[] | null
}

export function toPassage(row: PassageRow): Passage {
  const pages = row.pages ?? []
  return {
    id: row.public_id,
    document: summaryOf(row),
    territory: row.territory,
    normKey: row.key,
    norm: row.norm,
    paragraph: row.paragraph,
    path: row.path,
    heading: row.heading,
    outline: row.outline ?? [],
    label: formatLabel({
      norm: row.norm ?? row.key,
      paragraph: row.paragraph,
      path: row.path,
      page: pageAt(pages, row.start_at),
      document: summaryOf(row),
    }),
    pages,
    text: row.text,
    start: row.start_at,
    end: row.end_at,
    normSha256: row.norm_sha256,
    sha256: row.text_sha256,
    sentences: row.sentences,
    repealed: row.repealed,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    validBasis: row.assumed ? 'assumed' : row.day_basis,
    ...textLink(row),
  }
}

/** What citations and look-ups show of a row's document. */
export function summaryOf(row: PassageRow): DocumentSummary {
  return {
    id: row.document_id,
    kind: row.document_kind,
    rank: row.document_rank,
    title: row.title,
    abbreviation: row.abbreviation,
    invented: row.invented,
  }
}
