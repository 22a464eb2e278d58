import { open, opendir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { today } from '../../src/law/day.ts'
import { isLitter } from './file-layout.ts'
import { megabytes, unpackLimits } from './limits.ts'
import type { Publisher } from './publishers.ts'
import type { Fetched, IgnoredFile, Source, SourceItem } from './source.ts'
import { unpackLaw } from './unpack-law.ts'
import { UnusableSourceError } from './unusable-source-error.ts'
import type { ZipBytes } from './zip.ts'

/** Folders below the one named; an end to links in a circle. */
const deepest = 12

/** How a publisher's saved files are told and named. */
export interface SavedFiles {
  publisher: Publisher
  /** The publisher's key from a file's path below the folder (`/` between its parts) and its first bytes; null: none of its files. */
  slugOfFile(path: string, head: string): string | null
  /** The one text in a zip; what is no zip comes back as it is. Without it a zip holds one XML file. */
  unpack?: (bytes: Uint8Array) => Promise<ZipBytes>
  /** For people: `Entscheidungen als .xml oder .zip`. */
  what: string
}

/** So much of a file is looked at to tell what it is. */
const headBytes = 64 * 1024

/**
 * A publisher's documents as files in a folder, or one file: what an office without network was brought. Zips hold one
 * document each. By path; nothing but its beginning is read of a file before `fetch`.
 * @throws UnusableSourceError where the path cannot be read or holds none.
 */
export async function savedFiles(
  path: string,
  { publisher, slugOfFile, what, unpack = unpackDecision }: SavedFiles,
): Promise<Source> {
  const root = resolve(path)
  const { files, isWhole } = await listFiles(root)
  const ignored: IgnoredFile[] = []
  const items: SourceItem[] = []
  for (const file of files) {
    const place = file === root ? basename(file) : relative(root, file).split(sep).join('/')
    const slug = isLitter(place) ? null : slugOfFile(place, await headOf(file))
    if (slug !== null) items.push({ slug, day: today(), origin: file, fetch: () => read(file, unpack) })
    else if (!isLitter(place)) ignored.push({ name: file, reason: `Gelesen werden ${what}.` })
  }
  if (items.length === 0) throw new UnusableSourceError(path, `In ${path} liegen keine ${what}.`)
  return {
    name: `${files.length === 1 && files[0] === root ? 'Datei' : 'Ordner'} ${path}`,
    publisher,
    asksPublisher: false,
    count: items.length,
    ignored,
    async *items() {
      yield* items
    },
    listed: async () => (isWhole ? new Set(items.map(({ slug }) => slug)) : null),
  }
}

/** `isWhole`: a folder of which everything could be looked at, so that what is not in it was taken out. */
async function listFiles(root: string): Promise<{ files: string[]; isWhole: boolean }> {
  const facts = await stat(root).catch((cause: unknown) => {
    throw new UnusableSourceError(root, `${root} gibt es nicht oder darf nicht gelesen werden.`, { cause })
  })
  if (facts.isFile()) return { files: [root], isWhole: false }
  const files: string[] = []
  const isWhole = await walk(root, 0, files)
  return { files: files.toSorted(), isWhole }
}

/** False where something could not be looked at. */
async function walk(folder: string, depth: number, found: string[]): Promise<boolean> {
  let isWhole = true
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name)
    const facts = await stat(path).catch(() => null)
    if (facts === null || (facts.isDirectory() && depth >= deepest)) isWhole = false
    else if (facts.isDirectory()) isWhole = (await walk(path, depth + 1, found)) && isWhole
    else if (facts.isFile()) found.push(path)
  }
  return isWhole
}

async function headOf(path: string): Promise<string> {
  const file = await open(path).catch(() => null)
  if (file === null) return ''
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(headBytes), position: 0 })
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

function unpackDecision(bytes: Uint8Array): Promise<ZipBytes> {
  return unpackLaw(bytes, 'der Entscheidung')
}

async function read(path: string, unpack: (bytes: Uint8Array) => Promise<ZipBytes>): Promise<Fetched> {
  try {
    const { size } = await stat(path)
    if (size > unpackLimits.entryBytes)
      return { kind: 'failed', reason: `Die Datei ist größer als ${megabytes(unpackLimits.entryBytes)}.` }
    const bytes = await readFile(path)
    if (!path.toLowerCase().endsWith('.zip')) return { kind: 'bytes', bytes, fetchedOn: today(), validators: null }
    const unpacked = await unpack(bytes)
    return unpacked.kind === 'failed' ? unpacked : { ...unpacked, fetchedOn: today(), validators: null }
  } catch (cause) {
    return { kind: 'failed', reason: `Die Datei lässt sich nicht lesen (${String(cause)}). Rechte und Ort prüfen.` }
  }
}
