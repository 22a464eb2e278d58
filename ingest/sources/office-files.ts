import { lstat, opendir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { readableExtensions } from '../parse/paper/detect-format.ts'
import { paperLimits } from '../parse/paper/paper-limits.ts'
import { isLitter, leadsOutside } from './file-layout.ts'
import { megabytes, unpackLimits } from './limits.ts'
import type { IgnoredFile } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'
import { openZip } from './zip.ts'

/** A paper's file: where it lies, and its bytes on demand. `reason` is German. */
export interface OfficeFile {
  /** Below the folder or in the archive, `/` between its parts. */
  path: string
  /** On disk, for the virus scanner: of a file in an archive the archive. */
  onDisk: string
  read(): Promise<{ kind: 'bytes'; bytes: Uint8Array } | { kind: 'failed'; reason: string }>
}

export interface OfficeFiles {
  files: OfficeFile[]
  ignored: IgnoredFile[]
  close(): void
}

/** Folders below the one named; links are not followed. */
const deepest = 30
/** Papers in one archive, unpacked. */
const archiveLimits = {
  ...unpackLimits,
  entryBytes: paperLimits.fileBytes,
  totalBytes: 2 * 1024 * 1024 * 1024,
  entries: 20_000,
}

/**
 * The papers in a folder and the folders below it, in a zip, or one file; in the order of their paths. What is no paper
 * by its name, links, and paths that lead out of an archive are passed over and named.
 * @throws UnusableSourceError where there is nothing of that name or the archive is damaged
 */
export async function officeFiles(path: string): Promise<OfficeFiles> {
  const root = resolve(path)
  const facts = await stat(root).catch((cause: unknown) => {
    throw new UnusableSourceError(path, `${path} gibt es nicht oder darf nicht gelesen werden.`, { cause })
  })
  const found: OfficeFiles = { files: [], ignored: [], close: () => {} }
  if (facts.isDirectory()) await walk(root, root, 0, found)
  else if (/\.zip$/i.test(root)) return openArchive(root)
  else found.files.push(onDisk(root, basename(root)))
  found.files.sort((a, b) => (a.path < b.path ? -1 : 1))
  return found
}

async function walk(root: string, folder: string, depth: number, found: OfficeFiles): Promise<void> {
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name)
    const place = relative(root, path).replaceAll('\\', '/')
    if (isLitter(place) || entry.name.startsWith('~$')) continue
    const facts = await lstat(path).catch(() => null)
    if (facts === null) found.ignored.push({ name: place, reason: 'Die Datei lässt sich nicht lesen. Rechte prüfen.' })
    else if (facts.isSymbolicLink())
      found.ignored.push({ name: place, reason: 'Eine Verknüpfung; ihr wird nicht gefolgt.' })
    else if (facts.isDirectory()) {
      if (depth < deepest) await walk(root, path, depth + 1, found)
      else found.ignored.push({ name: place, reason: `Tiefer als ${deepest} Ordner.` })
    } else if (facts.isFile()) take(onDisk(path, place), found)
  }
}

function take(file: OfficeFile, found: OfficeFiles): void {
  const extension = /\.([^./]+)$/.exec(file.path)?.[1]?.toLowerCase() ?? ''
  if (readableExtensions.includes(extension)) found.files.push(file)
  else
    found.ignored.push({ name: file.path, reason: `Kein Format, das gelesen wird (${readableExtensions.join(', ')}).` })
}

function onDisk(path: string, place: string): OfficeFile {
  return {
    path: place,
    onDisk: path,
    async read() {
      try {
        const { size } = await stat(path)
        if (size > paperLimits.fileBytes) return { kind: 'failed', reason: tooLarge(size) }
        return { kind: 'bytes', bytes: await readFile(path) }
      } catch (cause) {
        return { kind: 'failed', reason: `Die Datei lässt sich nicht lesen (${String(cause)}). Rechte und Ort prüfen.` }
      }
    },
  }
}

function tooLarge(size: number): string {
  return `Die Datei hat ${megabytes(size)}; gelesen werden höchstens ${megabytes(paperLimits.fileBytes)}. Bitte in Teilen oder mit kleineren Bildern bereitstellen.`
}

async function openArchive(path: string): Promise<OfficeFiles> {
  const zip = await openZip(path, archiveLimits)
  if (zip.kind === 'failed') throw new UnusableSourceError(path, `${path}: ${zip.reason}`)
  const found: OfficeFiles = { files: [], ignored: [], close: zip.close }
  for (const entry of zip.entries) {
    if (isLitter(entry.name)) continue
    const outside = leadsOutside(entry.name)
    if (outside !== null) found.ignored.push({ name: entry.name, reason: outside })
    else take({ path: entry.name, onDisk: path, read: () => entry.read() }, found)
  }
  return found
}
