import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { get, inventedApi, listen, local, post } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'
import { checkBinding } from './check-binding.ts'
import type { Api } from './api-env.ts'
import { UnsafeBindingError } from './unsafe-binding-error.ts'

let folder: string
let keysFile: string
const bearer = (key: string) => ({ Authorization: `Bearer ${key}` })
const entry = (key: string, pseudonym: string) => ({
  hash: `sha256:${createHash('sha256').update(key).digest('hex')}`,
  role: 'reader',
  pseudonym,
})

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-keys-'))
  keysFile = join(folder, 'keys.json')
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => writeFile(keysFile, JSON.stringify([entry('key-one', 'sb-17'), entry('key-two', 'sb-18')])))

const withKeys = (): Api => inventedApi(inventedService(), { identity: { keysFile, proxy: null } }).api

describe('with a file of keys', () => {
  test('only who has a key gets in', async () => {
    const api = withKeys()
    expect((await get(api, '/v1/sources', bearer('key-one'))).status).toBe(200)
    for (const headers of [
      {},
      bearer('key-three'),
      bearer(''),
      { Authorization: 'Basic key-one' },
      bearer('key-one x'),
    ]) {
      const response = await get(api, '/v1/sources', headers)
      expect(response.status).toBe(401)
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer')
    }
  })

  test('an answer is read by its owner alone, and others cannot tell it from none', async () => {
    const api = withKeys()
    const asked = await post(api, '/v1/questions', { question: 'A?' }, bearer('key-one'))
    const { id } = (await asked.json()) as { id: string }
    expect((await get(api, `/v1/answers/${id}`, bearer('key-one'))).status).toBe(200)
    const [foreign, none] = await Promise.all(
      [id, 'none'].map(async (each) => {
        const response = await get(api, `/v1/answers/${each}`, { ...bearer('key-two'), 'X-Request-Id': 'same' })
        return [response.status, await response.json()]
      }),
    )
    expect(foreign).toEqual(none)
    expect(none?.[0]).toBe(404)
  })

  test('a key taken out of the file is refused at the next request', async () => {
    const api = withKeys()
    expect((await get(api, '/v1/sources', bearer('key-one'))).status).toBe(200)
    await writeFile(keysFile, JSON.stringify([entry('key-two', 'sb-18')]))
    expect((await get(api, '/v1/sources', bearer('key-one'))).status).toBe(401)
  })

  test.each(['not json', '[{"hash":"key-one"}]', '{}'])('a broken file (%s) lets nobody in', async (content) => {
    const api = withKeys()
    expect((await get(api, '/v1/sources', bearer('key-one'))).status).toBe(200)
    await writeFile(keysFile, content)
    const response = await get(api, '/v1/sources', bearer('key-one'))
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:keys-unreadable' })
  })

  test('the page, the documentation and the health are open', async () => {
    const api = withKeys()
    for (const path of ['/healthz', '/readyz', '/openapi.json', '/docs'])
      expect((await get(api, path)).status).toBe(200)
  })
})

describe('no way of writing a protected address gets past the key', () => {
  const spellings = [
    '/v1/sources',
    '//v1/sources',
    '/v1//sources',
    '/v1/sources/',
    '/V1/sources',
    '/v1/SOURCES',
    '/v1%2Fsources',
    '/v1%2fsources',
    '/%76%31/sources',
    '/v1/sources;x',
    '/v1;x/sources',
    '/v1/./sources',
    '/docs/../v1/sources',
    '/docs/%2e%2e/v1/sources',
    '/docs/%252e%252e/v1/sources',
    '/healthz/../v1/sources',
    '/healthz%2F..%2Fv1/sources',
    '/healthz;/../v1/sources',
    '/v1/sources?x=/healthz',
    '/v1/sources#/healthz',
    '/v1/sources%00',
    '/v1/sources%3F',
    '\\v1\\sources',
    '/v1\\sources',
    'http://localhost/v1/sources',
    'http://localhost//v1/sources',
  ]

  test.each(spellings)('%s', async (path) => {
    const server = await listen(withKeys())
    const { status, body } = await rawGet(server.port, path)
    await server.close()
    expect([400, 401]).toContain(status)
    expect(body).not.toContain('corpusState')
  })

  test('every address of the API asks for the key, with each method', async () => {
    const api = withKeys()
    const { paths } = (await (await get(api, '/openapi.json')).json()) as { paths: Record<string, object> }
    const guarded = Object.keys(paths).filter((path) => path.startsWith('/v1/'))
    expect(guarded.length).toBeGreaterThan(8)
    for (const path of guarded)
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'])
        expect((await api.request(path.replaceAll(/[{}]/g, ''), { method, headers: local })).status).toBe(401)
  })
})

