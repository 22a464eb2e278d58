import type { SyncItem } from '../../src/law/sync-run.ts'
import { findAnsweringLabel } from '../../src/store/find-answering-label.ts'
import { findChunk } from '../../src/store/find-chunk.ts'
import { finishChunk } from '../../src/store/finish-chunk.ts'
import type { Job } from '../../src/store/job-queue.ts'
import type { PlannedItem } from '../../src/store/plan-run.ts'
import { recordRunItems } from '../../src/store/record-run-items.ts'
import { ingestItem } from '../ingest.ts'
import type { ItemReport } from '../report.ts'
import type { Source, SourceItem } from '../sources/source.ts'
import { comeBack } from './come-back.ts'
import type { ItemsOfRun } from './items-of-run.ts'
import { secondsClosed } from './seconds-closed.ts'
import type { SyncJob, SyncWorld } from './sync-world.ts'

type FeedJob = Job<Extract<SyncJob, { step: 'feed' }>>

/**
 * Feeds one piece of a run. Whatever is done is done for good: another worker that is given the piece after a crash finds
 * it stored and noted. Ends with the next step in the queue, the piece marked and the job done, in one transaction.
 */
export async function feedChunk(
  world: SyncWorld,
  job: FeedJob,
  itemsOf: ItemsOfRun,
  signal: AbortSignal,
): Promise<void> {
  const { run, chunk } = job.data
  const work = await findChunk(world.parts.database, run, chunk)
  if (work === null) return world.queue.done(job)
  const { source, find } = await itemsOf(run, work.source)
  const failures: SyncItem[] = []
  const untilOpen = secondsClosed(source)
  if (untilOpen > 0) return comeBack(world, job, untilOpen)
  for await (const { wanted, item } of find(work.items)) {
    if (signal.aborted) throw new Error('Der Dienst wird beendet.')
    const closedSeconds = secondsClosed(source)
    if (closedSeconds > 0) return comeBack(world, job, closedSeconds)
    if (item === null) failures.push(failedItem(wanted, vanished))
    const report = item && (await feed(world, run, work.again, source, item))
    if (report?.outcome === 'failed') failures.push(await failureOf(world, source, wanted.origin, report))
  }
  await closeChunk(world, job, failures, work.asksPublisher)
}

/** Notes what failed, marks a piece as done and puts in what comes after it. */
export async function closeChunk(
  { parts, queue }: SyncWorld,
  job: FeedJob,
  failures: SyncItem[],
  asksPublisher: boolean,
): Promise<void> {
  const { run, chunk } = job.data
  await parts.database.transaction(async (queries) => {
    await recordRunItems(queries, run, failures)
    const { next, open } = await finishChunk(queries, run, chunk)
    if (open === 0) await queue.send([{ run, step: 'end' }], queries)
    else if (asksPublisher && next !== null) await queue.send([{ run, step: 'feed', chunk: next }], queries)
    await queue.done(job, queries)
  })
}

function feed(
  { parts }: SyncWorld,
  run: string,
  again: boolean,
  source: Source,
  item: SourceItem,
): Promise<ItemReport | null> {
  return ingestItem(parts, source, item, {
    dryRun: false,
    again,
    onPublish: async (queries, report) => {
      if (report.outcome !== 'unchanged') await recordRunItems(queries, run, [itemOf(source, item.origin, report)])
    },
  })
}

/**
 * What failed, of a document that answers and of which its publisher now says that there is none: kept until the run's end
 * judges. Where a list tells what there is, the list has the word.
 */
async function failureOf({ parts }: SyncWorld, source: Source, origin: string, report: ItemReport): Promise<SyncItem> {
  const item = itemOf(source, origin, report)
  if (!report.gone || source.listed || source.keys || item.documentId === null) return item
  const label = await findAnsweringLabel(parts.database, item.documentId)
  return label === null
    ? item
    : { ...item, origin: item.documentId, label, day: null, outcome: 'kept', reason: goneReason }
}

const goneReason = 'Der Herausgeber hat es nicht mehr (404); es antwortet weiter, bis jemand zustimmt.'

const vanished = 'Der Text stand in der Liste, war dann aber nicht mehr da.'

/** An item of which nothing is known but where it lies. */
export function failedItem(item: PlannedItem, reason: string): SyncItem {
  return { ...item, documentId: null, label: null, day: null, outcome: 'failed', reason, norms: null }
}

function itemOf(source: Source, origin: string, report: ItemReport): SyncItem {
  return {
    origin,
    slug: report.slug,
    documentId: `${source.publisher}:${report.slug}`,
    label: report.abbreviation ?? null,
    day: report.day,
    outcome: report.outcome as SyncItem['outcome'],
    reason: report.reason ?? null,
    norms: report.norms ?? null,
  }
}
