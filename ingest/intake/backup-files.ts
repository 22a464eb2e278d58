import { createReadStream } from 'node:fs'
import { backup, type BackupLine, restore, RestoreError } from '../../src/store/backup.ts'
import type { Database } from '../../src/store/database.ts'
import { listFileHashes } from '../../src/store/uploads.ts'
import type { UploadFolder } from './upload-folder.ts'

/** A piece of an uploaded file in a backup, Base64; the pieces of a file follow one another. */
export interface FileLine {
  file: string
  content: string
  isLast: boolean
}

const pieceBytes = 256 * 1024

/**
 * Every row of the database as lines, then the papers' files. A file that is not there (another machine's folder, a draft
 * discarded meanwhile) is left out and counted in `missing`.
 */
export async function backupWithFiles(
  database: Database,
  folder: UploadFolder,
  write: (line: BackupLine | FileLine) => Promise<void>,
): Promise<{ rows: number; files: number; missing: number }> {
  const rows = await backup(database, write)
  let files = 0
  let missing = 0
  for (const sha256 of await listFileHashes(database)) {
    if (await writeFileLines(folder.pathOf(sha256), sha256, write)) files += 1
    else missing += 1
  }
  return { rows, files, missing }
}

/** False where there is no such file. */
async function writeFileLines(
  path: string,
  sha256: string,
  write: (line: FileLine) => Promise<void>,
): Promise<boolean> {
  let held: Buffer | null = null
  const lineOf = (piece: Buffer, isLast: boolean) => ({ file: sha256, content: piece.toString('base64'), isLast })
  try {
    for await (const piece of createReadStream(path, { highWaterMark: pieceBytes })) {
      if (held !== null) await write(lineOf(held, false))
      held = piece as Buffer
    }
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return false
    throw error
  }
  if (held !== null) await write(lineOf(held, true))
  return held !== null
}

/**
 * Reads such a backup into an empty database and a folder. Rows come all or not at all; files of a backup that breaks off
 * belong to nothing, and the service removes them. @throws RestoreError
 */
export async function restoreWithFiles(
  database: Database,
  folder: UploadFolder,
  lines: AsyncIterable<BackupLine | FileLine>,
): Promise<{ rows: number; files: number }> {
  let files = 0
  const source = lines[Symbol.asyncIterator]()
  async function* rowLines(): AsyncGenerator<BackupLine> {
    for (let next = await source.next(); next.done !== true; next = await source.next()) {
      const line = next.value
      if (!('file' in line)) yield line
      else {
        await restoreFile(folder, line, source)
        files += 1
      }
    }
  }
  const rows = await restore(database, rowLines())
  return { rows, files }
}

type Lines = AsyncIterator<BackupLine | FileLine>

async function restoreFile(folder: UploadFolder, first: FileLine, source: Lines): Promise<void> {
  const { sha256 } = await folder.receive(piecesOf(first, source))
  if (sha256 === first.file) return
  await folder.remove(sha256)
  throw damaged(first.file)
}

async function* piecesOf(first: FileLine, source: Lines): AsyncGenerator<Uint8Array> {
  let line = first
  yield Buffer.from(line.content, 'base64')
  while (!line.isLast) {
    const { done, value } = await source.next()
    if (done === true || !('file' in value) || value.file !== first.file) throw damaged(first.file)
    line = value
    yield Buffer.from(line.content, 'base64')
  }
}

function damaged(sha256: string): RestoreError {
  return new RestoreError(`Die Datei ${sha256} ist in der Sicherung beschädigt oder unvollständig.`)
}
