import { UnknownEmbeddingModelError } from '../src/embedding/unknown-embedding-model-error.ts'
import type { Queries } from '../src/store/database.ts'
import { DatabaseFullError } from '../src/store/database-full-error.ts'
import { DatabaseGoneError } from '../src/store/database-gone-error.ts'
import type { DocumentText } from '../src/law/document-text.ts'
import { findObservation } from '../src/store/find-observation.ts'
import { findReadings, type Reading } from '../src/store/find-readings.ts'
import { findMissingNorms } from '../src/store/find-missing-norms.ts'
import { isDeadlock } from '../src/store/is-deadlock.ts'
import { findPaperCorrection, saveApplied } from '../src/store/paper-corrections.ts'
import type { PreparedVersion } from '../src/store/prepared-version.ts'
import { publishKnownVersion, publishVersion } from '../src/store/publish-version.ts'
import { findValidators, saveSourceCheck } from '../src/store/source-checks.ts'
import { saveCoverage } from '../src/store/court-coverage.ts'
import { tidy, tidyWhereGrown } from '../src/store/tidy.ts'
import { compareVersions, type VersionDifference } from './compare-versions.ts'
import type { Format, IngestParts } from './ingest-parts.ts'
import { prepareVersion, sha256 } from './passages/prepare-version.ts'
import type { ItemReport } from './report.ts'
import type { Fetched, Source, SourceItem, Validators } from './sources/source.ts'
import { stageInBatches } from './stage-in-batches.ts'

/** How a run is meant. `dryRun` says what would change and writes nothing. */
export interface IngestOptions {
  dryRun: boolean
  /** Bytes that are known are read anew: an older Fundstelle, or another setting, may have made something else of them. */
  again?: boolean
  signal?: AbortSignal
  /** Done in the transaction that makes a text the document's, so that what is noted of it is never lost. */
  onPublish?: (queries: Queries, report: ItemReport) => Promise<void>
}

/** Feeds every item of a source: fetch, parse, cut, embed, store; one report each, in the source's order. */
export async function* ingest(parts: IngestParts, source: Source, options: IngestOptions): AsyncGenerator<ItemReport> {
  let written = 0
  let isWhole = true
  for await (const item of source.items()) {
    if (options.signal?.aborted) {
      isWhole = false
      break
    }
    const report = await ingestItem(parts, source, item, options)
    if (report === null) continue
    written += report.passages?.written ?? 0
    isWhole &&= report.outcome !== 'failed'
    yield report
  }
  if (isWhole && !options.dryRun) await saveCoverage(parts.database, source.publisher, source.covers?.() ?? [])
  if (written > 0) await tidy(parts.database)
}

/** Feeds one item; null where only the text told that it was not asked for. A bad text is a report; throws only where no other text could do better. */
export async function ingestItem(
  parts: IngestParts,
  source: Source,
  item: SourceItem,
  options: IngestOptions,
): Promise<ItemReport | null> {
  const validators = source.asksPublisher && !options.again ? await findValidators(parts.database, item.origin) : null
  const fetched = await item.fetch(validators)
  if (fetched.kind === 'not_wanted') {
    if (source.asksPublisher && !options.dryRun) await recordCheck(parts, source, item, fetched.validators, null)
    return null
  }
  const once = () => feed(parts, source, item, fetched, options)
  const report = await once()
    .catch((error: unknown) => (isDeadlock(error) ? once() : Promise.reject(error)))
    .catch((error: unknown) => failure(item, error))
  if (source.asksPublisher && !options.dryRun) {
    const fault = report.outcome === 'failed' ? (report.reason ?? 'unbekannt') : null
    await recordCheck(parts, source, item, validatorsOf(fetched), fault)
  }
  return report
}

