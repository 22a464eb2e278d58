import { describe, expect, test } from 'vitest'
import { get, inventedApi, post } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'
import type { SearchQuery } from './service.ts'

describe('POST /v1/search', () => {
  test('answers with every field of the contract', async () => {
    const response = await post(inventedApi(inventedService()).api, '/v1/search', {
      query: 'Musterkarte',
      asOf: '2025-03-05',
    })
    const body = (await response.json()) as { asOf: string; tookMs: number; hits: Record<string, unknown>[] }
    expect(body).toMatchObject({ asOf: '2025-03-05', tookMs: expect.any(Number) })
    expect(body.hits[1]).toMatchObject({
      rank: 2,
      score: expect.any(Number),
      document: { id: 'demo:musteraufg', kind: 'statute', title: expect.any(String), abbreviation: 'MusterAufG' },
      norm: '§ 2a',
      paragraph: '1',
      label: '§ 2a Abs. 1 MusterAufG (erfunden)',
      passageId: expect.any(String),
      text: expect.stringContaining('Musterkarte'),
      validFrom: '2024-03-01',
      validTo: null,
      validBasis: 'observed',
      url: expect.any(String),
      urlShows: 'current_version',
      why: [{ by: 'text', rank: 2 }],
    })
  })

  test('hands on the day, the territory, the kinds and the number', async () => {
    const service = inventedService()
    const queries: SearchQuery[] = []
    service.search = async (query) => {
      queries.push(query)
      return { passages: [], absences: [] }
    }
    const request = { query: ' Gehalt ', asOf: '2024-01-01', territory: 'DE-NW-05162024', limit: 5, kinds: ['statute'] }
    await post(inventedApi(service).api, '/v1/search', request)
    const { query: _, ...rest } = request
    expect(queries).toEqual([{ ...rest, text: 'Gehalt' }])
  })

  test('says what the words name and the collection does not have that day', async () => {
    const service = inventedService()
    const message = '§ 9 MusterAufG (erfunden) galt am 05.03.2025 nicht mehr: Die Vorschrift ist weggefallen.'
    service.search = async () => ({ passages: [], absences: [{ reason: 'not_in_force', message }] })
    const response = await post(inventedApi(service).api, '/v1/search', { query: '§ 9 MusterAufG' })
    expect(await response.json()).toMatchObject({ hits: [], absences: [{ reason: 'not_in_force', message }] })
  })

  test.each([{ query: '' }, { query: 'A', limit: 0 }, { query: 'A', limit: 101 }, { query: 'A', limit: 1.5 }])(
    'refuses %j',
    async (body) => {
      expect((await post(inventedApi(inventedService()).api, '/v1/search', body)).status).toBe(422)
    },
  )
})

describe('what else the service tells', () => {
  test('/v1/sources: where the texts come from and how fresh they are', async () => {
    expect(await (await get(inventedApi(inventedService()).api, '/v1/sources')).json()).toMatchObject({
      corpusState: 'r7',
      freshest: '2024-03-01',
      embedding: { model: 'erfundenes-embedding', next: null },
      sources: [{ publisher: 'demo', versions: 2 }],
    })
  })

  test('/v1/settings: what a page needs', async () => {
    const settings = (await (await get(inventedApi(inventedService()).api, '/v1/settings')).json()) as {
      territories: unknown[]
    }
    expect(settings).toMatchObject({ territory: 'DE-NW', model: null, invented: true })
    expect(settings.territories).toHaveLength(17)
  })

  test('/healthz: alive, though the database is gone', async () => {
    const service = inventedService()
    service.corpus = () => Promise.reject(new Error('gone'))
    expect(await (await get(inventedApi(service).api, '/healthz')).json()).toEqual({ alive: true })
  })

  test('/readyz: 503 with the progress, then 200', async () => {
    const service = inventedService()
    const { api } = inventedApi(service)
    service.ready = false
    const before = await get(api, '/readyz')
    expect(before.status).toBe(503)
    expect(await before.json()).toMatchObject({ ready: false, progress: { done: 1, total: 3 } })
    service.ready = true
    expect((await get(api, '/readyz')).status).toBe(200)
  })

  test('/readyz: 503 while the database is gone, which it names', async () => {
    const service = inventedService()
    service.corpus = () => Promise.reject(new Error('gone'))
    const response = await get(inventedApi(service).api, '/readyz')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      ready: false,
      progress: { step: 'Die Datenbank ist nicht erreichbar' },
    })
  })
})
