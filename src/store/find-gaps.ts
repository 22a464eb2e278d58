import { coreLaws } from '../law/core-law.ts'
import { officeLaws } from '../law/office-laws.ts'
import type { Gap } from '../law/upkeep.ts'
import type { Queries } from './database.ts'

const examplesMost = 10

/** What is missing in the stored collection; asks all of it, seconds where it is large. */
export async function findGaps({ query }: Queries): Promise<Gap[]> {
  const gaps: Gap[] = []
  for (const { rule, message, sql, parameters } of rules) {
    const rows = await query<{ name: string; count: number }>(
      `select name, count(*) over () as count from (${sql}) g order by name limit ${examplesMost}`,
      parameters,
    )
    gaps.push({ rule, message, count: rows[0]?.count ?? 0, examples: rows.map(({ name }) => name) })
  }
  return gaps
}

interface GapRule extends Pick<Gap, 'rule' | 'message'> {
  /** One row `name` for each gap. */
  sql: string
  parameters: unknown[]
}

const rules: GapRule[] = [
  {
    rule: 'core_law_missing',
    message: 'Jedes Kerngesetz ist da (nicht gefragt, solange nur die erfundene Sammlung geladen ist).',
    // The last of them is the demonstration collection's.
    parameters: [coreLaws.slice(0, -1)],
    sql: `select law as name from unnest($1::text[]) as law
           where exists (select 1 from documents where kind = 'statute' and not invented and withdrawn_at is null)
             and not exists (select 1 from documents where abbreviation = law and withdrawn_at is null)`,
  },
  {
    rule: 'core_norm_unresolved',
    message: 'Jeder § der Kerngesetze, der heute gilt und Text hat, ist mit Fundstellen hinterlegt.',
    parameters: [officeLaws],
    sql: `select n.key || ' ' || d.abbreviation as name from documents d join norms n on n.document_id = d.id
           where d.id = any($1) and d.withdrawn_at is null and n.validity @> current_date and n.norm is not null
             and trim(n.text) <> '' and not exists (
                   select 1 from passages p where p.norm_id = n.id and p.validity @> current_date)`,
  },
  {
    rule: 'core_numbering_gap',
    message: 'Die Zählung der §§ jedes Kerngesetzes hat keine Lücke: Auch Weggefallenes steht da.',
    parameters: [officeLaws],
    // `§ 20a` counts as 20, `§§ 12 bis 14` as all three.
    sql: `with spans as (
            select d.id, d.abbreviation, m[1]::int as first, coalesce(m[2], m[1])::int as last
              from documents d join norms n on n.document_id = d.id and n.validity @> current_date
              cross join regexp_match(n.norm, '^§§? ([0-9]+)[a-z]*(?:.*?(?:bis|und|,) ([0-9]+)[a-z]*)?') m
             where d.id = any($1) and d.withdrawn_at is null and m is not null)
          select '§ ' || number || ' ' || abbreviation as name
            from (select id, abbreviation, generate_series(1, max(last)) as number from spans group by id, abbreviation) a
           where not exists (select 1 from spans s where s.id = a.id and a.number between s.first and s.last)`,
  },
  {
    rule: 'document_without_passages',
    message: 'Kein Dokument ist ohne Fundstellen.',
    parameters: [],
    sql: `select id as name from documents d where withdrawn_at is null and not exists (
            select 1 from passages p where p.document_id = d.id and p.validity <> '{}')`,
  },
  {
    rule: 'passage_without_vector',
    message: 'Keine Fundstelle ist ohne Vektor des Einbettungsmodells, das antwortet.',
    parameters: [],
    sql: `select p.public_id as name from passages p where p.validity <> '{}' and not exists (
            select 1 from passage_vectors v join embedding_indexes i on i.id = v.index_id and i.active
             where v.passage_id = p.id)`,
  },
]