async function feed(
  parts: IngestParts,
  source: Source,
  item: SourceItem,
  fetched: Exclude<Fetched, { kind: 'not_wanted' }>,
  options: IngestOptions,
): Promise<ItemReport> {
  const { slug, day } = item
  if (fetched.kind === 'failed')
    return { slug, day, outcome: 'failed', reason: fetched.reason, ...(fetched.gone ? { gone: true } : {}) }
  if (fetched.kind === 'not_modified') return { slug, day, outcome: 'unchanged' }
  const format = parts.formatOf(source.publisher)
  const seen = { day, sourceSha256: sha256(fetched.bytes), origin: item.origin, fetchedOn: fetched.fetchedOn }
  const documentId = `${source.publisher}:${slug}`
  const said = source.publisher === 'office' ? await findPaperCorrection(parts.database, documentId) : null
  const isAnew = options.again === true || said?.isAhead === true
  const readings = isAnew ? await findReadings(parts.database, documentId, seen.sourceSha256) : []
  if (readings.length === 0) {
    const known = await findObservation(parts.database, documentId, format.datesItself ? null : day, seen.sourceSha256)
    if (known.state === 'same_day') return { slug, day, outcome: 'unchanged' }
    if (known.state === 'known_text') {
      if (!options.dryRun) await publishKnownVersion(parts.database, documentId, known.versionId, seen)
      return { slug, day, outcome: 'unchanged' }
    }
  }
  const text = await format.parse(fetched.bytes, slug, source.territory ?? 'DE', said?.corrected ?? {})
  const observation = observationOf(text, rereading(seen, readings))
  const prepared = prepareVersion(text, observation, (norm) => format.urlOf(slug, norm.norm))
  const noteApplied = async (queries: Queries) => said && saveApplied(queries, documentId, said.corrected)
  if (isReadTheSame(prepared, readings)) {
    if (!options.dryRun) await noteApplied(parts.database)
    return { slug, day, outcome: 'unchanged' }
  }
  if (options.dryRun) return preview(parts, item, prepared)
  return store(parts, format, item, prepared, async (queries, report) => {
    await noteApplied(queries)
    await options.onPublish?.(queries, report)
  })
}

/** A text that states its day holds from then, whenever it was seen. */
function observationOf(
  { inForceFrom }: DocumentText,
  seen: PreparedVersion['observation'],
): PreparedVersion['observation'] {
  return inForceFrom === undefined ? seen : { ...seen, day: inForceFrom, basis: 'official' }
}

/** Bytes that are read anew keep the day on which they were first seen. */
function rereading(seen: PreparedVersion['observation'], [first]: readonly Reading[]): PreparedVersion['observation'] {
  if (first === undefined) return seen
  const { fetchedOn } = first
  return { ...seen, day: first.basis === 'observed' ? first.day : fetchedOn, fetchedOn, rereads: true }
}

function isReadTheSame({ contentSha256, observation }: PreparedVersion, readings: readonly Reading[]): boolean {
  const isStated = observation.basis === 'official'
  return (
    readings.length > 0 &&
    readings.every(
      (reading) =>
        reading.contentSha256 === contentSha256 &&
        (isStated ? reading.day === observation.day : reading.basis === 'observed'),
    )
  )
}

async function preview(parts: IngestParts, item: SourceItem, prepared: PreparedVersion): Promise<ItemReport> {
  const difference = await compareVersions(parts.database, prepared)
  return { ...changed(item, prepared, difference), differences: difference.differences }
}

async function store(
  parts: IngestParts,
  format: Format,
  item: SourceItem,
  prepared: PreparedVersion,
  onPublish: NonNullable<IngestOptions['onPublish']>,
): Promise<ItemReport> {
  const documentId = prepared.text.document.id
  const difference = await compareVersions(parts.database, prepared)
  const missing = await findMissingNorms(parts.database, documentId, prepared.norms)
  const passages = await stageInBatches({ ...parts, cut: format.cut }, documentId, missing)
  const report = { ...changed(item, prepared, difference), passages }
  await publishVersion(parts.database, prepared, (queries) => onPublish(queries, report))
  await tidyWhereGrown(parts.database)
  return report
}

/** Of the day from which the text holds: that it was fetched today says nothing of a decision of last year. */
function changed(
  { slug }: SourceItem,
  { text, observation: { day, rereads } }: PreparedVersion,
  difference: VersionDifference,
): ItemReport {
  const { abbreviation } = text.document
  // Of what is read anew the same words may have got another day.
  if (difference.isSameContent && !rereads) return { slug, day, abbreviation, outcome: 'unchanged' }
  return { slug, day, abbreviation, outcome: difference.isNewDocument ? 'added' : 'changed', norms: difference.norms }
}

/** What no other text of the run could escape either. */
const stoppers = [DatabaseGoneError, DatabaseFullError, UnknownEmbeddingModelError]

/** One bad item never stops the others; a database that is gone or full, or a model nobody can ask, stops them all. */
function failure({ slug, day }: SourceItem, error: unknown): ItemReport {
  if (stoppers.some((stopper) => error instanceof stopper)) throw error
  return { slug, day, outcome: 'failed', reason: error instanceof Error ? error.message : String(error) }
}

function validatorsOf(fetched: Fetched): Validators | null {
  return fetched.kind === 'failed' ? null : (fetched.validators ?? null)
}

async function recordCheck(
  parts: IngestParts,
  source: Source,
  item: SourceItem,
  validators: Validators | null,
  fault: string | null,
): Promise<void> {
  await saveSourceCheck(parts.database, {
    origin: item.origin,
    publisher: source.publisher,
    validators: fault === null ? validators : null,
    failure: fault,
    stamp: fault === null ? (item.stamp ?? null) : null,
  })
}
