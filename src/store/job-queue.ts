import PgBoss from 'pg-boss'
import type { Database, Queries } from './database.ts'

/** One piece of work taken from the queue. Delivered at least once: a worker that dies gives it to another. */
export interface Job<Data> {
  queue: string
  id: string
  data: Data
}

/** A queue of work in the database, shared by all processes that open it. */
export interface JobQueue<Data extends object> {
  /** Puts work in, in the caller's transaction where one is given, to be taken after some seconds at the earliest. */
  send(jobs: Data[], queries?: Queries, afterSeconds?: number): Promise<void>
  /** The next piece, or null. One that failed too often comes as `lost`, a scheduled hour as `due`. */
  take(): Promise<{ kind: 'job' | 'lost'; job: Job<Data> } | { kind: 'due'; job: Job<object> } | null>
  /** Keeps a piece from being given to another while it is worked on; to be called several times within `expirySeconds`. */
  keep(job: Job<object>): Promise<void>
  done(job: Job<object>, queries?: Queries): Promise<void>
  /** Gives a piece back, to be tried again after a pause that doubles each time. */
  failed(job: Job<object>, error: unknown): Promise<void>
  /** Work waiting or being done. */
  depth(): Promise<number>
  /** From now on `due` comes at the hours of a cron expression (zone Europe/Berlin); null: never. */
  schedule(cron: string | null): Promise<void>
  /** Lets go; work in hand is not given back before it expires. */
  close(): Promise<void>
}

export interface JobQueueOptions {
  /** A worker silent for so long has died. */
  expirySeconds: number
  /** True in the process that keeps the hours of `schedule`; several may. */
  keepsHours?: boolean
}

const jobs = 'sync'
const lost = 'sync-lost'
const due = 'sync-due'
/** Tries of one piece; doubling from one second, the last waits are minutes. */
const retryLimit = 10
/** How long finished work is kept for looking at. */
const archiveAfterSeconds = 3600

/** Opens the queue (pg-boss, schema `pgboss`), making its tables where there are none. */
export async function openJobQueue<Data extends object>(
  database: Database,
  { expirySeconds, keepsHours = false }: JobQueueOptions,
): Promise<JobQueue<Data>> {
  const boss = new PgBoss({
    db: through(database),
    schedule: keepsHours,
    maintenanceIntervalSeconds: Math.max(1, Math.floor(expirySeconds / 4)),
    cronMonitorIntervalSeconds: Math.max(1, Math.min(30, Math.floor(expirySeconds / 2))),
    archiveCompletedAfterSeconds: archiveAfterSeconds,
    deleteAfterDays: 7,
  })
  // What goes wrong in its own rounds (a database away) is tried again in the next.
  boss.on('error', () => {})
  await boss.start()
  const times = { expireInSeconds: expirySeconds, retryLimit, retryDelay: 1, retryBackoff: true }
  for (const [name, options] of [
    [lost, { expireInSeconds: expirySeconds, retryLimit }],
    [due, times],
    [jobs, { ...times, deadLetter: lost }],
  ] as const) {
    await boss.createQueue(name, { name, ...options })
    await boss.updateQueue(name, { name, ...options })
  }
  return {
    send: async (all, queries, afterSeconds = 0) => {
      if (all.length === 0) return
      const rows = all.map((data) => ({ name: jobs, data, startAfter: `${afterSeconds}` }))
      await boss.insert(rows, queries ? { db: through(queries) } : {})
    },
    take: () => take<Data>(boss),
    keep: async ({ queue, id }) => {
      await database.query(
        `update pgboss.job set started_on = now() where name = $1 and id = $2 and state = 'active'`,
        [queue, id],
      )
    },
    done: async ({ queue, id }, queries) => {
      await boss.complete(queue, id, {}, queries ? { db: through(queries) } : {})
    },
    failed: async ({ queue, id }, error) => {
      await boss.fail(queue, id, { message: error instanceof Error ? error.message : String(error) })
    },
    depth: () => countOpenJobs(database),
    schedule: (cron) => (cron === null ? boss.unschedule(due) : boss.schedule(due, cron, {}, { tz: 'Europe/Berlin' })),
    close: () => boss.stop({ graceful: false }),
  }
}

async function take<Data extends object>(boss: PgBoss): ReturnType<JobQueue<Data>['take']> {
  for (const [queue, kind] of [
    [jobs, 'job'],
    [lost, 'lost'],
    [due, 'due'],
  ] as const) {
    const [job] = await boss.fetch<Data>(queue)
    if (job) return { kind, job: { queue, id: job.id, data: job.data } } as Awaited<ReturnType<JobQueue<Data>['take']>>
  }
  return null
}

/** Work waiting or being done; 0 where the queue was never opened. */
export async function countOpenJobs({ query }: Queries): Promise<number> {
  const [there] = await query<{ there: boolean }>(`select to_regclass('pgboss.job') is not null as there`)
  if (!there?.there) return 0
  const [row] = await query<{ open: number }>(
    `select count(*) as open from pgboss.job where name = $1 and state in ('created', 'retry', 'active')`,
    [jobs],
  )
  return row?.open ?? 0
}

/** pg-boss's statements through our own pool; one of several statements has no rows. */
function through({ query }: Queries): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: (await query(text, values)) ?? [] }) }
}
