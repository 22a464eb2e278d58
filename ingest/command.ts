import { readCommandOptions, type CommandOptions } from './command-options.ts'
import { printDifference, printReport } from './print-report.ts'
import { startProgress, type ProgressStream } from './progress.ts'
import { exitCodeOf, summarise, type IngestReport, type ItemReport } from './report.ts'
import { openSource, type SourceSettings } from './sources/open-source.ts'
import type { Source } from './sources/source.ts'

/** The library that is fed, opened only once the sources are known to be there. */
export interface OpenLibrary {
  ingest(source: Source, options: { dryRun: boolean }): AsyncIterable<ItemReport>
  close(): Promise<void>
}

/** What the command touches of the world. `out` is stdout and carries nothing but the report. */
export interface CommandWorld {
  settings: Pick<SourceSettings, 'giiUrl' | 'offline' | 'publisherUrls' | 'scanCommand' | 'sourcesFile' | 'territory'>
  openLibrary(): Promise<OpenLibrary>
  out: NodeJS.WritableStream
  err: ProgressStream
}

/**
 * `npm run ingest -- <source> …`. Resolves to the exit code: 0 all fine, 1 some texts failed, 2 wrong usage, 3 nothing
 * could be done, or the work had to stop. Errors are printed in German, never thrown.
 */
export async function runIngestCommand(words: readonly string[], world: CommandWorld): Promise<0 | 1 | 2 | 3> {
  const read = readCommandOptions(words)
  if (read.kind === 'usage') {
    world.err.write(read.message)
    return 2
  }
  if (read.kind === 'help') {
    world.out.write(read.text)
    return 0
  }
  const reports: IngestReport[] = []
  try {
    await feedAll(read.options, world, reports)
    print(read.options, world, reports, null)
    return exitCodeOf(reports)
  } catch (error) {
    print(read.options, world, reports, error instanceof Error ? error.message : String(error))
    return 3
  }
}

async function feedAll(options: CommandOptions, world: CommandWorld, reports: IngestReport[]): Promise<void> {
  const sources: Source[] = []
  for (const name of options.sources) sources.push(await openSource(name, { ...options, ...world.settings }))
  const library = await world.openLibrary()
  try {
    for (const source of sources) await feed(source, library, options, world, reports)
  } finally {
    await library.close()
  }
}

/** The report is kept even where the source or the database breaks in the middle: what was fed in is there. */
async function feed(
  source: Source,
  library: OpenLibrary,
  options: CommandOptions,
  world: CommandWorld,
  reports: IngestReport[],
): Promise<void> {
  const startedAt = Date.now()
  const items: ItemReport[] = []
  if (!options.json) world.err.write(`${source.name} …\n`)
  const progress = startProgress(world.err)
  try {
    for await (const item of library.ingest(source, { dryRun: options.dryRun })) {
      items.push(item)
      progress.step(item.slug, source.count)
    }
  } finally {
    progress.stop()
    const run = { source: source.name, dryRun: options.dryRun, ignored: source.ignored }
    if (items.length > 0) reports.push(summarise({ ...run, tookMs: Date.now() - startedAt }, items))
  }
}

function print(options: CommandOptions, world: CommandWorld, reports: IngestReport[], error: string | null): void {
  if (options.json) {
    world.out.write(`${JSON.stringify({ reports, error }, null, 2)}\n`)
    return
  }
  for (const report of reports) {
    const differences = report.items.map(printDifference).filter((text) => text !== '')
    world.out.write([...differences, printReport(report)].join('\n'))
  }
  if (error === null) return
  const stopped = reports.length > 0 ? 'Abgebrochen; was oben steht, ist getan: ' : ''
  world.err.write(`${stopped}${error}\n`)
}
