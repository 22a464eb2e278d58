import { crc32 } from 'node:zlib'
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { megabytes, type UnpackLimits } from './limits.ts'

/** One file in a zip. `read` checks size, ratio and checksum while it unpacks; `reason` is German. */
export interface ZipEntry {
  name: string
  /** Unpacked size as the zip declares it. */
  size: number
  read(): Promise<ZipBytes>
}

export type ZipBytes = { kind: 'bytes'; bytes: Uint8Array } | { kind: 'failed'; reason: string }

export type OpenedZip = { kind: 'zip'; entries: ZipEntry[]; close(): void } | { kind: 'failed'; reason: string }

/** The files of a zip, folders left out; nothing is unpacked yet. A damaged zip is a value, a missing file throws. */
export async function openZip(from: string | Uint8Array, limits: UnpackLimits): Promise<OpenedZip> {
  // Names stay bytes: yauzl would refuse the whole zip for one bad name, we refuse the entry.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false }
  let zip: ZipFile | null = null
  try {
    zip =
      typeof from === 'string' ? await openPromise(from, options) : await fromBufferPromise(Buffer.from(from), options)
    return await listEntries(zip, limits)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause) throw cause
    zip?.close()
    return damaged(cause)
  }
}

async function listEntries(zip: ZipFile, limits: UnpackLimits): Promise<OpenedZip> {
  if (zip.entryCount > limits.entries) {
    zip.close()
    return refused(`Die Zip-Datei nennt ${zip.entryCount} Dateien; erlaubt sind ${limits.entries}.`)
  }
  const entries: ZipEntry[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const name = Buffer.from(entry.fileName).toString('utf8')
    if (name.endsWith('/')) continue
    total += entry.uncompressedSize
    entries.push({ name, size: entry.uncompressedSize, read: () => readEntry(zip, entry, limits) })
  }
  if (total > limits.totalBytes) {
    zip.close()
    return refused(
      `Die Zip-Datei wäre ausgepackt größer als ${megabytes(limits.totalBytes)}. Sie wird nicht ausgepackt.`,
    )
  }
  return { kind: 'zip', entries, close: () => zip.close() }
}

async function readEntry(zip: ZipFile, entry: Entry, limits: UnpackLimits): Promise<ZipBytes> {
  if (entry.isEncrypted()) return refused('Die Datei im Zip ist verschlüsselt. Bitte unverschlüsselt bereitstellen.')
  if (isLink(entry)) return refused('Der Eintrag im Zip ist eine Verknüpfung; ihr wird nicht gefolgt.')
  if (entry.uncompressedSize > limits.entryBytes)
    return refused(`Ausgepackt wäre die Datei größer als ${megabytes(limits.entryBytes)} und wird nicht ausgepackt.`)
  const allowed = Math.min(limits.entryBytes, Math.max(1024 * 1024, entry.compressedSize * limits.ratio))
  try {
    const bytes = await readUpTo(await zip.openReadStreamPromise(entry), allowed)
    if (bytes === null)
      return refused(
        'Die Datei ist um ein Vielfaches größer als ihr gepackter Inhalt (Zip-Bombe) und wird nicht ausgepackt.',
      )
    if (crc32(bytes) !== entry.crc32)
      return refused('Die Prüfsumme im Zip stimmt nicht: Die Datei ist beschädigt. Bitte erneut beschaffen.')
    return { kind: 'bytes', bytes }
  } catch (cause) {
    return damaged(cause)
  }
}

/** A symbolic link of Unix: the upper half of its attributes is the file's mode. */
function isLink(entry: Entry): boolean {
  return ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000
}

/** The whole stream, or null as soon as it grows past `limit`; then the stream is closed. */
export async function readUpTo(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function damaged(cause: unknown): { kind: 'failed'; reason: string } {
  const detail = cause instanceof Error ? cause.message : String(cause)
  return refused(`Die Zip-Datei ist beschädigt oder unvollständig (${detail}). Bitte erneut beschaffen.`)
}

function refused(reason: string): { kind: 'failed'; reason: string } {
  return { kind: 'failed', reason }
}
