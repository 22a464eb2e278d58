import type { Day } from '../law/day.ts'
import type { SourceState } from '../law/library.ts'
import type { Queries } from './database.ts'

/** What answers are made of, as of now. `revision` rises with every change of it. */
export interface StoredCorpus {
  revision: number
  freshest: Day | null
  /** True where every document is of the invented demonstration collection. */
  invented: boolean
  documents: number
}

export async function findCorpus(queries: Queries): Promise<StoredCorpus> {
  const [row] = await queries.query<StoredCorpus>(
    `select revision, (select max(o.day) from observations o join documents d on d.id = o.document_id where d.withdrawn_at is null) as freshest,
            (select coalesce(bool_and(invented), false) from documents where withdrawn_at is null) as invented,
            (select count(*)::int from documents where withdrawn_at is null) as documents
       from corpus_state`,
  )
  if (!row) throw new Error('corpus_state has no row: the migrations did not run')
  return row
}

/** How fresh what we have of each publisher is; the invented collection counts apart. */
export function findSources(queries: Queries): Promise<Omit<SourceState, 'name' | 'checkedAt'>[]> {
  return queries.query<Omit<SourceState, 'name' | 'checkedAt'>>(
    `with live as (select id, split_part(id, ':', 1) as publisher, invented, passages from documents where withdrawn_at is null),
          checks as (select publisher, to_char(max(checked_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as last_run,
                            count(*) filter (where failure is not null) as failed from source_checks group by publisher)
     select l.publisher, l.invented, count(*)::int as documents,
            sum((select count(*) from observations o where o.document_id = l.id))::int as versions,
            sum(l.passages)::int as passages,
            (select max(o.day) from observations o join live f on f.id = o.document_id
              where f.publisher = l.publisher and f.invented = l.invented) as freshest,
            max(c.last_run) as "lastRunAt", coalesce(max(c.failed), 0)::int as "lastRunFailed"
       from live l left join checks c on c.publisher = l.publisher
      group by l.publisher, l.invented order by l.publisher, l.invented`,
  )
}
