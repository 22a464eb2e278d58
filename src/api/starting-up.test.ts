import { describe, expect, test } from 'vitest'
import { startingUp } from './starting-up.ts'

const readiness = { ready: false, progress: { step: 'Die Datenbank wird geöffnet', done: 0, total: null } }
const get = (path: string) => startingUp(new Request(`http://127.0.0.1:8787${path}`), readiness)

describe('while the library is still being opened', () => {
  test('the process says that it is alive', async () => {
    const response = get('/healthz')
    expect([response.status, await response.json()]).toEqual([200, { alive: true }])
  })

  test('it is not ready, and says what it does', async () => {
    const response = get('/readyz')
    expect([response.status, await response.json()]).toEqual([503, readiness])
  })

  test('the page says so in German and reloads itself without a script', async () => {
    const response = get('/')
    const page = await response.text()
    expect(response.headers.get('refresh')).toBe('2')
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(page).toContain('lang="de"')
    expect(page).toContain('Die Datenbank wird geöffnet.')
    expect(page).not.toContain('<script')
  })

  test.each(['/v1/questions', '/v1/search?query=A', '/docs', '/healthz/'])(
    '%s: a problem, and when to come back',
    async (path) => {
      const response = get(path)
      expect(response.status).toBe(503)
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(await response.json()).toMatchObject({
        type: 'urn:fundstelle:problem:not-ready',
        status: 503,
        requestId: expect.any(String),
        progress: readiness.progress,
      })
    },
  )
})
