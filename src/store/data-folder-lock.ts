import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { tryLock } from 'fs-native-extensions'

/** Who holds a data folder, as written into its lock file. */
export interface LockHolder {
  pid: number
  since: string
  /** Folder of the holder's PostgreSQL socket, once it listens. */
  socketFolder: string | null
}

export type LockAttempt = { granted: true; lock: DataFolderLock } | { granted: false; holder: LockHolder | null }

export interface DataFolderLock {
  announce(socketFolder: string): void
  release(): void
}

/**
 * Takes the exclusive lock of a data folder, before PGlite opens it.
 *
 * The lock is the kernel's (open file description), owned by the living process: it ends with the process however
 * that dies, and no age or pid guess can take it from one that lives. PGlite has no lock of its own; two processes
 * on one folder destroy each other's rows without an error (electric-sql/pglite#1106).
 */
export function lockDataFolder(folder: string): LockAttempt {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'fundstelle.lock')
  const file = openSync(path, 'a+', 0o600)
  if (!tryLock(file)) {
    closeSync(file)
    return { granted: false, holder: readHolder(path) }
  }
  const since = new Date().toISOString()
  const write = (socketFolder: string | null) => {
    ftruncateSync(file)
    writeSync(file, JSON.stringify({ pid: process.pid, since, socketFolder } satisfies LockHolder))
  }
  write(null)
  return { granted: true, lock: { announce: write, release: () => closeSync(file) } }
}

function readHolder(path: string): LockHolder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockHolder
  } catch {
    return null
  }
}
