import { describe, expect, test, vi } from 'vitest'
import { get, inventedApi, listen, local, post } from '../../tests/invented-api.ts'
import { inventedAbstention, inventedAnswer, inventedService } from '../../tests/invented-service.ts'
import type { AnswerJson } from '../law/answer-json.ts'
import { today } from '../law/day.ts'
import { DatabaseGoneError } from '../store/database-gone-error.ts'

const question = { question: 'Wie lange gilt die Musterkarte?', asOf: '2025-03-05' }

describe('POST /v1/questions', () => {
  test('answers with every field of the contract', async () => {
    const { api } = inventedApi(inventedService())
    const response = await post(api, '/v1/questions', { ...question, territory: 'DE-BY', style: 'full' })
    const body = (await response.json()) as AnswerJson
    expect(response.status).toBe(200)
    expect(body).toMatchObject({ question: question.question, asOf: '2025-03-05', territory: 'DE-BY', style: 'full' })
    const fields =
      'id question asOf territory mode model answer claims citations references removed open abstention sources'
    expect(Object.keys(body)).toEqual(expect.arrayContaining(fields.split(' ')))
    expect(body.citations[0]).toMatchObject({
      number: 1,
      norm: '§ 2a',
      paragraph: '1',
      sentences: [1],
      urlShows: 'current_version',
    })
  })

  test('takes today, the configured territory and the short style where nothing else is asked', async () => {
    const service = inventedService()
    await post(inventedApi(service).api, '/v1/questions', { question: ' Was gilt? ' })
    expect(service.asked[0]?.question).toEqual({
      text: 'Was gilt?',
      asOf: today(),
      territory: 'DE-NW',
      style: 'short',
      kinds: null,
    })
  })

  test('a day in the future may be asked', async () => {
    const response = await post(inventedApi(inventedService()).api, '/v1/questions', {
      ...question,
      asOf: '2099-01-01',
    })
    expect(response.status).toBe(200)
  })

  test('the nearest passages of an abstention have the shape of search hits', async () => {
    const service = inventedService()
    service.answering = async (asking) => inventedAbstention(asking.question)
    const body = (await (await post(inventedApi(service).api, '/v1/questions', question)).json()) as AnswerJson
    const nearest = body.abstention?.nearest[0]
    expect(nearest).toMatchObject({ rank: 1, norm: '§ 1', passageId: '§ 1-2010-01-01-1' })
    expect(nearest).not.toHaveProperty('sentences')
  })

  test('a list is answered in its order, and one failure is not the others’', async () => {
    const service = inventedService()
    service.answering = async ({ question: { text, ...rest } }) => {
      if (text === 'B') throw new DatabaseGoneError(new Error('gone'))
      return inventedAnswer({ text, ...rest })
    }
    const list = ['A', 'B', 'C'].map((text) => ({ question: text, asOf: '2025-03-05' }))
    const response = await post(inventedApi(service).api, '/v1/questions', list)
    expect(await response.json()).toMatchObject([{ question: 'A' }, { status: 503 }, { question: 'C' }])
  })

  test('more than a hundred questions at once are refused', async () => {
    const list = Array.from({ length: 101 }, () => question)
    const response = await post(inventedApi(inventedService()).api, '/v1/questions', list)
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({
      errors: [{ path: '', message: expect.stringContaining('100 Einträge') }],
    })
  })

  test('before the first fill is complete nothing is answered, and the progress is told', async () => {
    const service = inventedService()
    service.ready = false
    const response = await post(inventedApi(service).api, '/v1/questions', question)
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      type: 'urn:fundstelle:problem:not-ready',
      progress: { done: 1, total: 3 },
    })
  })
})

describe('how many questions at once', () => {
  test('a caller’s third question waits outside, and gets in when one is answered', async () => {
    const service = inventedService()
    const waiting: (() => void)[] = []
    service.answering = async (asking) => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return inventedAnswer(asking.question)
    }
    const { api } = inventedApi(service)
    const running = [post(api, '/v1/questions', question), post(api, '/v1/questions', question)]
    await vi.waitFor(() => expect(waiting).toHaveLength(2))
    const refused = await post(api, '/v1/questions', question)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('Retry-After')).toBe('15')
    const refusedStream = await post(api, '/v1/questions', question, { Accept: 'text/event-stream' })
    expect([refusedStream.status, refusedStream.headers.get('Content-Type')]).toEqual([
      429,
      expect.stringContaining('application/problem+json'),
    ])
    for (const answer of waiting) answer()
    await Promise.all(running)
    service.answering = async (asking) => inventedAnswer(asking.question)
    expect((await post(api, '/v1/questions', question)).status).toBe(200)
  })
})

