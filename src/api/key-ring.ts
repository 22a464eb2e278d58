import { createHash, timingSafeEqual } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { z } from 'zod'
import { KeysFileError } from './keys-file-error.ts'

const roles = ['reader', 'editor', 'administrator'] as const
export type Role = (typeof roles)[number]

const keysSchema = z.array(
  z.strictObject({
    hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
    role: z.enum(roles),
    pseudonym: z.string().regex(/^[\w.-]{1,64}$/),
  }),
)
type KeyEntry = z.infer<typeof keysSchema>[number]

export interface KeyRing {
  /** The entry of a key, or null. Throws KeysFileError where the file cannot be read. */
  find(key: string): Promise<KeyEntry | null>
}

/**
 * The keys of a JSON file `[{ "hash": "sha256:…", "role": "reader", "pseudonym": "sb-17" }]`, read again whenever the
 * file changes. Keys are 256 random bits (`scripts/new-key.ts`), so a plain SHA-256 cannot be searched backwards.
 */
export function createKeyRing(path: string): KeyRing {
  let stamp = ''
  let entries: KeyEntry[] = []
  return {
    async find(key) {
      const current = await stampOf(path)
      if (current !== stamp) {
        entries = await readKeys(path)
        stamp = current
      }
      return match(entries, key)
    },
  }
}

async function stampOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path)
    return `${mtimeMs}/${size}/${ino}`
  } catch (cause) {
    throw new KeysFileError(path, 'sie ist nicht lesbar', cause)
  }
}

async function readKeys(path: string): Promise<KeyEntry[]> {
  try {
    return keysSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (cause) {
    throw new KeysFileError(path, 'sie hat nicht die Form [{ "hash", "role", "pseudonym" }]', cause)
  }
}

/** Compares with every entry, so that the time taken does not tell which one fits. */
function match(entries: KeyEntry[], key: string): KeyEntry | null {
  const given = createHash('sha256').update(key).digest()
  let found: KeyEntry | null = null
  for (const entry of entries)
    if (timingSafeEqual(Buffer.from(entry.hash.slice('sha256:'.length), 'hex'), given)) found = entry
  return found
}
