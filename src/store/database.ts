import { type CustomTypesConfig, Pool, type PoolClient, type PoolConfig, types as standardTypes } from 'pg'
import { connectionPlaces } from './connection-places.ts'
import { DatabaseFullError } from './database-full-error.ts'
import { DatabaseGoneError } from './database-gone-error.ts'

/** One connection's worth of querying: the pool itself, or a transaction. */
export interface Queries {
  query<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>
}

/** Where everything is kept: PostgreSQL with pgvector, embedded or on a server, through one pool. */
export interface Database extends Queries {
  kind: 'embedded' | 'server'
  /** German, for the log: what this is and where it lies. */
  description: string
  /** Runs `work` in one transaction; rolled back when it throws. */
  transaction<T>(work: (queries: Queries) => Promise<T>): Promise<T>
  close(): Promise<void>
}

const DATE = 1082
const INT8 = 20

/** Days stay `YYYY-MM-DD` (a JavaScript Date would shift them by the zone), counters become numbers. */
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text
    if (oid === INT8) return Number
    return standardTypes.getTypeParser(oid, format)
  },
} as CustomTypesConfig

/** Wraps a `pg` pool of at most `max` connections. `onClose` runs after the pool has ended. */
export function poolDatabase(
  options: PoolConfig & { max: number },
  facts: Pick<Database, 'kind' | 'description'>,
  onClose: () => Promise<void> = async () => {},
): Database {
  const pool = new Pool({ connectionTimeoutMillis: 2_500, ...options, types })
  const atPlace = connectionPlaces(options.max)
  // A connection that dies while idle is replaced by the pool, one in a transaction fails at its next statement;
  // without listeners Node would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return {
    ...facts,
    query: (sql, parameters) => atPlace(() => run(pool, sql, parameters)),
    transaction: (work) => atPlace(() => inTransaction(pool, work)),
    close: async () => {
      await pool.end()
      await onClose()
    },
  }
}

async function run<Row>(client: Pool | PoolClient, sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  try {
    const result = await client.query(sql, parameters as unknown[])
    return result.rows as Row[]
  } catch (error) {
    if (DatabaseFullError.isMeantBy(error)) throw new DatabaseFullError(error)
    throw DatabaseGoneError.isConnectionLoss(error) ? new DatabaseGoneError(error) : error
  }
}

async function inTransaction<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new DatabaseGoneError(error)
  })
  try {
    await run(client, 'begin')
    const result = await work({ query: (sql, parameters) => run(client, sql, parameters) })
    await run(client, 'commit')
    client.release()
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {})
    client.release(DatabaseGoneError.isConnectionLoss(error))
    throw error
  }
}
