import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pick, seededRandom } from '../eval/seeded-random.ts'
import { openSyncWorld } from '../ingest/sync/open-sync-world.ts'
import { startRuns } from '../ingest/sync/start-runs.ts'
import { work } from '../ingest/sync/work.ts'
import { paperSlug } from '../ingest/sources/paper-slug.ts'
import { retrieve } from '../src/answer/retrieve/retrieve.ts'
import { understand } from '../src/answer/understand/understand.ts'
import { readConfig, type Config } from '../src/config.ts'
import { today } from '../src/law/day.ts'
import type { SyncRun } from '../src/law/sync-run.ts'
import { listLawNames } from '../src/store/find-documents.ts'
import { findRun } from '../src/store/find-runs.ts'
import { openLibrary, type Library } from '../src/wiring.ts'
import { cpuSecondsWithChildren } from './cpu-with-children.ts'
import { generateDecrees, type WrittenDecree } from './generate-decrees.ts'

export const name =
  'Decrees (--count, 12,000 if not said): files of an office, none scanned, into an empty embedded library, asked, and synced once more'
export const onlyByName = true

const questions = 20

/** CPU is of this process, which holds the database, and of all it starts (the parser of files). */
export async function run(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-decrees-'))
  const decrees = generateDecrees(join(folder, 'papers'), countAsked())
  const config = readConfig({ FUNDSTELLE_DATA: join(folder, 'library'), FUNDSTELLE_OFFLINE: '1' })
  const began = { cpu: cpuSecondsWithChildren(), at: Date.now() }
  const library = await openLibrary(config)
  const fed = await sync(library, config, `office:${join(folder, 'papers')}`)
  const feedCpuSeconds = cpuSecondsWithChildren() - began.cpu
  const feedWallSeconds = (Date.now() - began.at) / 1000
  const answered = await ask(library, decrees)
  const beforeAgain = { cpu: cpuSecondsWithChildren(), at: Date.now() }
  const again = await sync(library, config, `office:${join(folder, 'papers')}`)
  const resyncCpuSeconds = cpuSecondsWithChildren() - beforeAgain.cpu
  const resyncWallSeconds = (Date.now() - beforeAgain.at) / 1000
  const stored = await storedFigures(library)
  await library.database.close()
  rmSync(folder, { recursive: true })
  return {
    decrees: decrees.length,
    added: fed.counts.added,
    failed: fed.counts.failed,
    ...stored,
    feedCpuSeconds,
    feedCpuMsEach: (feedCpuSeconds * 1000) / decrees.length,
    feedWallSeconds,
    ...answered,
    resyncUnchanged: again.counts.unchanged,
    resyncCpuSeconds,
    resyncWallSeconds,
    peakMemoryMegabytes: process.resourceUsage().maxRSS / 1e3,
    loadAtEnd: loadavg()[0] ?? 0,
  }
}

function countAsked(): number {
  const words = process.argv
  return words.includes('--count') ? Number(words[words.indexOf('--count') + 1]) : 12_000
}

/** As `npm run ingest -- sync <source>` does. */
async function sync(library: Library, config: Config, source: string): Promise<SyncRun> {
  const world = await openSyncWorld(library, config, false)
  const [id = ''] = await startRuns(world, [source], 'person')
  const find = async () => (await findRun(library.database, id))?.run ?? null
  await work(world, {
    sources: [],
    signal: new AbortController().signal,
    say: (message) => console.error(message),
    pollMs: 500,
    expirySeconds: config.sync.expirySeconds,
    isOver: async () => ((await find())?.endedAt ?? null) !== null,
  })
  await world.queue.close()
  const done = await find()
  if (done === null) throw new Error('The run is not stored.')
  return done
}

/** Asks for decrees in force by a sentence of theirs: how many are among the first five found, and are first. */
async function ask(library: Library, decrees: WrittenDecree[]): Promise<Record<string, number>> {
  const random = seededRandom(7)
  const repealed = new Set(decrees.map(({ repeals }) => repeals))
  const inForce = decrees.filter(({ validUntil }, place) => validUntil === null && !repealed.has(place))
  const register = await listLawNames(library.database, today())
  const places: number[] = []
  for (let question = 0; question < questions; question += 1) {
    const { sentence, file } = pick(inForce, random)
    const asked = { text: sentence, asOf: today(), territory: 'DE-NW', style: 'short' as const, kinds: null }
    const found = await retrieve(library, understand(asked, register, library.lexicon), register, 20)
    const documents = [...new Set(found.map(({ document }) => document.id))]
    places.push(documents.indexOf(`office:${paperSlug(file)}`))
  }
  return {
    asked: questions,
    foundAmongFive: places.filter((place) => place >= 0 && place < 5).length,
    foundFirst: places.filter((place) => place === 0).length,
  }
}

async function storedFigures({ database }: Library): Promise<Record<string, number>> {
  const [row] = await database.query<Record<string, number>>(
    `select count(*) filter (where kind = 'decree') as "storedAsDecrees", count(*) filter (where file_keys <> '{}') as "withFileNumber",
            count(*) filter (where ends_on is not null) as "withAnEnd", count(*) filter (where duplicate_of is not null) as "nearDuplicates",
            (select count(*) from passages) as passages, pg_database_size(current_database()) / 1000000 as "databaseMegabytes"
       from documents`,
  )
  return row ?? {}
}
