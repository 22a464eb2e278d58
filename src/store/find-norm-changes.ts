import type { Day } from '../law/day.ts'
import type { DocumentKind } from '../law/document.ts'
import type { NormChange, TextPeriod } from '../law/flag.ts'
import { formatLabel } from '../law/references/label.ts'
import type { Queries } from './database.ts'

/** A norm of a law and the day with whose text that of the day asked is compared. */
export interface NormSince {
  documentId: string
  norm: string
  since: Day
}

interface ChangeRow {
  place: number
  before_from: Day | null
  before_to: Day | null
  after_from: Day | null
  after_to: Day | null
  ended: Day | null
  repealed: boolean | null
  abbreviation: string
  kind: DocumentKind
  invented: boolean
  day_basis: string
}

/**
 * For each norm, in the order asked: what its text became after `since`, up to the day; null where it has the same text
 * again, or none of both days is known. A day before the oldest text stored counts with that text: what changed before
 * it is not known.
 */
export async function findNormChanges(
  queries: Queries,
  norms: NormSince[],
  asOf: Day,
): Promise<((NormChange & { before: TextPeriod | null }) | null)[]> {
  const changes = norms.map((): (NormChange & { before: TextPeriod | null }) | null => null)
  if (norms.length === 0) return changes
  const stretchOn = (day: string) => `
    select n.text_sha256, n.repealed, stretch from norms n, unnest(n.validity) stretch
     where n.document_id = a.document_id and n.norm = a.norm and stretch @> ${day} order by n.id limit 1`
  const rows = await queries.query<ChangeRow>(
    `select a.place, greatest(lower(b.stretch), d.first_day) as before_from, upper(b.stretch) as before_to,
            lower(n.stretch) as after_from, upper(n.stretch) as after_to, n.repealed, d.abbreviation, d.kind, d.invented, d.day_basis,
            (select max(upper(r)) from norms e, unnest(e.validity) r
              where e.document_id = a.document_id and e.norm = a.norm and upper(r) <= $2::date) as ended
       from jsonb_to_recordset($1) as a(place int, document_id text, norm text, since date)
       join documents d on d.id = a.document_id and d.withdrawn_at is null
       left join lateral (${stretchOn('a.since')}) b on true left join lateral (${stretchOn('$2::date')}) n on true
      where a.since < $2::date and b.text_sha256 is distinct from n.text_sha256`,
    [
      JSON.stringify(
        norms.map(({ documentId, norm, since }, place) => ({ place, document_id: documentId, norm, since })),
      ),
      asOf,
    ],
  )
  for (const row of rows) {
    const norm = norms[row.place]?.norm ?? null
    const changedOn = row.after_from ?? row.ended
    if (changedOn === null) continue
    changes[row.place] = {
      label: formatLabel({ norm, paragraph: null, document: row }),
      changedOn,
      before: periodOf(row.before_from, row.before_to),
      after: periodOf(row.after_from, row.after_to),
      isRepealed: row.repealed === true,
      isOfficial: row.day_basis === 'official',
    }
  }
  return changes
}

function periodOf(validFrom: Day | null, validTo: Day | null): TextPeriod | null {
  return validFrom && { validFrom, validTo }
}
