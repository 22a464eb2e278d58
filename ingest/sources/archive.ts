import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Day } from '../../src/law/day.ts'
import { unpackLimits, type UnpackLimits } from './limits.ts'
import type { Source } from './source.ts'
import { tarSource, type TarPacking } from './tar-archive.ts'
import { UnusableSourceError } from './unusable-source-error.ts'
import { zipSource } from './zip-archive.ts'

const packings: [RegExp, TarPacking | 'zip'][] = [
  [/\.(tar\.xz|txz)$/i, 'xz'],
  [/\.(tar\.gz|tgz)$/i, 'gzip'],
  [/\.tar$/i, 'none'],
  [/\.zip$/i, 'zip'],
]

/** True for the names of archives that `archiveSource` reads. */
export function isArchiveName(path: string): boolean {
  return packings.some(([pattern]) => pattern.test(path))
}

/**
 * Dated laws in a `.tar.xz`, `.tar.gz`, `.tar` or `.zip`, in the same layouts as a folder; flat archives need `asOf`.
 * Read as a stream: one law at a time in memory, nothing written to disk.
 * @throws UnusableSourceError where the archive cannot be opened or read at all.
 */
export async function archiveSource(
  path: string,
  asOf: Day | null,
  limits: UnpackLimits = unpackLimits,
): Promise<Source> {
  const packing = packings.find(([pattern]) => pattern.test(path))?.[1]
  if (packing === undefined)
    throw new UnusableSourceError(path, `${basename(path)}: Gelesen werden .tar.xz, .tar.gz, .tar und .zip.`)
  const facts = await stat(path).catch((cause: unknown) => {
    throw new UnusableSourceError(path, `${path} gibt es nicht oder darf nicht gelesen werden.`, { cause })
  })
  if (!facts.isFile()) throw new UnusableSourceError(path, `${path} ist keine Datei.`)
  return packing === 'zip' ? zipSource(path, asOf, limits) : tarSource(path, packing, asOf, limits)
}
