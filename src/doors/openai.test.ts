import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import OpenAI, { APIError } from 'openai'
import { afterAll, afterEach, expect, test } from 'vitest'
import { inventedApi, listen, post } from '../../tests/invented-api.ts'
import { inventedAnswer, type InventedService, inventedService } from '../../tests/invented-service.ts'
import type { ApiOptions } from '../api/api-env.ts'
import type { AnswerJson } from '../law/answer-json.ts'
import { today } from '../law/day.ts'
import { findLocalChatModel } from '../models/find-local-chat-model.ts'
import { DatabaseGoneError } from '../store/database-gone-error.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-openai-'))
const open: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The official client at a running service. */
async function connect(service: InventedService = inventedService(), options: Partial<ApiOptions> = {}) {
  const { origin, port, close } = await listen(inventedApi(service, options).api)
  open.push(close)
  const client = (apiKey = 'egal') => new OpenAI({ baseURL: `${origin}/v1`, apiKey, maxRetries: 0 })
  return { client: client(), withKey: client, port, origin, service }
}

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of stream) items.push(item)
  return items
}

const ask = (content: string) => ({ model: 'fundstelle', messages: [{ role: 'user' as const, content }] })
const words = (completion: OpenAI.ChatCompletion) => completion.choices[0]?.message.content ?? ''
const whole = (completion: object) => (completion as { fundstelle: AnswerJson | null }).fundstelle
const task = (wanted: string) =>
  `### Task:\nGenerate something.\n### Output:\nJSON format: { "${wanted}": "…" }\n### Chat History:\n` +
  '<chat_history>\nUSER: Wie lange gilt die Musterkarte?\nASSISTANT: Vier Jahre.\n</chat_history>'

test('the list has one model, which our own search for models passes over', async () => {
  const { client, port } = await connect()
  const { data } = await client.models.list()
  expect(data.map(({ id }) => id)).toEqual(['fundstelle'])
  expect(await findLocalChatModel({ ownPort: 1, ports: [port] })).toBeNull()
})

test('the answer is the one of /v1/questions: its text, each place with quote and link, and all of it beside', async () => {
  const { client, service } = await connect()
  const completion = await client.chat.completions.create(ask('Wie lange gilt die Musterkarte?'))
  const [asked] = service.asked
  if (!asked) throw new Error('nothing was asked')
  const { id: _id, ...answer } = inventedAnswer(asked.question)
  expect(whole(completion)).toMatchObject(answer)
  expect(words(completion).startsWith(`${answer.answer}\n\n**Fundstellen**\n\n- [1] [§ 2a`)).toBe(true)
  for (const { quote, url } of answer.citations) {
    expect(words(completion)).toContain(`„${quote}“`)
    expect(words(completion)).toContain(`](${url}) (Link zeigt die heutige Fassung)`)
  }
  for (const part of [answer.removed[0]?.text, answer.open[0], answer.notices[0], 'Die Entscheidung trifft'])
    expect(words(completion)).toContain(part)
  expect(completion.choices[0]).toMatchObject({ finish_reason: 'stop', message: { role: 'assistant' } })
  expect(asked).toMatchObject({ owner: 'local', question: { asOf: today(), territory: 'DE-NW', style: 'short' } })
})

test('a stream says the same words, and ends with the whole answer', async () => {
  const { client } = await connect()
  const question = { ...ask('Wie lange gilt die Musterkarte?'), fundstelle: { asOf: '2025-03-05' } }
  const said = words(await client.chat.completions.create(question))
  const chunks = await collect(await client.chat.completions.create({ ...question, stream: true }))
  expect(chunks[0]?.choices[0]?.delta).toEqual({ role: 'assistant', content: '' })
  expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? '').join('')).toBe(said)
  expect(chunks.map(({ choices }) => choices[0]?.finish_reason).filter(Boolean)).toEqual(['stop'])
  expect(whole(chunks.at(-1) ?? {})).toMatchObject({ question: question.messages[0]?.content, citations: [{}, {}] })
  expect(new Set(chunks.map(({ id }) => id)).size).toBe(1)
})

test('day, territory and style are said in the extension', async () => {
  const { client, service } = await connect()
  const fundstelle = { asOf: '2024-02-29', territory: 'DE-BY', style: 'full' }
  const question = { ...ask('A?'), fundstelle }
  const completion = await client.chat.completions.create(question)
  expect(service.asked[0]?.question).toMatchObject(fundstelle)
  expect(words(completion)).toContain('Rechtslage am 29.02.2024, Gebiet DE-BY.')
})

test('only the last message is asked; that earlier ones are not used, or how they were, the answer says', async () => {
  const { client, service } = await connect()
  const completion = await client.chat.completions.create({
    model: 'fundstelle',
    temperature: 0.7,
    messages: [
      { role: 'system', content: 'Antworte immer mit Ja.' },
      { role: 'user', content: 'Was ist die Musterkarte?' },
      { role: 'assistant', content: 'Eine Karte.' },
      { role: 'user', content: [{ type: 'text', text: 'Wie lange gilt sie?' }] },
    ],
  })
  expect(service.asked).toMatchObject([
    { question: { text: 'Wie lange gilt sie?' }, earlier: { text: 'Was ist die Musterkarte?', from: null } },
  ])
  expect(words(completion)).toContain('Frühere Nachrichten dieser Unterhaltung wurden nicht herangezogen.')
  const { answering } = service
  const rewritten = { from: null, question: 'Wie lange gilt sie? (Zuvor gefragt: Was ist die Musterkarte)' }
  service.answering = async (asking) => ({ ...(await answering(asking)), rewritten })
  const messages = ['Was ist die Musterkarte?', 'Wie lange gilt sie?'].map((content) => ({
    role: 'user' as const,
    content,
  }))
  const followed = words(await client.chat.completions.create({ model: 'fundstelle', messages }))
  expect(followed).toContain(`Verstanden als: ${rewritten.question}`)
  expect(followed).not.toContain('Frühere Nachrichten')
})

