import { resolve } from 'node:path'
import type { SyncRun } from '../../src/law/sync-run.ts'
import { confirmRun } from '../../src/store/confirm-run.ts'
import { findRun } from '../../src/store/find-runs.ts'
import { printDifference, printReport } from '../print-report.ts'
import { dryRun, type DryRun } from './dry-run.ts'
import { printRun } from './print-run.ts'
import { startRuns } from './start-runs.ts'
import { readSyncOptions, type SyncOptions } from './sync-options.ts'
import type { SyncWorld } from './sync-world.ts'
import { work, type WorkOptions } from './work.ts'

/** What the command touches of the world. `out` carries nothing but the report. */
export interface SyncCommandWorld {
  /** Of FUNDSTELLE_SYNC: what is run over where no source is named. */
  sources: readonly string[]
  /** Opens the library and its queue. */
  open(): Promise<SyncWorld & Pick<WorkOptions, 'pollMs' | 'expirySeconds'> & { close(): Promise<void> }>
  signal: AbortSignal
  out: NodeJS.WritableStream
  err: NodeJS.WritableStream
}

type Opened = Awaited<ReturnType<SyncCommandWorld['open']>>
type Sync = Extract<SyncOptions, { kind: 'sync' }>

/** `npm run ingest -- sync …` and `-- work`. Resolves to the exit code; throws the store's errors, which say what to do. */
export async function runSyncCommand(words: readonly string[], world: SyncCommandWorld): Promise<0 | 1 | 2 | 3> {
  const options = readSyncOptions(words)
  if (options.kind === 'usage') {
    world.err.write(options.message)
    return 2
  }
  if (options.kind === 'help') {
    world.out.write(options.text)
    return 0
  }
  const opened = await world.open()
  try {
    if (options.kind === 'confirm') return await confirm(options.run, opened, world)
    if (options.kind === 'work') return await workOn(opened, world)
    const sources = options.sources.length > 0 ? options.sources.map(absolute) : world.sources
    return await (options.dryRun ? tryOut(sources, options, opened, world) : runOver(sources, options, opened, world))
  } finally {
    await opened.close()
  }
}

/** A path means the same to every worker, wherever it was started; `publisher`, `gii:stag` and the like are no paths. */
function absolute(name: string): string {
  return /^[a-z_]+(:|$)/.test(name) ? name : resolve(name)
}

async function workOn(opened: Opened, world: SyncCommandWorld): Promise<0> {
  world.err.write('Abläufe werden abgearbeitet, bis dieser Prozess beendet wird.\n')
  await work(opened, { ...opened, ...worker(world) })
  return 0
}

function worker({ sources, signal, err }: SyncCommandWorld) {
  return { sources, signal, say: (message: string) => void err.write(`${message}\n`) }
}

/** Starts the runs and works until they have ended, together with whoever works on the same database. */
async function runOver(
  sources: readonly string[],
  { again, json }: Sync,
  opened: Opened,
  world: SyncCommandWorld,
): Promise<0 | 1 | 3> {
  const { database } = opened.parts
  const ids = await startRuns(opened, sources, 'person', again)
  const find = async () => (await Promise.all(ids.map((id) => findRun(database, id)))).filter((found) => found !== null)
  const isOver = async () => (await find()).every(({ run }) => run.endedAt !== null)
  for (const source of sources) world.err.write(`${source} …\n`)
  if (again) await sayWhatReadsNothingAnew(find, world)
  await work(opened, { ...opened, ...worker(world), isOver })
  const found = await find()
  world.out.write(
    json
      ? `${JSON.stringify({ runs: found.map(({ run, items }) => ({ ...run, changes: items })) }, null, 2)}\n`
      : found.map(({ run, items }) => printRun(run, items)).join('\n'),
  )
  const runs = found.map(({ run }) => run)
  if (runs.length > 0 && runs.every(({ state }) => state === 'failed')) return 3
  return runs.every(({ state, counts }) => state === 'done' && counts.failed === 0) ? 0 : 1
}

/** A run that had begun before was not asked to, and is not begun anew. */
async function sayWhatReadsNothingAnew(
  find: () => Promise<{ run: SyncRun }[]>,
  { err }: Pick<SyncCommandWorld, 'err'>,
): Promise<void> {
  for (const { run } of await find())
    if (!run.again)
      err.write(
        `Ein Ablauf von ${run.source} läuft schon und liest nur Geändertes. Danach bitte noch einmal aufrufen.\n`,
      )
}

async function tryOut(
  sources: readonly string[],
  { again, json }: Sync,
  opened: Opened,
  { out }: SyncCommandWorld,
): Promise<0 | 1> {
  const reports: DryRun[] = []
  for (const source of sources) reports.push(await dryRun(opened, source, again))
  out.write(json ? `${JSON.stringify({ reports }, null, 2)}\n` : reports.map(printDryRun).join('\n'))
  return reports.every(({ counts, stopped }) => counts.failed === 0 && stopped === null) ? 0 : 1
}

function printDryRun(report: DryRun): string {
  const differences = report.items.map(printDifference).filter((text) => text !== '')
  const gone = report.withdrawn.map(({ id, label }) => `  ${label} (${id})`)
  const withdrawn = gone.length > 0 ? [`Nicht mehr geführt, würde zurückgezogen:\n${gone.join('\n')}\n`] : []
  const stopped = report.stopped === null ? [] : [`Der Ablauf würde anhalten. ${report.stopped}\n`]
  return [...differences, ...withdrawn, ...stopped, printReport(report)].join('\n')
}

async function confirm(run: string, { parts }: Opened, { out, err }: SyncCommandWorld): Promise<0 | 3> {
  const outcome = await confirmRun(parts.database, run, 'Kommandozeile')
  if (outcome.kind === 'done') {
    out.write(
      `${outcome.withdrawn} ${outcome.withdrawn === 1 ? 'Dokument ist' : 'Dokumente sind'} zurückgezogen; die Geschichte bleibt gespeichert.\n`,
    )
    return 0
  }
  const reasons = {
    unknown: `Den Ablauf ${run} gibt es nicht. Alle: GET /v1/runs.`,
    not_stopped: `Der Ablauf ${run} ist nicht angehalten; es gibt nichts auszuführen.`,
    superseded: `Ein neuerer Ablauf derselben Quelle weiß es besser als ${run}.`,
  }
  err.write(`${reasons[outcome.kind]}\n`)
  return 3
}
