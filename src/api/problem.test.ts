import { describe, expect, test } from 'vitest'
import { get, inventedApi, local, post } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'
import { DatabaseFullError } from '../store/database-full-error.ts'
import { DatabaseGoneError } from '../store/database-gone-error.ts'
import type { Problem } from './problem.ts'

const json = { ...local, 'Content-Type': 'application/json' }

function send(path: string, init: RequestInit) {
  return inventedApi(inventedService()).api.request(path, init)
}

describe('bad questions are refused with the field and what to do', () => {
  test.each([
    ['an empty question', { question: '' }, 'question', /leer/],
    ['a question of blanks', { question: ' \n ' }, 'question', /leer/],
    ['no question', {}, 'question', /Text erwartet/],
    ['a question of 100 kB', { question: 'ü'.repeat(50_000) }, 'question', /höchstens 20000 Zeichen/],
    ['a question that is a number', { question: 7 }, 'question', /Text erwartet/],
    ['an unknown territory', { question: 'A?', territory: 'DE-XX' }, 'territory', /Unbekanntes Gebiet/],
    ['a day that does not exist', { question: 'A?', asOf: '2025-02-30' }, 'asOf', /Kalendertag/],
    ['a day in German form', { question: 'A?', asOf: '05.03.2025' }, 'asOf', /Kalendertag/],
    ['an unknown style', { question: 'A?', style: 'lang' }, 'style', /short, full, vermerk, einfache_sprache/],
    ['a misspelt field', { question: 'A?', as_of: '2025-03-05' }, '', /as_of/],
    ['an unknown kind', { question: 'A?', kinds: ['law'] }, 'kinds.0', /statute/],
    ['a bad question in a list', [{ question: 'A?' }, { question: '' }], '1.question', /leer/],
    ['an empty list', [], '', /mindestens 1 Einträge/],
    ['null', null, '', /JSON-Objekt erwartet/],
  ])('%s', async (_, body, path, message) => {
    const response = await post(inventedApi(inventedService()).api, '/v1/questions', body)
    expect(response.status).toBe(422)
    expect(response.headers.get('Content-Type')).toContain('application/problem+json')
    const problem = (await response.json()) as Problem & { errors: { path: string; message: string }[] }
    expect(problem.type).toBe('urn:fundstelle:problem:invalid-request')
    expect(problem.errors[0]?.path).toBe(path)
    expect(problem.errors[0]?.message).toMatch(message)
    expect(problem.detail).toMatch(message)
  })
})

describe('bad bodies are refused before they are looked at', () => {
  test.each([
    ['invalid UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, 'malformed-body'],
    ['broken JSON', '{"question": "A?"', 400, 'malformed-body'],
    ['no body', '', 400, 'malformed-body'],
    ['more than 256 kB', JSON.stringify({ question: 'x'.repeat(300_000) }), 413, 'body-too-large'],
  ])('%s', async (_, body, status, slug) => {
    const response = await send('/v1/questions', { method: 'POST', headers: json, body })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ type: `urn:fundstelle:problem:${slug}`, status })
  })

  test('a body in pieces without a length is bounded too', async () => {
    const pieces = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(64 * 1024).fill(0x20))
      },
    })
    const init = { method: 'POST', headers: json, body: pieces, duplex: 'half' } as RequestInit
    expect((await send('/v1/search', init)).status).toBe(413)
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', ''])('content of type "%s"', async (type) => {
    const headers = { ...local, 'Content-Type': type }
    const response = await send('/v1/questions', { method: 'POST', headers, body: '{"question":"A?"}' })
    expect(response.status).toBe(415)
  })
})

describe('wrong addresses', () => {
  test('an unknown address is not found', async () => {
    const response = await send('/v1/nothing', { headers: local })
    expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:unknown-route', status: 404 })
  })

  test('a wrong method is named, with those that are right', async () => {
    const response = await send('/v1/questions', { headers: local })
    expect(response.status).toBe(405)
    expect(response.headers.get('Allow')).toBe('POST')
    expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:method-not-allowed' })
  })

  test('a bad query is refused', async () => {
    const response = await send('/v1/documents?limit=many', { headers: local })
    expect(await response.json()).toMatchObject({ status: 422, errors: [{ path: 'limit' }] })
  })
})

describe('faults of the house', () => {
  test('a lost database is 503 with Retry-After, and the next request works without a restart', async () => {
    const service = inventedService()
    const { search } = service
    const { api } = inventedApi(service)
    service.search = () => Promise.reject(new DatabaseGoneError(new Error('Connection terminated')))
    const response = await post(api, '/v1/search', { query: 'Musterkarte' })
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('5')
    expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:database-unavailable' })
    service.search = search
    expect((await post(api, '/v1/search', { query: 'Musterkarte' })).status).toBe(200)
  })

  test('a full disk is 503 and named, because others must make room', async () => {
    const service = inventedService()
    service.search = () => Promise.reject(new DatabaseFullError(new Error('could not extend file')))
    const response = await post(inventedApi(service).api, '/v1/search', { query: 'Musterkarte' })
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:database-full' })
  })

  test('an unforeseen error shows nothing of the inside, and the log shows where but not what', async () => {
    const service = inventedService()
    const { api, log } = inventedApi(service)
    service.search = () => Promise.reject(new TypeError('secret words of the question'))
    const response = await post(api, '/v1/search', { query: 'Musterkarte' })
    const body = await response.text()
    expect(response.status).toBe(500)
    expect(body).not.toContain('secret')
    expect(log[0]).not.toContain('secret')
    expect(JSON.parse(log[0] ?? '')).toMatchObject({ status: 500, error: { name: 'TypeError' } })
  })

  test('every answer carries the id of its request, and a problem repeats it', async () => {
    const { api } = inventedApi(inventedService())
    const response = await get(api, '/v1/nothing', { 'X-Request-Id': 'abc-123' })
    expect(response.headers.get('X-Request-Id')).toBe('abc-123')
    expect(await response.json()).toMatchObject({ requestId: 'abc-123' })
  })
})
