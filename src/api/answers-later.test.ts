import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { get, inventedApi, post } from '../../tests/invented-api.ts'
import { inventedService } from '../../tests/invented-service.ts'
import type { AnswerJson } from '../law/answer-json.ts'
import { today } from '../law/day.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-later-'))
afterAll(() => rmSync(folder, { recursive: true }))

const secret = 'Frau Geheim, geboren 1990?'

async function asked(options: Parameters<typeof inventedApi>[1] = {}, headers: Record<string, string> = {}) {
  const service = inventedService()
  const { api } = inventedApi(service, options)
  const response = await post(api, '/v1/questions', { question: secret, asOf: '2025-03-05' }, headers)
  const answer = (await response.json()) as AnswerJson
  return { service, api, answer, path: `/v1/answers/${answer.id}` }
}

/** Two people, and their keys. */
function twoPeople() {
  const keysFile = join(folder, 'keys.json')
  const entry = (key: string, role: string) => {
    return { hash: `sha256:${createHash('sha256').update(key).digest('hex')}`, role, pseudonym: key }
  }
  writeFileSync(keysFile, JSON.stringify([entry('sb-17', 'reader'), entry('amt', 'administrator')]))
  const key = (name: string) => ({ Authorization: `Bearer ${name}` })
  return { options: { identity: { keysFile, proxy: null } }, reader: key('sb-17'), administrator: key('amt') }
}

describe('POST /v1/answers/:id/recheck', () => {
  test('says what became of each place, word by word, and of each sentence', async () => {
    const { api, path } = await asked()
    const response = await post(api, `${path}/recheck?asOf=2026-01-01`, undefined)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      asOf: '2026-01-01',
      verdict: 'no_longer',
      citations: [
        {
          state: 'changed',
          diff: [
            { value: 'ein Gehalt von ' },
            { value: '45', removed: true },
            { value: '50', added: true },
            { value: ' 000 Mustertalern' },
          ],
        },
        { state: 'unchanged', diff: null },
      ],
      claims: [{ state: 'no_longer', reason: 'number_not_in_source' }, { state: 'carried' }],
    })
  })

  test('takes today where no day is named', async () => {
    const { api, path } = await asked()
    expect(await (await post(api, `${path}/recheck`, undefined)).json()).toMatchObject({ asOf: today() })
  })
})

describe('GET /v1/answers/changed', () => {
  test('is empty as long as nothing changed, and then says that the day asked is not touched', async () => {
    const { api, service, answer } = await asked()
    expect(await (await get(api, '/v1/answers/changed')).json()).toEqual({ asOf: today(), answers: [] })
    service.lawChanged = true
    const body = await (await get(api, '/v1/answers/changed')).json()
    expect(body).toMatchObject({
      answers: [
        {
          id: answer.id,
          question: secret,
          message: 'Gilt für den 05.03.2025, nach dem gefragt war, weiter; heute anders.',
          citations: [{ number: 1, how: 'changed', onItsDay: false }, { number: 2 }],
        },
      ],
    })
  })

  test('administrators get numbers, nobody another’s answers', async () => {
    const { options, reader, administrator } = twoPeople()
    const { api, service } = await asked(options, reader)
    service.lawChanged = true
    const count = await (await get(api, '/v1/answers/changed/count', administrator)).json()
    expect(count).toEqual({ asOf: today(), answers: 1, changed: 1 })
    expect(await (await get(api, '/v1/answers/changed', administrator)).json()).toMatchObject({ answers: [] })
    const refused = await get(api, '/v1/answers/changed/count', reader)
    expect(refused.status).toBe(403)
    expect(await refused.json()).toMatchObject({ type: 'urn:fundstelle:problem:administrators-only' })
  })
})

test('decrees to be checked are listed for staff alone', async () => {
  const { options, reader, administrator } = twoPeople()
  const { api } = inventedApi(inventedService(), options)
  expect(await (await get(api, '/v1/decrees/flagged?asOf=2024-07-01', administrator)).json()).toEqual({
    asOf: '2024-07-01',
    flagged: [],
    unclear: [],
  })
  const refused = await get(api, '/v1/decrees/flagged', reader)
  expect(refused.status).toBe(403)
  expect(await refused.json()).toMatchObject({ type: 'urn:fundstelle:problem:staff-only' })
})

describe('POST /v1/answers/:id/feedback', () => {
  test('keeps the sentence with its places, and nothing of person, question or answer', async () => {
    const { options, reader } = twoPeople()
    const { api, service, path, answer } = await asked(options, reader)
    const said = { claim: 2, reason: 'veraltet', comment: ' Seit Juli sind es fünf Jahre. ' }
    expect((await post(api, `${path}/feedback`, said, reader)).status).toBe(200)
    const [place] = answer.citations.slice(1)
    expect(service.feedback).toEqual([
      {
        day: today(),
        reason: 'veraltet',
        comment: 'Seit Juli sind es fünf Jahre.',
        claim: answer.claims[1]?.text,
        places: [
          {
            documentId: 'demo:musteraufg',
            normKey: '§ 2a',
            label: place?.label,
            passageId: place?.passageId,
            sha256: place?.sha256,
          },
        ],
        asOf: '2025-03-05',
        mode: 'extractive',
        model: null,
      },
    ])
    expect(JSON.stringify(service.feedback)).not.toMatch(new RegExp(`Geheim|sb-17|${answer.id}|${answer.createdAt}`))
  })

  test('may be about the whole answer, without a word', async () => {
    const { api, service, path } = await asked()
    await post(api, `${path}/feedback`, { claim: null, reason: 'fehlt' })
    expect(service.feedback).toMatchObject([{ claim: null, comment: null, places: [{}, {}] }])
  })

  test.each([
    [{ claim: 3, reason: 'falsch' }, /keinen 3\. Satz/],
    [{ claim: null, reason: 'gefällt mir nicht' }, /reason/],
    [{ claim: null, reason: 'falsch', name: 'sb-17' }, /name/],
  ])('is refused where it makes no sense: %j', async (said, message) => {
    const { api, service, path } = await asked()
    const response = await post(api, `${path}/feedback`, said)
    expect(response.status).toBe(422)
    expect(await response.text()).toMatch(message)
    expect(service.feedback).toEqual([])
  })
})

test.each([
  ['GET', 'vermerk'],
  ['POST', 'recheck'],
  ['POST', 'feedback'],
])('nobody else can %s the %s of an answer', async (method, what) => {
  const { options, reader, administrator } = twoPeople()
  const { api, path } = await asked(options, reader)
  const said = { claim: null, reason: 'falsch' }
  const address = `${path}/${what}`
  const response =
    method === 'GET' ? await get(api, address, administrator) : await post(api, address, said, administrator)
  expect(response.status).toBe(404)
  expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:unknown-answer' })
})
