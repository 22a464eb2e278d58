import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AnswerJson } from '../../src/law/answer-json.ts'
import { type ScriptedLlm, type ScriptedRequest, startScriptedLlm } from '../scripted-llm.ts'
import { killPrograms } from './run-program.ts'
import { question, sayTheRule } from './say-the-rule.ts'
import { type RunningService, startService } from './start-service.ts'

/** The machine may be busy; what is waited for comes from other processes. */
const soon = { timeout: 20_000 }

const people = Array.from({ length: 10 }, (_, index) => `person-${index}`)

/** One slow model, one slot, ten people with a key each. The model answers when the test says so. */
describe('ten people before one slow model', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-queue-'))
  const keysFile = join(folder, 'keys.json')
  let model: ScriptedLlm
  let service: RunningService
  let held: { request: ScriptedRequest; answer: () => void }[] = []
  let holds = true
  /** Ends whatever a failed test left waiting. */
  let gone = new AbortController()

  beforeAll(async () => {
    const hash = (key: string) => `sha256:${createHash('sha256').update(key).digest('hex')}`
    writeFileSync(
      keysFile,
      JSON.stringify(people.map((name) => ({ hash: hash(name), role: 'reader', pseudonym: name }))),
    )
    model = await startScriptedLlm((request) => {
      if (request.path === '/tokenize') return { status: 404 }
      if (!holds) return sayTheRule(request)
      const when = new Promise<void>((resolve) => held.push({ request, answer: resolve }))
      return { ...sayTheRule(request), when }
    })
    service = await startService({
      FUNDSTELLE_DATA: folder,
      FUNDSTELLE_KEYS: keysFile,
      FUNDSTELLE_LLM_URL: model.url,
      FUNDSTELLE_LLM_CONCURRENCY: '1',
    })
    await service.ready()
  })
  afterEach(() => {
    for (const { answer } of held.splice(0)) answer()
    holds = true
    gone.abort()
    gone = new AbortController()
  })
  afterAll(async () => {
    await service.stop()
    await model.close()
    killPrograms()
    rmSync(folder, { recursive: true, force: true })
  })

  const send = (person: string, path: string, body: unknown, accept: string, signal: AbortSignal = gone.signal) =>
    fetch(`${service.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${person}` },
      body: JSON.stringify(body),
      signal,
    })

  const ask = (person: string, text = question) => {
    const events: { event: string; data: unknown }[] = []
    const done = send(person, '/v1/questions', { question: text, asOf: '2025-03-05' }, 'text/event-stream').then(
      (response) => readEvents(response, (event) => events.push(event)),
    )
    const places = () => events.flatMap(({ event, data }) => (event === 'queue' ? [data] : []))
    const answer = () => events.find(({ event }) => event === 'answer')?.data as AnswerJson | undefined
    return { person, events, places, answer, done }
  }

  /** Holds the model with a question of its own, so that everything after it has to wait. */
  const occupy = async () => {
    const first = ask('person-0')
    await expect.poll(() => held.length, soon).toBe(1)
    return first
  }

  test('each sees the passages before the model is asked, then the place; each gets an answer of the model', async () => {
    const first = await occupy()
    const others = people.slice(1).map((person) => ask(person))
    for (const { places } of others) await expect.poll(() => places().length, soon).toBeGreaterThan(0)
    for (const { events } of others) expect(events[0]?.event).toBe('passages')
    expect(held).toHaveLength(1)
    expect(
      others.map(({ places }) => (places().at(-1) as { position: number }).position).toSorted((a, b) => a - b),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    for (let answered = 0; answered < 10; answered += 1) {
      await expect.poll(() => held.length, soon).toBe(answered + 1)
      held[answered]?.answer()
    }
    const all = [first, ...others]
    await Promise.all(all.map(({ done }) => done))
    expect(all.map(({ answer }) => answer()?.mode)).toEqual(people.map(() => 'llm'))
    expect(others.map(({ places }) => places().at(-1))).toEqual(
      others.map(() => expect.objectContaining({ position: 0 })),
    )
  })

  test('somebody with five tabs is served in turn with somebody who has one question', async () => {
    const first = await occupy()
    const tabs = Array.from({ length: 4 }, (_, tab) => ask('person-0', `${question} Reiter ${tab}?`))
    for (const { places } of tabs) await expect.poll(() => places().length, soon).toBeGreaterThan(0)
    const other = ask('person-1', `${question} Andere?`)
    await expect.poll(() => other.places(), soon).toEqual([{ position: 1, waiting: 5 }])
    for (let answered = 0; answered < 6; answered += 1) {
      await expect.poll(() => held.length, soon).toBe(answered + 1)
      held[answered]?.answer()
    }
    await Promise.all([first, ...tabs, other].map(({ done }) => done))
    expect(held[1]?.request.prompt).toContain('Andere?')
  })

  const doors: [string, string, string, unknown][] = [
    ['the stream of /v1/questions', '/v1/questions', 'text/event-stream', { question }],
    ['/v1/questions', '/v1/questions', 'application/json', { question }],
    ['a batch', '/v1/questions', 'application/json', [{ question }, { question }]],
    [
      'a chat completion',
      '/v1/chat/completions',
      'application/json',
      { model: 'fundstelle', messages: [{ role: 'user', content: question }] },
    ],
    [
      'the stream of a chat completion',
      '/v1/chat/completions',
      'text/event-stream',
      { model: 'fundstelle', stream: true, messages: [{ role: 'user', content: question }] },
    ],
  ]

  test.each(doors)('a client of %s that goes while waiting leaves the line', async (_name, path, accept, body) => {
    const first = await occupy()
    const leave = new AbortController()
    const left = send('person-1', path, body, accept, leave.signal)
      .then((response) => response.text())
      .catch(() => 'gone')
    const witness = ask('person-2')
    // The one who leaves and the witness wait, in whichever order their passages were found.
    await expect.poll(() => JSON.stringify(witness.places()), soon).toContain('"waiting":2')
    leave.abort()
    expect(await left).toBe('gone')
    await expect.poll(() => witness.places().at(-1), soon).toEqual({ position: 1, waiting: 1 })
    held[0]?.answer()
    await expect.poll(() => held.length, soon).toBe(2)
    held[1]?.answer()
    await Promise.all([first.done, witness.done])
    expect([first.answer()?.mode, witness.answer()?.mode, held.length]).toEqual(['llm', 'llm', 2])
  })

  test.each(doors)(
    'a client of %s that goes while the model writes ends its work',
    async (_name, path, accept, body) => {
      const leave = new AbortController()
      const left = send('person-1', path, body, accept, leave.signal)
        .then((response) => response.text())
        .catch(() => 'gone')
      await expect.poll(() => held.length, soon).toBe(1)
      expect(model.openReplies()).toBe(1)
      leave.abort()
      expect(await left).toBe('gone')
      await expect.poll(() => model.openReplies(), soon).toBe(0)
      holds = false
      const next = ask('person-2')
      await next.done
      expect(next.answer()?.mode).toBe('llm')
      expect(held).toHaveLength(1)
    },
  )

  test('an MCP client that goes ends the model’s work', async () => {
    const client = new Client({ name: 'test', version: '1' })
    const headers = { Authorization: 'Bearer person-1' }
    await client.connect(new StreamableHTTPClientTransport(new URL(`${service.url}/mcp`), { requestInit: { headers } }))
    const call = client.callTool({ name: 'ask', arguments: { question } }).catch((error: unknown) => error)
    await expect.poll(() => held.length, soon).toBe(1)
    await client.close()
    expect(await call).toBeInstanceOf(Error)
    await expect.poll(() => model.openReplies(), soon).toBe(0)
  })
})

/** Hands on each event of a stream as it comes. */
async function readEvents(
  response: Response,
  onEvent: (event: { event: string; data: unknown }) => void,
): Promise<void> {
  let rest = ''
  const decoder = new TextDecoder()
  for await (const piece of response.body ?? []) {
    const blocks = (rest + decoder.decode(piece as Uint8Array, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const [, event, data] = /^event: (.*)\ndata: (.*)$/s.exec(block) ?? []
      if (event !== undefined && data !== undefined) onEvent({ event, data: JSON.parse(data) as unknown })
    }
  }
}
