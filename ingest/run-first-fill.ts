import { concludeFirstFill, chooseFirstFill, type FirstFill } from './first-fill.ts'
import { ingest } from './ingest.ts'
import type { IngestParts } from './ingest-parts.ts'
import { summarise, type IngestReport, type ItemReport } from './report.ts'
import { openSource } from './sources/open-source.ts'
import { publisherReachable } from './sources/publisher-reachable.ts'
import type { Source } from './sources/source.ts'

export interface FirstFillSettings {
  corpusFolder: string | null
  offline: boolean
  giiUrl: string
  territory: string
  sourcesFile?: string | null
}

/** Hears what is done, in German, and how far it is; `total` null while that is not known. */
export interface FirstFillListener {
  say(message: string): void
  progress(step: string, done: number, total: number | null): void
}

/**
 * Fills an empty collection, or goes on where that was broken off: feeding a text twice changes nothing.
 * @throws UnusableSourceError where the office's folder cannot be read
 */
export async function runFirstFill(
  parts: IngestParts,
  settings: FirstFillSettings,
  listener: FirstFillListener,
  signal: AbortSignal,
): Promise<void> {
  const fill = await chooseFirstFill({ ...settings, reachable: publisherReachable })
  listener.say(fill.message)
  const report = await feed(parts, await open(fill, settings), listener, signal)
  if (signal.aborted) return
  const { message, loadDemo } = concludeFirstFill(fill, report.counts)
  listener.say(message)
  if (loadDemo) await feed(parts, await open({ ...fill, from: 'demo' }, settings), listener, signal)
}

function open(
  { from }: FirstFill,
  { corpusFolder, giiUrl, offline, territory, sourcesFile = null }: FirstFillSettings,
): Promise<Source> {
  const name = from === 'corpus' ? (corpusFolder ?? '') : from
  return openSource(name, { asOf: null, only: null, giiUrl, offline, scanCommand: null, territory, sourcesFile })
}

async function feed(
  parts: IngestParts,
  source: Source,
  listener: FirstFillListener,
  signal: AbortSignal,
): Promise<IngestReport> {
  const startedAt = Date.now()
  const items: ItemReport[] = []
  listener.progress(source.name, 0, source.count)
  for await (const item of ingest(parts, source, { dryRun: false, signal })) {
    items.push(item)
    if (item.reason !== undefined) listener.say(`${item.slug} (${item.day}): ${item.reason}`)
    listener.progress(source.name, items.length, source.count)
  }
  return summarise(
    { source: source.name, dryRun: false, ignored: source.ignored, tookMs: Date.now() - startedAt },
    items,
  )
}