test('a house that is full says so in German and when to come back, and lets the next in when a stream ends', async () => {
  const service = inventedService()
  let answer = () => {}
  service.answering = async (asking) => {
    await new Promise<void>((resolve) => (answer = resolve))
    return inventedAnswer(asking.question)
  }
  const { api } = inventedApi(service, { limits: { perOwner: 5, total: 1 } })
  const stream = await post(api, '/v1/questions', question, { Accept: 'text/event-stream' })
  const refused = await post(api, '/v1/questions', question)
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([503, '15'])
  expect(await refused.json()).toMatchObject({ detail: expect.stringContaining('Es warten bereits 1 Fragen') })
  answer()
  expect(await stream.text()).toContain('event: answer')
  service.answering = async (asking) => inventedAnswer(asking.question)
  expect((await post(api, '/v1/questions', question)).status).toBe(200)
})

describe('the stream of an answer', () => {
  test('tells the place in the line before the model, in between', async () => {
    const service = inventedService()
    service.answering = async ({ question: asked, onEvent }) => {
      onEvent({ type: 'queue', position: 2, waiting: 3 })
      onEvent({ type: 'queue', position: 0, waiting: 1 })
      return inventedAnswer(asked)
    }
    const response = await post(inventedApi(service).api, '/v1/questions', question, { Accept: 'text/event-stream' })
    const events = readEvents(await response.text())
    expect(events.filter(({ event }) => event === 'queue').map(({ data }) => data)).toEqual([
      { position: 2, waiting: 3 },
      { position: 0, waiting: 1 },
    ])
  })

  test('shows passages first, then claims and removed sentences, and ends with the whole answer', async () => {
    const { api } = inventedApi(inventedService())
    const response = await post(api, '/v1/questions', question, { Accept: 'text/event-stream' })
    expect(response.headers.get('Content-Type')).toBe('text/event-stream')
    const events = readEvents(await response.text())
    expect(events.map(({ event }) => event)).toEqual(['passages', 'claim', 'claim', 'removed', 'answer'])
    expect(events[0]?.data).toMatchObject({ hits: [{ rank: 1 }, { rank: 2 }, { rank: 3 }, { rank: 4 }] })
    expect(events.at(-1)?.data).toMatchObject({ question: question.question, abstention: null })
  })

  test('tells of an error as a problem', async () => {
    const service = inventedService()
    service.answering = async () => {
      throw new DatabaseGoneError(new Error('gone'))
    }
    const response = await post(inventedApi(service).api, '/v1/questions', question, { Accept: 'text/event-stream' })
    expect(readEvents(await response.text())).toMatchObject([
      { event: 'error', data: { type: 'urn:fundstelle:problem:database-unavailable', status: 503 } },
    ])
  })

  test.each(['text/event-stream', 'application/json'])(
    'a client of %s that goes away ends the work',
    async (accept) => {
      const service = inventedService()
      const aborted = vi.fn<() => void>()
      service.answering = ({ signal }) =>
        new Promise((_, reject) => {
          signal.addEventListener('abort', () => {
            aborted()
            reject(signal.reason as Error)
          })
        })
      const server = await listen(inventedApi(service).api)
      const leave = new AbortController()
      const request = fetch(`${server.origin}/v1/questions`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: accept },
        body: JSON.stringify(question),
        signal: leave.signal,
      }).then((response) => response.text())
      await vi.waitFor(() => expect(service.asked).toHaveLength(1))
      leave.abort()
      await expect(request).rejects.toThrow(/abort/i)
      await vi.waitFor(() => expect(aborted).toHaveBeenCalled())
      await server.close()
    },
  )
})

