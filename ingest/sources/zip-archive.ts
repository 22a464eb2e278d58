import { today, type Day } from '../../src/law/day.ts'
import { askForDay, isLitter, placeFile, undatedReason } from './file-layout.ts'
import { oldestFirst } from './folder.ts'
import type { UnpackLimits } from './limits.ts'
import type { Fetched, IgnoredFile, Source, SourceItem } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'
import { openZip, type ZipEntry } from './zip.ts'

/** The laws in a zip, oldest text of a law first. See `archiveSource`. */
export async function zipSource(path: string, asOf: Day | null, limits: UnpackLimits): Promise<Source> {
  const zip = await openZip(path, limits)
  if (zip.kind === 'failed') throw new UnusableSourceError(path, `${path}: ${zip.reason}`)
  const ignored: IgnoredFile[] = []
  const items = sortEntries(path, zip.entries, asOf, ignored)
  const undated = ignored.some((file) => file.reason === undatedReason)
  if (items.length === 0) {
    zip.close()
    throw new UnusableSourceError(path, undated ? askForDay(path) : `In ${path} liegt kein Gesetz.`)
  }
  return {
    name: `Archiv ${path}`,
    publisher: 'gii',
    asksPublisher: false,
    readOnce: true,
    count: items.length,
    ignored,
    async *items() {
      try {
        yield* items
      } finally {
        zip.close()
      }
    },
  }
}

function sortEntries(path: string, entries: ZipEntry[], asOf: Day | null, ignored: IgnoredFile[]): SourceItem[] {
  const items: SourceItem[] = []
  for (const entry of entries) {
    if (isLitter(entry.name)) continue
    const place = placeFile(entry.name, asOf)
    if (place.kind === 'law') {
      const { slug, day } = place
      items.push({ slug, day, origin: `${path}#${entry.name}`, fetch: () => fetchEntry(entry) })
    } else ignored.push({ name: entry.name, reason: place.kind === 'undated' ? undatedReason : place.reason })
  }
  return items.toSorted(oldestFirst)
}

async function fetchEntry(entry: ZipEntry): Promise<Fetched> {
  const read = await entry.read()
  return read.kind === 'failed' ? read : { ...read, fetchedOn: today(), validators: null }
}
