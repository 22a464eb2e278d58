import { readFileSync } from 'node:fs'
import type { Queries } from '../src/store/database.ts'
import type { Meter } from './retrieval-steps.ts'

/** CPU of this process and of the server's processes that serve it now (Linux counts their nanoseconds). */
export async function serverMeter(queries: Queries): Promise<Meter> {
  const rows = await queries.query<{ pid: number }>(
    `select pid from pg_stat_activity where backend_type = 'client backend'`,
  )
  return () => {
    const { user, system } = process.cpuUsage()
    const server = rows.reduce((sum, { pid }) => sum + Number(readProcess(pid, 'schedstat').split(' ')[0]), 0)
    return { client: (user + system) / 1000, server: server / 1e6 }
  }
}

/** Memory of all processes of the server, shared memory counted once (sum of PSS), in megabytes. */
export async function serverMegabytes(queries: Queries): Promise<number> {
  const rows = await queries.query<{ pid: number }>('select pid from pg_stat_activity')
  const kilobytes = rows.map(({ pid }) => Number(/^Pss:\s+(\d+)/m.exec(readProcess(pid, 'smaps_rollup'))?.[1] ?? 0))
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1000
}

/** Megabytes of each table with its TOAST and of each index, where there is one at all, largest first. */
export async function listSizes(queries: Queries): Promise<Record<string, number>> {
  const rows = await queries.query<{ name: string; megabytes: number }>(
    `select * from (
       select relname as name, (case when relkind = 'i' then pg_relation_size(oid) else pg_table_size(oid) end / 1e6)::float as megabytes
         from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'i')) sizes
      where megabytes >= 1 order by megabytes desc`,
  )
  return Object.fromEntries(rows.map(({ name, megabytes }) => [`${name}Megabytes`, megabytes]))
}

/** Empty where the process has ended meanwhile. */
function readProcess(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
