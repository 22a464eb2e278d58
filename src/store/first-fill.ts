import type { Queries } from './database.ts'

/**
 * Where the first fill stands. `needed`: nothing is stored; `broken_off`: it began and never ended (the process was
 * killed); `done`: it ended, or somebody filled the database otherwise.
 */
export type FirstFillState = 'needed' | 'broken_off' | 'done'

export async function findFirstFill(queries: Queries): Promise<FirstFillState> {
  const [row] = await queries.query<{ state: FirstFillState }>(
    `select case when exists (select 1 from first_fill where completed_at is null) then 'broken_off'
                 when exists (select 1 from first_fill) or exists (select 1 from documents) then 'done'
                 else 'needed' end as state`,
  )
  return row?.state ?? 'needed'
}

export async function beginFirstFill(queries: Queries): Promise<void> {
  await queries.query('insert into first_fill default values on conflict do nothing')
}

export async function completeFirstFill(queries: Queries): Promise<void> {
  await queries.query('update first_fill set completed_at = now() where completed_at is null')
}