describe('behind a proxy that signs people in', () => {
  const proxy = { header: 'X-Remote-User', secret: 'shared-secret-of-the-test' }
  const signedIn = (user: string, secret = proxy.secret) => ({
    'X-Remote-User': user,
    'X-Fundstelle-Proxy-Secret': secret,
  })

  test('a name counts only with the proxy’s secret', async () => {
    const { api } = inventedApi(inventedService(), { identity: { keysFile: null, proxy } })
    expect((await get(api, '/v1/sources', signedIn('anna'))).status).toBe(200)
    for (const headers of [{ 'X-Remote-User': 'anna' }, signedIn('anna', 'wrong'), signedIn(''), {}])
      expect((await get(api, '/v1/sources', headers)).status).toBe(401)
  })

  test('the name itself is not kept, and the same person is the same owner', async () => {
    const service = inventedService()
    const { api } = inventedApi(service, { identity: { keysFile: null, proxy } })
    for (const user of ['anna', 'ANNA', 'bernd']) await post(api, '/v1/questions', { question: 'A?' }, signedIn(user))
    const [first, second, third] = service.asked.map(({ owner }) => owner)
    expect(first).toMatch(/^proxy:[\w-]{22}$/)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })
})

describe('without keys and proxy', () => {
  const identity = { keysFile: null, proxy: null }

  test.each(['0.0.0.0', '::', '10.0.0.5', 'fundstelle.example', '127.0.0.1.example'])(
    'the service refuses to listen on %s, and says what to do',
    (host) => {
      expect(() => checkBinding({ host, identity })).toThrow(UnsafeBindingError)
      expect(() => checkBinding({ host, identity })).toThrow(/FUNDSTELLE_KEYS/)
      expect(() => checkBinding({ host, identity: { keysFile: '/keys.json', proxy: null } })).not.toThrow()
    },
  )

  test.each(['127.0.0.1', 'localhost', '::1', '[::1]', '127.1.2.3'])('it listens on %s', (host) => {
    expect(() => checkBinding({ host, identity })).not.toThrow()
  })

  test.each([
    ['localhost:8787', 200],
    ['127.0.0.1:8787', 200],
    ['[::1]:8787', 200],
    ['LOCALHOST', 200],
    ['rebound.example:8787', 403],
    ['localhost.example', 403],
    ['127.0.0.1.example', 403],
  ])('a foreign name that resolves to this machine is sent away (%s: %i)', async (host, status) => {
    expect((await get(inventedApi(inventedService()).api, '/v1/sources', { Host: host })).status).toBe(status)
  })

  test.each<[Record<string, string>, number]>([
    [{}, 200],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: 'http://localhost:8787' }, 200],
    [{ Origin: 'http://localhost:8787' }, 200],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site', Origin: 'http://localhost:9999' }, 403],
    [{ Origin: 'http://localhost:9999' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
  ])('a question that a foreign page sends is refused (%j: %i)', async (headers, status) => {
    const { api } = inventedApi(inventedService())
    expect((await post(api, '/v1/questions', { question: 'A?' }, headers)).status).toBe(status)
  })
})

test('every response forbids framing, guessing and loading from elsewhere', async () => {
  const { api } = inventedApi(inventedService())
  for (const path of ['/v1/sources', '/v1/nothing', '/docs']) {
    const { headers } = await get(api, path)
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
    )
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(headers.get('Cache-Control')).toBe('no-store')
  }
})

/** Sends the path as it stands; `fetch` would tidy it up first. */
function rawGet(port: number, path: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers: { Host: 'localhost' } }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (body += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}