describe('a follow-up', () => {
  test('hands on the question before with its day and territory, never its answer', async () => {
    const service = inventedService()
    const { api } = inventedApi(service)
    const first = await post(api, '/v1/questions', { ...question, territory: 'DE-BY' })
    const { id, answer } = (await first.json()) as AnswerJson
    await post(api, '/v1/questions', { question: 'und bei Ehegatten?', previous: id })
    expect(service.asked[1]).toMatchObject({
      question: { text: 'und bei Ehegatten?', asOf: '2025-03-05', territory: 'DE-BY' },
      earlier: { text: question.question, from: id },
    })
    const { question: asked, earlier } = service.asked[1] ?? {}
    expect(JSON.stringify({ asked, earlier })).not.toContain(answer.slice(0, 30))
  })

  test('may be of another day, and of a follow-up', async () => {
    const service = inventedService()
    const { answering } = service
    const written = 'und bei Ehegatten? (Zuvor gefragt: Wie lange gilt die Musterkarte)'
    service.answering = async (asking) => ({
      ...(await answering(asking)),
      rewritten: asking.earlier ? { from: asking.earlier.from, question: written } : null,
    })
    const { api } = inventedApi(service)
    const { id } = (await (await post(api, '/v1/questions', question)).json()) as AnswerJson
    const second = await post(api, '/v1/questions', { question: 'und bei Ehegatten?', previous: id })
    const followed = (await second.json()) as AnswerJson
    expect(followed).toMatchObject({ question: 'und bei Ehegatten?', rewritten: { from: id, question: written } })
    await post(api, '/v1/questions', { question: 'und 2023?', previous: followed.id, asOf: '2023-01-01' })
    expect(service.asked[2]).toMatchObject({
      question: { asOf: '2023-01-01' },
      earlier: { text: written, from: followed.id },
    })
  })

  test.each(['application/json', 'text/event-stream'])('on another’s answer is not found, over %s', async (accept) => {
    const service = inventedService()
    const { api } = inventedApi(service)
    const body = { question: 'und?', previous: 'none' }
    const response = await post(api, '/v1/questions', body, { Accept: accept })
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:unknown-answer' })
    expect(service.asked).toEqual([])
  })

  test('on a forgotten question says that it is to be written out; in a list it is no other’s fault', async () => {
    const service = inventedService()
    const { api } = inventedApi(service)
    const { id } = (await (await post(api, '/v1/questions', question)).json()) as AnswerJson
    const { findAnswer } = service
    service.findAnswer = async (...asked) => {
      const found = await findAnswer(...asked)
      return found && { ...found, question: '', rewritten: null }
    }
    const followUp = { question: 'und bei Ehegatten?', previous: id }
    const response = await post(api, '/v1/questions', followUp)
    expect(response.status).toBe(410)
    expect(await response.json()).toMatchObject({
      type: 'urn:fundstelle:problem:forgotten-question',
      detail: expect.stringContaining('ausschreiben'),
    })
    const list = await (await post(api, '/v1/questions', [followUp, question])).json()
    expect(list).toMatchObject([{ status: 410 }, { question: question.question }])
  })
})

describe('GET /v1/answers/:id', () => {
  test('the owner reads the answer again', async () => {
    const { api } = inventedApi(inventedService())
    const { id } = (await (await post(api, '/v1/questions', question)).json()) as AnswerJson
    const response = await get(api, `/v1/answers/${id}`)
    expect(await response.json()).toMatchObject({ id, question: question.question })
    expect(response.headers.get('Cache-Control')).toBe('no-store')
  })

  test('an answer that is not there is not found', async () => {
    const response = await get(inventedApi(inventedService()).api, '/v1/answers/none')
    expect(response.status).toBe(404)
    expect(await response.json()).toMatchObject({ type: 'urn:fundstelle:problem:unknown-answer' })
  })
})

test('the log holds no word of the question, neither from the body nor from the address', async () => {
  const { api, log } = inventedApi(inventedService())
  await post(api, '/v1/questions', { ...question, question: 'Frau Geheim, geboren 1990' })
  await api.request('/v1/documents?after=Geheim', { headers: local })
  await api.request('/v1/answers/Geheim', { headers: local })
  expect(log).toHaveLength(3)
  expect(log.join('\n')).not.toContain('Geheim')
  expect(JSON.parse(log[2] ?? '')).toMatchObject({ method: 'GET', route: '/v1/answers/:id', status: 404 })
})

function readEvents(text: string): { event: string; data: unknown }[] {
  return text
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => {
      const [event = '', data = ''] = block.split('\n')
      return { event: event.slice('event: '.length), data: JSON.parse(data.slice('data: '.length)) as unknown }
    })
}
