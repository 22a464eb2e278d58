import type { Database } from './database.ts'

/** One line of a backup: the header, or a row of a table in PostgreSQL's own text forms. */
export type BackupLine =
  | { format: 'fundstelle-backup'; version: 1; migrations: string[] }
  | { table: string; row: Record<string, unknown> }

/** Thrown when a backup cannot be read back: not one of ours, of another schema, or the database is not empty. */
export class RestoreError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RestoreError'
  }
}

/** In an order in which every row comes after those it refers to. */
const tables = [
  ['documents', 'id'],
  ['versions', 'id'],
  ['observations', 'document_id, day'],
  ['corrected_observations', 'id'],
  ['relations', 'from_document, ordinal'],
  ['implemented_norms', 'version_id, ordinal'],
  ['norms', 'id'],
  ['version_norms', 'version_id, ordinal'],
  ['passages', 'id'],
  ['postings', 'lexeme, batch'],
  ['lexemes', 'lexeme'],
  ['embedding_indexes', 'id'],
  ['passage_vectors', 'index_id, passage_id'],
  ['edges', 'passage_id, ordinal'],
  ['source_checks', 'origin'],
  ['source_documents', 'source, document_id'],
  ['sync_runs', 'id'],
  ['sync_run_items', 'run_id, origin'],
  ['court_coverage', 'publisher, court, period'],
  ['corpus_state', 'singleton'],
  ['answers', 'id'],
  ['question_texts', 'answer_id'],
  ['answer_citations', 'answer_id, number'],
  ['feedback', 'id'],
  ['uploads', 'uploaded_at, id'],
  ['paper_corrections', 'document_id'],
  ['ingest_events', 'id'],
] as const

const BATCH = 500

/**
 * Every row of the database as lines, of one moment, while the service goes on (embedded it waits meanwhile).
 * Independent of the store: a backup of the embedded database restores into a server, and the other way round.
 */
export async function backup(database: Database, write: (line: BackupLine) => Promise<void>): Promise<number> {
  return database.transaction(async ({ query }) => {
    await query('set transaction isolation level repeatable read')
    const applied = await query<{ name: string }>('select name from migrations order by name')
    await write({ format: 'fundstelle-backup', version: 1, migrations: applied.map(({ name }) => name) })
    let rows = 0
    for (const [table, order] of tables) {
      await query(
        `declare rows_of_${table} no scroll cursor for select to_jsonb(t) as row from ${table} t order by ${order}`,
      )
      for (;;) {
        const batch = await query<{ row: Record<string, unknown> }>(`fetch ${BATCH} from rows_of_${table}`)
        for (const { row } of batch) await write({ table, row })
        rows += batch.length
        if (batch.length < BATCH) break
      }
      await query(`close rows_of_${table}`)
    }
    return rows
  })
}

/**
 * Reads a backup into an empty, migrated database, in one transaction: all of it or nothing. Returns the rows read.
 * @throws RestoreError when the lines are no backup of this schema, or the database holds documents
 */
export async function restore(database: Database, lines: AsyncIterable<BackupLine>): Promise<number> {
  return database.transaction(async ({ query }) => {
    const held = await query('select 1 from documents limit 1')
    if (held.length > 0)
      throw new RestoreError(
        'Die Datenbank ist nicht leer. Spielen Sie die Sicherung in einen neuen, leeren Ordner (FUNDSTELLE_DATA) ein.',
      )
    await query('delete from corpus_state')
    await query('delete from embedding_indexes')
    let rows = 0
    let batch: { table: string; rows: Record<string, unknown>[] } = { table: '', rows: [] }
    const flush = async () => {
      if (batch.rows.length > 0) await insertRows(query, batch.table, batch.rows)
      rows += batch.rows.length
    }
    let header = false
    for await (const line of lines) {
      if (!header) {
        await checkHeader(query, line)
        header = true
        continue
      }
      if (!('table' in line) || !tables.some(([table]) => table === line.table))
        throw new RestoreError(
          'Die Sicherung enthält eine unbekannte Zeile; sie ist beschädigt oder von einer anderen Fassung.',
        )
      if (line.table !== batch.table || batch.rows.length >= BATCH) {
        await flush()
        batch = { table: line.table, rows: [] }
      }
      batch.rows.push(line.row)
    }
    if (!header) throw new RestoreError('Die Datei ist leer.')
    await flush()
    await advanceCounters(query)
    return rows
  })
}

type Query = Database['query']

async function checkHeader(query: Query, line: BackupLine): Promise<void> {
  if (!('format' in line) || line.format !== 'fundstelle-backup')
    throw new RestoreError('Die Datei ist keine Sicherung von Fundstelle.')
  const applied = await query<{ name: string }>('select name from migrations order by name')
  const here = applied.map(({ name }) => name).join(', ')
  if (here !== line.migrations.join(', ')) {
    throw new RestoreError(
      `Die Sicherung hat das Schema ${line.migrations.at(-1)}, dieses Programm ${applied.at(-1)?.name}. Spielen Sie sie mit der Programmfassung ein, die sie geschrieben hat, und aktualisieren Sie danach.`,
    )
  }
}

/** Columns are named, because generated ones cannot be given. */
async function insertRows(query: Query, table: string, rows: Record<string, unknown>[]): Promise<void> {
  const columns = await query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  )
  const list = columns.map(({ name }) => `"${name}"`).join(', ')
  await query(
    `insert into ${table} (${list}) overriding system value select ${list} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  )
}

async function advanceCounters(query: Query): Promise<void> {
  for (const table of [
    'versions',
    'corrected_observations',
    'norms',
    'passages',
    'embedding_indexes',
    'ingest_events',
  ]) {
    await query(
      `select setval(pg_get_serial_sequence('${table}', 'id'), coalesce((select max(id) from ${table}), 0) + 1, false)`,
    )
  }
  await query(`select setval('posting_batches', coalesce((select max(batch) from postings), 0) + 1, false)`)
}
