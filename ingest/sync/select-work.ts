import type { KnownTexts } from '../../src/store/find-known-texts.ts'
import { findKnownTexts } from '../../src/store/find-known-texts.ts'
import { findStamps } from '../../src/store/find-stamps.ts'
import { listAheadPapers } from '../../src/store/paper-corrections.ts'
import type { IngestParts } from '../ingest-parts.ts'
import { sha256 } from '../passages/prepare-version.ts'
import type { Source, SourceItem } from '../sources/source.ts'

/** What of a source has to be looked at more closely. */
export interface SelectedWork {
  /** Items the source has in all. */
  items: number
  todo: SourceItem[]
  /** Null: the source cannot tell what is all there. */
  listed: ReadonlySet<string> | null
}

/**
 * Goes through a source's list and leaves out what is known to be unchanged: a file by its hash, an item at a publisher by
 * what the list says of its state; with `again` nothing is left out, nor what staff corrected
 * since. Asks the database three times in all, not for each item.
 * @throws UnusableSourceError where the source cannot be listed
 */
export async function selectWork(parts: IngestParts, source: Source, again: boolean): Promise<SelectedWork> {
  const known = await findKnownTexts(parts.database, source.publisher)
  const stamps = await findStamps(parts.database, source.publisher)
  const ahead = await listAheadPapers(parts.database)
  const listed = await listedOf(source)
  const { datesItself } = parts.formatOf(source.publisher)
  const work: SelectedWork = { items: 0, todo: [], listed }
  for await (const item of source.items()) {
    const id = `${source.publisher}:${item.slug}`
    // No longer there: withdrawn at the end of the run, not asked for and reported as failed.
    if (listed && !listed.has(item.slug) && known.knows(id)) continue
    work.items += 1
    const isSame = source.asksPublisher
      ? () => item.stamp !== undefined && stamps.get(item.origin) === item.stamp && known.knows(id)
      : () => isKnownFile(item, id, known, datesItself)
    if (again || ahead.has(id) || !(await isSame())) work.todo.push(item)
  }
  return work
}

/** Of what the publisher has, or only of this selection: either tells what is gone. */
async function listedOf(source: Source): Promise<ReadonlySet<string> | null> {
  if (source.listed) return source.listed()
  return source.keys ? new Set(await source.keys()) : null
}

async function isKnownFile(item: SourceItem, id: string, known: KnownTexts, datesItself: boolean): Promise<boolean> {
  const fetched = await item.fetch(null)
  return fetched.kind === 'bytes' && known.has(id, datesItself ? null : item.day, sha256(fetched.bytes))
}
