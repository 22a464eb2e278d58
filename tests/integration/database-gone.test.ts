import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../postgres-server.ts'
import { misquotes } from './misquotes.ts'
import { killPrograms } from './run-program.ts'
import { type RunningService, startService } from './start-service.ts'

const postgres = await startPostgres()
const title = 'missing' in postgres ? ` (${postgres.missing})` : ''

describe.skipIf('missing' in postgres)(`the service on a PostgreSQL server${title}`, () => {
  const server = postgres as Exclude<typeof postgres, { missing: string }>
  const question = 'Wie lange gilt die Aufenthaltserlaubnis?'
  let service: RunningService

  beforeAll(async () => {
    service = await startService({ DATABASE_URL: server.url })
    await service.ready()
  })
  afterAll(async () => {
    await service.stop()
    killPrograms()
    server.stop()
  })

  test('answers as it does embedded', async () => {
    const answer = await service.ask(question, '2025-03-05')
    expect(answer.answer).toContain('18 Monate')
    expect(await misquotes(answer, service.get)).toEqual([])
  })

  test('says that the database is away, when to come back, and that it lives itself', async () => {
    server.stop()
    const requests = [
      service.post('/v1/questions', { question, asOf: '2025-03-05' }),
      service.post('/v1/search', { query: 'Aufenthaltserlaubnis' }),
      service.get('/v1/sources'),
      service.get('/v1/documents/gii:demo_musteraufenthg/norms/5'),
    ]
    for (const response of await Promise.all(requests)) {
      expect(response.status).toBe(503)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
      expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:database-unavailable', status: 503 })
    }
    expect((await service.get('/healthz')).status).toBe(200)
    const readiness = await service.get('/readyz')
    expect(readiness.status).toBe(503)
    expect(await readiness.json()).toMatchObject({
      ready: false,
      progress: { step: expect.stringContaining('Datenbank') },
    })
  })

  test('goes on without a restart once the database is back', async () => {
    server.start()
    expect((await service.get('/readyz')).status).toBe(200)
    expect((await service.ask(question, '2025-03-05')).answer).toContain('18 Monate')
  })
})
