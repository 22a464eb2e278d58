import type { Queries } from './database.ts'

/** Whether any decree or paper answers: where none does, planning to look for them would cost more than all else of it. */
export async function hasDecrees(queries: Queries): Promise<boolean> {
  const rows = await queries.query(
    `select 1 from documents where kind in ('decree', 'paper') and withdrawn_at is null limit 1`,
  )
  return rows.length > 0
}
