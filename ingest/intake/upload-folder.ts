import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { IntakeError } from '../../src/law/intake.ts'
import { paperLimits } from '../parse/paper/paper-limits.ts'
import { PaperError } from '../parse/paper/paper-error.ts'
import { refuseBySize } from '../parse/paper/read-paper.ts'

/** Files as they were uploaded, under the SHA-256 of their bytes. */
export interface UploadFolder {
  /**
   * Writes a file while it arrives, never all of it in memory. What breaks off or is too large leaves nothing.
   * @throws IntakeError
   */
  receive(body: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }>
  read(sha256: string): Promise<Uint8Array>
  pathOf(sha256: string): string
  remove(sha256: string): Promise<void>
  /** Removes what a killed process of this machine left in part; to be called before anything is received. */
  clearInterrupted(): Promise<void>
  /** Removes files that belong to nothing and were not touched for an hour: a service beside this one may be writing. */
  sweep(known: Set<string>): Promise<void>
}

const abandonedMs = 3_600_000

/** Whose part a file is: machine and process. */
const mark = `${hostname()}-`

/** Of other processes; our own number may have been a dead one's before (in a container it is always 1). */
function isAtWork(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

export function openUploadFolder(dataFolder: string): UploadFolder {
  const folder = join(dataFolder, 'uploads')
  const pathOf = (sha256: string) => join(folder, sha256)
  return {
    pathOf,
    read: (sha256) => readFile(pathOf(sha256)),
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async receive(body) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const partial = join(folder, `${mark}${process.pid}-${randomUUID()}.part`)
      try {
        const { sha256, bytes } = await write(body, partial)
        await rename(partial, pathOf(sha256))
        return { sha256, bytes }
      } catch (error) {
        throw asIntakeError(error)
      } finally {
        await rm(partial, { force: true })
      }
    },
    async clearInterrupted() {
      for (const name of await readdir(folder).catch(() => []))
        if (name.startsWith(mark) && !isAtWork(Number.parseInt(name.slice(mark.length), 10)))
          await rm(join(folder, name), { force: true })
    },
    async sweep(known) {
      const names = await readdir(folder).catch(() => [])
      for (const name of names) {
        if (known.has(name)) continue
        const facts = await stat(join(folder, name)).catch(() => null)
        if (facts !== null && Date.now() - facts.mtimeMs > abandonedMs) await rm(join(folder, name), { force: true })
      }
    },
  }
}

async function write(body: AsyncIterable<Uint8Array>, path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = async function* () {
    for await (const chunk of body) {
      bytes += chunk.byteLength
      if (bytes > paperLimits.fileBytes) refuseBySize(bytes)
      hash.update(chunk)
      yield chunk
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
  refuseBySize(bytes)
  return { sha256: hash.digest('hex'), bytes }
}

function asIntakeError(error: unknown): unknown {
  if (error instanceof PaperError)
    return new IntakeError(error.fault === 'too_large' ? 'too_large' : 'unusable', error.message)
  const { code } = error as { code?: string }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new IntakeError(
      'no_space',
      'Im Ordner für hochgeladene Dateien ist kein Platz mehr; die Datei wurde nicht angenommen. Bitte die Systemverwaltung fragen.',
      { cause: error },
    )
  return error
}
