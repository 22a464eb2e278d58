import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ingest } from '../ingest/ingest.ts'
import { archiveSource } from '../ingest/sources/archive.ts'
import { folderSource } from '../ingest/sources/folder.ts'
import { ingestParts } from '../ingest/formats.ts'
import { readConfig } from '../src/config.ts'
import { toDay } from '../src/law/day.ts'
import type { Scope } from '../src/store/scope.ts'
import { openEmbeddingIndex } from '../src/store/embedding-index.ts'
import { tidy } from '../src/store/tidy.ts'
import { type Library, openLibrary } from '../src/wiring.ts'
import { corpusDir } from '../tests/corpus.ts'
import { startPostgres } from '../tests/postgres-server.ts'
import { inventLaw, replacedShare } from './invent-law.ts'
import { embeddingOf, measureSteps, measureWhole } from './retrieval-steps.ts'
import { listSizes, serverMegabytes, serverMeter } from './server-use.ts'
import { measureRecall } from './vector-recall.ts'

export const name = 'Scale: 10,000, 100,000 and 1,000,000 passages on a PostgreSQL server with HNSW; takes an hour'

export const onlyByName = true

/** Numbers of passages measured at; the last ones beyond the real law there is. */
const steps = [10_000, 100_000, 1_000_000]
const archive = fileURLToPath(new URL('../../shared/corpus/gii-all-2025-04-02.tar.xz', import.meta.url))

/** What a small server is given. No parallel workers: their CPU could not be told from others'. */
const settings = {
  shared_buffers: '3GB',
  maintenance_work_mem: '2GB',
  work_mem: '32MB',
  max_wal_size: '8GB',
  synchronous_commit: 'off',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
}

/** Scopes by what they keep of a million passages; the invented law has the kinds for it (invent-law.ts). */
const scopes: [string, Partial<Scope>][] = [
  ['all', {}],
  ['half', { kinds: ['decree'] }],
  ['tenth', { kinds: ['paper'] }],
  ['hundredth', { kinds: ['ruling'] }],
  ['day1950', { asOf: toDay('1950-01-01') }],
]

/** @throws Error where the archive of all laws or the server is not there. */
export async function run(): Promise<Record<string, number>> {
  if (!existsSync(archive)) throw new Error(`Es fehlt das Archiv aller Gesetze: ${archive}`)
  const server = await startPostgres(settings)
  if ('missing' in server) throw new Error(server.missing)
  const library = await openLibrary(readConfig({ DATABASE_URL: server.url }))
  const figures: Record<string, number> = { replacedWordsShare: replacedShare }
  try {
    await library.database.query('drop index passage_vectors_hnsw_1')
    const fed = feedReal(library)
    for (const step of steps) {
      const real = await feedUntil(fed, library, step)
      Object.assign(figures, prefixed(String(step), { realShare: real, ...(await measureStep(library)) }))
      console.table(figures)
    }
  } finally {
    await library.database.close()
    server.stop()
  }
  return figures
}

async function* feedReal(library: Library): AsyncGenerator<number> {
  const options = { dryRun: false }
  let written = 0
  for (const source of [await folderSource(corpusDir, null), await archiveSource(archive, toDay('2025-04-02'))]) {
    for await (const { passages } of ingest(ingestParts(library), source, options))
      yield (written += passages?.written ?? 0)
  }
}

/** Real law as long as there is some, then invented. Returns the share of real passages. */
async function feedUntil(fed: AsyncGenerator<number>, library: Library, passages: number): Promise<number> {
  let stored = await countPassages(library)
  while (stored < passages) {
    const next = await fed.next()
    if (next.done) break
    stored = next.value
  }
  const real = await countPassages(library)
  if (real < passages) await inventLaw(library, real, passages)
  return real / (await countPassages(library))
}

async function measureStep(library: Library): Promise<Record<string, number>> {
  const { database } = library
  const { index } = await embeddingOf(library)
  const tidying = await measureWork(library, () => tidy(database))
  const building = await measureWork(library, () => openEmbeddingIndex(database, index.model, index.dimension))
  const whole = await measureWhole(library, await serverMeter(database))
  const bySteps = await measureSteps(library, await serverMeter(database))
  const recalls: Record<string, number> = {}
  for (const [scope, narrow] of scopes) {
    const figures = await measureRecall(library, await serverMeter(database), narrow, 10)
    Object.assign(recalls, prefixed(scope, { kept: await countPassages(library, narrow), ...figures }))
  }
  const memory = await serverMegabytes(database)
  const sizes = await listSizes(database)
  await database.query('drop index passage_vectors_hnsw_1')
  return {
    passages: await countPassages(library),
    ...prefixed('tidy', tidying),
    ...prefixed('hnswBuild', building),
    ...whole,
    ...bySteps,
    ...recalls,
    serverMegabytes: memory,
    clientMegabytes: process.memoryUsage().rss / 1e6,
    ...sizes,
  }
}

async function measureWork(library: Library, work: () => Promise<unknown>): Promise<Record<string, number>> {
  const meter = await serverMeter(library.database)
  const [before, began] = [meter(), Date.now()]
  await work()
  const after = meter()
  return { cpuSeconds: (after.server - before.server) / 1000, seconds: (Date.now() - began) / 1000 }
}

async function countPassages({ database }: Library, { kinds = null, asOf }: Partial<Scope> = {}): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*) as count from passages p join documents d on d.id = p.document_id
      where ($1::text[] is null or d.kind = any($1)) and ($2::date is null or p.validity @> $2::date)`,
    [kinds, asOf ?? null],
  )
  return row?.count ?? 0
}

function prefixed(prefix: string, figures: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [`${prefix}${key[0]?.toUpperCase()}${key.slice(1)}`, value]),
  )
}
