import { rmSync } from 'node:fs'
import { readConfig } from '../src/config.ts'
import type { Queries } from '../src/store/database.ts'
import { openLibrary } from '../src/wiring.ts'
import { cpuMs } from './cpu.ts'
import { feedCorpus, filledFolder } from './filled-library.ts'

export const name = 'Ingest: every dated text of the corpus folder into the embedded database, then once more unchanged'

export async function run(): Promise<Record<string, number>> {
  rmSync(filledFolder, { recursive: true, force: true })
  const library = await openLibrary(readConfig({ FUNDSTELLE_DATA: filledFolder }))
  let counts: Record<string, number> = {}
  let again: Record<string, number> = {}
  const ingestCpuMs = await cpuMs(async () => (counts = await feedCorpus(library)))
  const before = await lastWrites(library.database)
  const rerunCpuMs = await cpuMs(async () => (again = await feedCorpus(library)))
  const after = await lastWrites(library.database)
  const size = await library.database.query<{ bytes: number }>('select pg_database_size(current_database()) as bytes')
  await library.database.close()
  return {
    texts: (counts['added'] ?? 0) + (counts['changed'] ?? 0) + (counts['unchanged'] ?? 0),
    failedTexts: counts['failed'] ?? 0,
    passagesWritten: counts['written'] ?? 0,
    passagesEmbedded: counts['embedded'] ?? 0,
    ingestCpuSeconds: ingestCpuMs / 1000,
    unchangedRerunTexts: again['unchanged'] ?? 0,
    unchangedRerunCpuSeconds: rerunCpuMs / 1000,
    unchangedRerunTablesTouched: before.filter((row, place) => row !== after[place]).length,
    databaseMegabytes: (size[0]?.bytes ?? 0) / 1e6,
    peakMemoryMegabytes: process.resourceUsage().maxRSS / 1e3,
  }
}

/** Newest transaction that wrote each table, and its number of rows: both stay the same only where nothing was written. */
async function lastWrites({ query }: Queries): Promise<string[]> {
  const tables = ['documents', 'versions', 'passages', 'edges', 'norms', 'observations', 'passage_vectors']
  const rows = await Promise.all(
    tables.map((table) =>
      query<{ state: string }>(
        `select max(xmin::text::bigint) || '/' || max(xmax::text::bigint) || '/' || count(*) as state from ${table}`,
      ),
    ),
  )
  return rows.map((row) => row[0]?.state ?? '')
}
