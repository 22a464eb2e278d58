import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { vector } from '@electric-sql/pglite-pgvector'
import { type DataFolderLock, type LockHolder, lockDataFolder } from './data-folder-lock.ts'
import { DataFolderLockedError } from './data-folder-locked-error.ts'
import { DataFolderUnusableError } from './data-folder-unusable-error.ts'
import { type Database, poolDatabase } from './database.ts'
import { serveEmbedded } from './embedded-server.ts'

/** Longest a second opener waits for the holder to finish starting, in milliseconds. */
const HOLDER_PATIENCE_MS = 15_000

/** Longest a new connection of our own waits for the backend. */
const busyMs = 60_000

/**
 * Opens the embedded database of a folder, or, when a living process already has it open, goes through that one.
 *
 * PGlite runs without fsync: killing the process loses nothing, a crash of the whole machine can (docs/operation.md).
 *
 * @throws DataFolderLockedError when the holder does not let others through
 * @throws DataFolderUnusableError when the folder cannot be written
 */
export async function openEmbeddedDatabase(folder: string): Promise<Database> {
  const attempt = tryToLock(folder)
  return attempt.granted ? openOwn(folder, attempt.lock) : openThroughHolder(folder, attempt.holder)
}

function tryToLock(folder: string) {
  try {
    return lockDataFolder(folder)
  } catch (error) {
    throw new DataFolderUnusableError(folder, error)
  }
}

async function openOwn(folder: string, lock: DataFolderLock): Promise<Database> {
  const socketFolder = socketFolderOf(folder)
  try {
    const pglite = await PGlite.create({ dataDir: join(folder, 'postgres'), extensions: { vector, pg_trgm } })
    const server = await listen(pglite, socketFolder)
    lock.announce(socketFolder)
    return poolDatabase(
      // Our own backend is never gone, only busy: a new connection waits behind the statements that run.
      { ...socketOptions(socketFolder), connectionTimeoutMillis: busyMs },
      { kind: 'embedded', description: `eingebettete Datenbank in ${folder}` },
      async () => {
        await server.close()
        await pglite.close()
        rmSync(socketFolder, { recursive: true, force: true })
        lock.release()
      },
    )
  } catch (error) {
    lock.release()
    throw new DataFolderUnusableError(folder, error)
  }
}

function listen(pglite: PGlite, socketFolder: string): ReturnType<typeof serveEmbedded> {
  rmSync(socketFolder, { recursive: true, force: true })
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
  return serveEmbedded(pglite, join(socketFolder, '.s.PGSQL.5432'))
}

async function openThroughHolder(folder: string, firstSeen: LockHolder | null): Promise<Database> {
  const deadline = Date.now() + HOLDER_PATIENCE_MS
  let holder = firstSeen
  while (!holder?.socketFolder && Date.now() < deadline) {
    await wait(200)
    const again = tryToLock(folder)
    if (again.granted) return openOwn(folder, again.lock)
    holder = again.holder
  }
  if (!holder?.socketFolder) throw new DataFolderLockedError(folder, holder)
  const database = poolDatabase(socketOptions(holder.socketFolder), {
    kind: 'embedded',
    description: `eingebettete Datenbank in ${folder}, durch den laufenden Prozess ${holder.pid}`,
  })
  try {
    await database.query('select 1')
    return database
  } catch {
    await database.close()
    throw new DataFolderLockedError(folder, holder)
  }
}

/** One backend serves them all, so more would only wait there. */
function socketOptions(host: string) {
  return { host, user: 'postgres', database: 'postgres', max: 8 }
}

/** Unix sockets have a path limit near 100 bytes, so a deep data folder gets its socket in the system's temporary one. */
function socketFolderOf(folder: string): string {
  const own = join(resolve(folder), 'socket')
  if (Buffer.byteLength(join(own, '.s.PGSQL.5432')) < 100) return own
  const name = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 16)
  return join(tmpdir(), `fundstelle-${process.getuid?.() ?? 'user'}-${name}`)
}
