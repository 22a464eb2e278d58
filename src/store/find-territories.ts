import type { Queries } from './database.ts'

/** The territories whose law the collection holds, in no particular order. */
export async function findTerritories(queries: Queries): Promise<string[]> {
  const rows = await queries.query<{ territory: string }>(
    'select distinct territory from documents where withdrawn_at is null',
  )
  return rows.map(({ territory }) => territory)
}
