import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { extract, type ExtractEvents } from 'tar-stream'
import xz from 'xz-decompress'
import { today, type Day } from '../../src/law/day.ts'
import { askForDay, isLitter, placeFile, undatedReason } from './file-layout.ts'
import { megabytes, type UnpackLimits } from './limits.ts'
import type { Fetched, IgnoredFile, Source, SourceItem } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'
import { readUpTo } from './zip.ts'

export type TarPacking = 'none' | 'gzip' | 'xz'

type Entry = ExtractEvents['entry'][1]

/** The laws in a tar archive, in the archive's own order: it can only be read once through. See `archiveSource`. */
export function tarSource(path: string, packing: TarPacking, asOf: Day | null, limits: UnpackLimits): Source {
  const ignored: IgnoredFile[] = []
  return {
    name: `Archiv ${path}`,
    publisher: 'gii',
    asksPublisher: false,
    readOnce: true,
    count: null,
    ignored,
    items: () => readTar(path, packing, asOf, limits, ignored),
  }
}

async function* readTar(
  path: string,
  packing: TarPacking,
  asOf: Day | null,
  limits: UnpackLimits,
  ignored: IgnoredFile[],
): AsyncGenerator<SourceItem> {
  const read = { entries: 0, laws: 0, bytes: 0 }
  const tar = openTar(path, packing)
  try {
    for await (const entry of tar.entries) {
      read.entries += 1
      read.bytes += entry.header.size ?? 0
      if (read.entries > limits.entries) throw new Error(`mehr als ${limits.entries} Dateien`)
      if (read.bytes > limits.totalBytes) throw new Error(`ausgepackt mehr als ${megabytes(limits.totalBytes)}`)
      const item = await readEntry(path, entry, asOf, limits, ignored)
      if (item === 'undated' && read.laws === 0) throw new UnusableSourceError(path, askForDay(path))
      if (item === null || item === 'undated') continue
      read.laws += 1
      yield item
    }
  } catch (cause) {
    if (cause instanceof UnusableSourceError) throw cause
    const detail = cause instanceof Error ? cause.message : String(cause)
    if (read.laws === 0)
      throw new UnusableSourceError(path, `${path} ist kein lesbares Archiv (${detail}). Bitte erneut beschaffen.`, {
        cause,
      })
    yield brokenOff(path, read.laws, detail)
    return
  } finally {
    tar.close()
  }
  if (read.laws === 0) throw new UnusableSourceError(path, `In ${path} liegt kein Gesetz.`)
}

/** The archive breaks off in the middle: what came before stays, and the report has a line for it. */
function brokenOff(path: string, laws: number, detail: string): SourceItem {
  const reason = `Das Archiv bricht nach ${laws} Gesetzestexten ab (${detail}). Diese sind gelesen; bitte das Archiv erneut beschaffen.`
  return { slug: basename(path), day: today(), origin: path, fetch: async () => ({ kind: 'failed', reason }) }
}

async function readEntry(
  path: string,
  entry: Entry,
  asOf: Day | null,
  limits: UnpackLimits,
  ignored: IgnoredFile[],
): Promise<SourceItem | 'undated' | null> {
  const { name, type, size } = entry.header
  const place = type === 'file' ? placeFile(name, asOf) : null
  if (place?.kind !== 'law') {
    entry.resume()
    if (place?.kind === 'undated') ignored.push({ name, reason: undatedReason })
    else if (place !== null && !isLitter(name)) ignored.push({ name, reason: place.reason })
    else if (type !== 'file' && type !== 'directory') ignored.push({ name, reason: 'Verknüpfung, keine Datei.' })
    return place?.kind === 'undated' ? 'undated' : null
  }
  const { slug, day } = place
  const origin = `${path}#${name}`
  if ((size ?? 0) > limits.entryBytes) {
    entry.resume()
    const reason = `Die Datei ist größer als ${megabytes(limits.entryBytes)}; so lang ist kein Gesetz.`
    return { slug, day, origin, fetch: async () => ({ kind: 'failed', reason }) }
  }
  const bytes = await readUpTo(entry as AsyncIterable<Uint8Array>, limits.entryBytes)
  const fetched: Fetched = { kind: 'bytes', bytes: bytes ?? new Uint8Array(), fetchedOn: today(), validators: null }
  return { slug, day, origin, fetch: async () => fetched }
}

function openTar(path: string, packing: TarPacking) {
  const file = createReadStream(path)
  const unpacked = unpack(file, packing)
  const entries = extract()
  pipeline(unpacked, entries, () => {
    // The error reaches the reader through `entries`, which pipeline destroys with it.
  })
  return { entries, close: () => unpacked.destroy() }
}

function unpack(file: Readable, packing: TarPacking): Readable {
  if (packing === 'none') return file
  if (packing === 'xz') return Readable.fromWeb(new xz.XzReadableStream(Readable.toWeb(file)))
  return pipeline(file, createGunzip(), () => {
    // pipeline destroys the unzipped stream with the error.
  })
}
