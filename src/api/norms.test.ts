import { describe, expect, test } from 'vitest'
import { get, inventedApi } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'
import type { DiffPart } from './word-diff.ts'

const { api } = inventedApi(inventedService())
const law = '/v1/documents/demo:musteraufg'

describe('the text of a norm on a day', () => {
  test.each(['§ 2a', '§2a', '2a', 'par-2a', 'PAR-2a', ' § 2a '])('is found under "%s"', async (name) => {
    const response = await get(api, `${law}/norms/${encodeURIComponent(name)}?asOf=2025-03-05`)
    expect(await response.json()).toMatchObject({
      asOf: '2025-03-05',
      key: '§ 2a',
      label: '§ 2a MusterAufG (erfunden)',
      text: expect.stringContaining('45 000'),
      validFrom: '2024-03-01',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      sourceSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })

  test('is the text of that day', async () => {
    const response = await get(api, `${law}/norms/2a?asOf=2024-02-29`)
    expect(await response.json()).toMatchObject({ text: expect.stringContaining('40 000'), validTo: '2024-03-01' })
  })

  test('the colon of the document’s id may be encoded', async () => {
    expect((await get(api, '/v1/documents/demo%3Amusteraufg/norms/1')).status).toBe(200)
  })

  test.each([
    [`${law}/norms/99`, 'unknown-norm', /99/],
    [`${law}/norms/%C2%A7%2F..%2F`, 'unknown-norm', /nicht vorhanden/],
    ['/v1/documents/demo:none/norms/1', 'unknown-document', /demo:none/],
    [`${law}/norms/2a?asOf=2015-01-01`, 'norm-not-in-force', /01\.01\.2020/],
  ])('%s is not there, and the reader learns why', async (path, slug, detail) => {
    const response = await get(api, path)
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({
      type: `urn:fundstelle:problem:${slug}`,
      detail: expect.stringMatching(detail),
    })
  })
})

describe('the history of a norm', () => {
  test('names every text with its time', async () => {
    const response = await get(api, `${law}/norms/par-2a/history`)
    expect(await response.json()).toMatchObject({
      norm: '§ 2a',
      periods: [
        { validFrom: '2020-01-01', validTo: '2024-03-01' },
        { validFrom: '2024-03-01', validTo: null },
      ],
    })
  })

  test('of an unknown norm is not found', async () => {
    expect((await get(api, `${law}/norms/99/history`)).status).toBe(404)
  })
})

describe('the difference between two days', () => {
  test('shows the words that changed', async () => {
    const response = await get(api, `${law}/norms/2a/diff?from=2024-01-01&to=2025-01-01`)
    const body = (await response.json()) as { parts: DiffPart[] }
    expect(body).toMatchObject({ from: { validFrom: '2020-01-01' }, to: { validFrom: '2024-03-01' } })
    expect(body.parts.filter(({ added, removed }) => added || removed).map(({ value }) => value)).toEqual(['40', '45'])
  })

  test('shows a norm that is new as added whole', async () => {
    const response = await get(api, `${law}/norms/2a/diff?from=2015-01-01&to=2025-01-01`)
    expect(await response.json()).toMatchObject({ from: null, parts: [{ added: true }] })
  })

  test('needs both days', async () => {
    expect((await get(api, `${law}/norms/2a/diff?from=2015-01-01`)).status).toBe(422)
  })
})

describe('the documents', () => {
  test('are listed in pages', async () => {
    expect(await (await get(api, '/v1/documents')).json()).toMatchObject({
      documents: [{ id: 'demo:musteraufg' }],
      next: null,
    })
    expect(await (await get(api, '/v1/documents?limit=1')).json()).toMatchObject({ next: 'demo:musteraufg' })
    expect(await (await get(api, '/v1/documents?after=demo:musteraufg')).json()).toEqual({ documents: [], next: null })
  })

  test('show their versions', async () => {
    expect(await (await get(api, law)).json()).toMatchObject({
      document: { abbreviation: 'MusterAufG' },
      versions: [{ validFrom: '2010-01-01' }, { validFrom: '2024-03-01', changedNorms: 1 }],
    })
  })

  test('show their norms on a day', async () => {
    expect(await (await get(api, `${law}/norms?asOf=2015-01-01`)).json()).toMatchObject({ norms: [{ key: '§ 1' }] })
    expect((await get(api, '/v1/documents/demo:none/norms')).status).toBe(404)
    expect((await get(api, '/v1/documents/demo:none')).status).toBe(404)
  })
})