test('the question behind documents that Open WebUI attaches is asked without them, and the answer says so', async () => {
  const { client, service } = await connect()
  const attached = '### Task:\nRespond to the user query.\n<context>\n{ "title": "Alles ist erlaubt." }\n</context>\n'
  const completion = await client.chat.completions.create(ask(`${attached}<user_query>\nGilt das?\n</user_query>`))
  expect(service.asked.map(({ question }) => question.text)).toEqual(['Gilt das?'])
  expect(words(completion)).toContain('Beigefügte Dokumente wurden nicht herangezogen.')
})

test.each([
  ['title', 'Wie lange gilt die Musterkarte?'],
  ['tags', ['Recht']],
  ['follow_ups', []],
  ['queries', []],
])(
  'the prompt by which Open WebUI wants %s is answered plainly, and nothing is asked or stored',
  async (key, value) => {
    const { client, service } = await connect()
    const completion = await client.chat.completions.create(ask(task(key)))
    expect(JSON.parse(words(completion))).toEqual({ [key]: value })
    expect(whole(completion)).toBeNull()
    expect(service.asked).toEqual([])
  },
)

test.each([
  [[{ role: 'assistant' as const, content: 'Ja.' }]],
  [[{ role: 'user' as const, content: ' ' }]],
  [[{ role: 'user' as const, content: [{ type: 'image_url' as const, image_url: { url: 'data:,' } }] }]],
])('a conversation without a question is refused, and the client can say why in German', async (messages) => {
  const { client } = await connect()
  const refused = client.chat.completions.create({ model: 'fundstelle', messages, stream: true })
  await expect(refused).rejects.toThrow(/422 .*keine Frage/)
})

test('what goes wrong reaches the client with a stable code, at once or in the stream', async () => {
  const { client, service } = await connect()
  service.answering = () => Promise.reject(new DatabaseGoneError(new Error('gone')))
  const error = await client.chat.completions.create(ask('A?')).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(APIError)
  expect(error).toMatchObject({ status: 503, code: 'database-unavailable' })
  const stream = await client.chat.completions.create({ ...ask('A?'), stream: true })
  await expect(collect(stream)).rejects.toMatchObject({ code: 'database-unavailable' })
})

test('who waits for the model is told the place in a comment of the stream, which clients pass over', async () => {
  const service = inventedService()
  service.answering = async ({ question, onEvent }) => {
    onEvent({ type: 'queue', position: 2, waiting: 3 })
    return inventedAnswer(question)
  }
  const { api } = inventedApi(service)
  const body = { model: 'fundstelle', stream: true, messages: [{ role: 'user', content: 'A?' }] }
  const text = await (await post(api, '/v1/chat/completions', body)).text()
  expect(text).toContain('\n: Platz 2 von 3 in der Warteschlange vor dem Sprachmodell\n\n')
  expect(text.trimEnd().endsWith('data: [DONE]')).toBe(true)
})

test('a client that goes away ends the work', async () => {
  const { client, service } = await connect()
  const ended = new Promise<void>((resolve) => {
    service.answering = ({ signal, question }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          resolve()
          reject(new Error(`gave up on ${question.text}`))
        })
      })
  })
  const stream = await client.chat.completions.create({ ...ask('A?'), stream: true })
  await stream[Symbol.asyncIterator]().next()
  stream.controller.abort()
  await ended
  expect(service.asked).toHaveLength(1)
})

test('the key of the client says who asks, and without a valid one nobody gets in', async () => {
  const keysFile = join(folder, 'keys.json')
  const hash = `sha256:${createHash('sha256').update('schluessel').digest('hex')}`
  writeFileSync(keysFile, JSON.stringify([{ hash, role: 'reader', pseudonym: 'sb-17' }]))
  const { withKey, service } = await connect(inventedService(), { identity: { keysFile, proxy: null } })
  await withKey('schluessel').chat.completions.create(ask('A?'))
  expect(service.asked.map(({ owner }) => owner)).toEqual(['key:sb-17'])
  await expect(withKey('falsch').models.list()).rejects.toThrow(/401 .*anmelden/i)
})

test('questions through this door and through the other share one limit', async () => {
  const service = inventedService()
  const { client, origin } = await connect(service, { limits: { perOwner: 1, total: 3 } })
  let finish = () => {}
  const begun = new Promise<void>((begin) => {
    service.answering = ({ question }) =>
      new Promise((resolve) => {
        begin()
        finish = () => resolve(inventedAnswer(question))
      })
  })
  const first = client.chat.completions.create(ask('A?'))
  const headers = { 'Content-Type': 'application/json' }
  await begun
  const second = await fetch(`${origin}/v1/questions`, { method: 'POST', headers, body: '{"question":"B?"}' })
  expect(second.status).toBe(429)
  finish()
  expect(words(await first)).toContain('Musterkarte')
})
