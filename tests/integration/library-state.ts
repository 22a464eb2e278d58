import type { Queries } from '../../src/store/database.ts'

/** Everything the library holds, a list of rows for each table, without what depends on the order of writing (ids). */
export type LibraryState = Record<keyof typeof rowsOf, string[]>

const rowsOf = {
  documents: `select to_jsonb(d) as row from documents d`,
  versions: `select to_jsonb(v) - 'id' as row from versions v`,
  relations: `select to_jsonb(r) as row from relations r`,
  implemented_norms: `select to_jsonb(i) - 'version_id' || jsonb_build_object('version', v.content_sha256) as row
                        from implemented_norms i join versions v on v.id = i.version_id`,
  observations: `select to_jsonb(o) - 'version_id' - 'fetched_on' || jsonb_build_object('version', v.content_sha256) as row
                   from observations o join versions v on v.id = o.version_id`,
  norms: `select to_jsonb(n) - 'id' as row from norms n`,
  version_norms: `select to_jsonb(vn) - 'version_id' - 'norm_id' ||
                         jsonb_build_object('version', v.content_sha256, 'document', v.document_id, 'key', n.key, 'norm', n.content_sha256) as row
                    from version_norms vn join versions v on v.id = vn.version_id join norms n on n.id = vn.norm_id`,
  passages: `select to_jsonb(p) - 'id' - 'norm_id' || jsonb_build_object('key', n.key, 'norm', n.content_sha256) as row
               from passages p join norms n on n.id = p.norm_id`,
  passage_vectors: `select to_jsonb(v) - 'index_id' - 'passage_id' - 'embedding' ||
                           jsonb_build_object('model', i.model, 'passage', p.public_id, 'embedding', md5(v.embedding::text)) as row
                      from passage_vectors v join embedding_indexes i on i.id = v.index_id join passages p on p.id = v.passage_id`,
  postings: `select jsonb_build_object('passage', p.public_id, 'words', md5(string_agg(u.lexeme || u.weight, ' ' order by u.lexeme collate "C"))) as row
               from (select lexeme, unnest(passage_ids) as id, unnest(weights) as weight from postings) u
               join passages p on p.id = u.id group by p.public_id`,
  lexemes: `select to_jsonb(l) as row from lexemes l`,
  edges: `select to_jsonb(e) - 'passage_id' || jsonb_build_object('passage', p.public_id) as row
            from edges e join passages p on p.id = e.passage_id`,
}

export async function libraryState({ query }: Queries): Promise<LibraryState> {
  const state = {} as LibraryState
  for (const table of Object.keys(rowsOf) as (keyof typeof rowsOf)[]) {
    const rows = await query<{ row: string }>(
      `select row::text from (${rowsOf[table]}) t order by row::text collate "C"`,
    )
    state[table] = rows.map(({ row }) => row)
  }
  return state
}

/** What two states do not share, at most five rows of each table, each cut short; empty where they are the same. */
export function stateDifferences(expected: LibraryState, actual: LibraryState): string[] {
  const tables = Object.keys(rowsOf) as (keyof typeof rowsOf)[]
  return [
    ...tables.flatMap((table) => onlyIn(expected[table], actual[table]).map((row) => `${table}, missing: ${row}`)),
    ...tables.flatMap((table) => onlyIn(actual[table], expected[table]).map((row) => `${table}, too much: ${row}`)),
  ]
}

function onlyIn(here: string[], there: string[]): string[] {
  const counts = new Map<string, number>()
  for (const row of there) counts.set(row, (counts.get(row) ?? 0) + 1)
  const alone = here.filter((row) => {
    const left = counts.get(row) ?? 0
    counts.set(row, left - 1)
    return left <= 0
  })
  return alone.slice(0, 5).map((row) => row.slice(0, 400))
}

/** Newest transaction that wrote each table, and its rows: both stay only where nothing was written. */
export async function lastWrites({ query }: Queries): Promise<Record<string, string>> {
  const writes: Record<string, string> = {}
  for (const table of Object.keys(rowsOf)) {
    const [row] = await query<{ state: string }>(
      `select concat_ws('/', max(xmin::text::bigint), max(xmax::text::bigint), count(*)) as state from ${table}`,
    )
    writes[table] = row?.state ?? ''
  }
  return writes
}

/** What must never be true of stored law but is; empty where all is well. */
export async function brokenRules({ query }: Queries): Promise<string[]> {
  const broken: string[] = []
  for (const [rule, sql] of Object.entries(brokenRuleQueries)) {
    const [row] = await query<{ count: number }>(`select count(*) as count from (${sql}) t`)
    if (row && row.count > 0) broken.push(`${rule}: ${row.count}`)
  }
  return broken
}

const brokenRuleQueries = {
  'passage without a vector in the active index': `
    select p.id from passages p where not exists (
      select 1 from passage_vectors v join embedding_indexes i on i.id = v.index_id and i.active where v.passage_id = p.id)`,
  'norm of a version without its passages': `
    select n.id from version_norms vn join norms n on n.id = vn.norm_id
     where trim(n.text) <> '' and not exists (select 1 from passages p where p.norm_id = n.id)`,
  'passage stored twice': `select 1 from passages group by norm_id, ordinal having count(*) > 1`,
  'passage that no word finds': `
    select id from passages where to_tsvector('german', fundstelle_fold(text)) <> ''
    except select unnest(passage_ids) from postings`,
  'word indexed twice for one passage': `
    select 1 from (select lexeme, unnest(passage_ids) as id from postings) u group by lexeme, id having count(*) > 1`,
  'norm stored twice': `select 1 from norms group by document_id, key, content_sha256 having count(*) > 1`,
  'passage that is not the slice of its norm': `
    select p.id from passages p join norms n on n.id = p.norm_id where position(p.text in n.text) = 0`,
  'two texts of one norm on one day': `
    select 1 from norms a join norms b on b.document_id = a.document_id and b.key = a.key and b.id > a.id where a.validity && b.validity`,
  'passage valid on other days than its norm': `
    select 1 from passages p join norms n on n.id = p.norm_id where p.validity <> n.validity`,
  'vector valid on other days than its passage': `
    select 1 from passage_vectors v join passages p on p.id = v.passage_id where v.validity <> p.validity`,
  'document with a wrong number of passages': `
    select 1 from documents d where d.passages <> (
      select count(*) from passages p where p.document_id = d.id and p.validity <> '{}')`,
  'postings row with a wrong heaviest entry': `
    select 1 from postings where heaviest <> (select max(weight) from unnest(weights) weight)`,
  'version without norms': `
    select 1 from versions v where not exists (select 1 from version_norms vn where vn.version_id = v.id)`,
}
