import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createKeyRing, type KeyRing, type Role } from './key-ring.ts'

/** Who asks: a pseudonym that owns answers, never a name. */
export interface Caller {
  owner: string
  role: Role
}

/**
 * How callers are known. `keysFile` (`FUNDSTELLE_KEYS`) names hashed API keys. `proxy` trusts a reverse proxy that
 * signs people in: it sends their name in `header` (`FUNDSTELLE_PROXY_HEADER`) and, with each request, the shared
 * secret (`FUNDSTELLE_PROXY_SECRET`) in `X-Fundstelle-Proxy-Secret`, so that nobody who reaches the port past the
 * proxy can claim a name. Both null: everybody is the owner `local`, and the service stays on loopback.
 */
export interface IdentityOptions {
  keysFile: string | null
  proxy: { header: string; secret: string } | null
}

/** Null: not signed in. Throws KeysFileError where the file of keys cannot be read; then nobody is let in. */
export type Identify = (headers: Headers) => Promise<Caller | null>

const proxySecretHeader = 'X-Fundstelle-Proxy-Secret'

export function createIdentify(options: IdentityOptions): Identify {
  const { keysFile, proxy } = options
  if (isLocalOnly(options)) return async () => ({ owner: 'local', role: 'administrator' })
  const ring = keysFile === null ? null : createKeyRing(keysFile)
  return async (headers) => {
    if (ring && headers.has('authorization')) return byKey(ring, headers)
    return proxy ? byProxy(proxy, headers) : null
  }
}

/** True where nothing tells callers apart. */
export function isLocalOnly(options: IdentityOptions): boolean {
  return options.keysFile === null && options.proxy === null
}

async function byKey(ring: KeyRing, headers: Headers): Promise<Caller | null> {
  const key = /^Bearer ([\w.~+/-]{1,512}=*)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const entry = key === undefined ? null : await ring.find(key)
  return entry && { owner: `key:${entry.pseudonym}`, role: entry.role }
}

/** The name itself is not kept: the owner is its HMAC under the shared secret, so a new secret means new owners. */
function byProxy(proxy: { header: string; secret: string }, headers: Headers): Caller | null {
  const user = headers.get(proxy.header)?.trim()
  if (!user || !sameSecret(headers.get(proxySecretHeader) ?? '', proxy.secret)) return null
  const pseudonym = createHmac('sha256', proxy.secret).update(user.toLowerCase()).digest('base64url').slice(0, 22)
  return { owner: `proxy:${pseudonym}`, role: 'reader' }
}

/** Compares hashes, so that neither content nor length shows in the time it takes. */
function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return a !== undefined && b !== undefined && timingSafeEqual(a, b)
}
