import { afterEach, expect, test } from 'vitest'
import { startScriptedLlm, type Play, type ScriptedLlm } from '../../tests/scripted-llm.ts'
import { openAiChat } from './chat.ts'

const running: ScriptedLlm[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

const schema = { type: 'object', properties: { open: { type: 'array', items: { type: 'string' } } } }

async function askOnce(play: (count: number) => Play, key: string | null = null) {
  const server = await startScriptedLlm((_request, count) => play(count))
  running.push(server)
  const settings = { url: server.url, model: 'erfundenes-modell', key, timeoutMs: 5000, concurrency: 1 }
  const chat = openAiChat(settings)
  const ask = () => chat.complete({ system: 'Sei kurz.', user: 'Frage?', schema, signal: new AbortController().signal })
  return { server, ask }
}

test('the configured key goes with each request, and into no error message', async () => {
  const { server, ask } = await askOnce((count) => (count === 1 ? { say: 'ja' } : { status: 401 }), 'sk-erfunden')
  await ask()
  expect(server.requests[0]?.headers.authorization).toBe('Bearer sk-erfunden')
  const refused = await ask().catch((error: unknown) => error)
  expect(String(refused)).toMatch(/Schlüssel/)
  expect(String(refused)).not.toContain('sk-erfunden')
})

test('the schema is sent as it is, to be kept to strictly, with a bound on the reply', async () => {
  const { server, ask } = await askOnce(() => ({ say: '{"open":[]}' }))
  await ask()
  expect(server.requests[0]?.body).toMatchObject({
    response_format: { type: 'json_schema', json_schema: { name: 'antwort', strict: true, schema } },
    max_tokens: expect.any(Number),
  })
})

test.each([429, 502, 503, 504])('a refusal that passes (%i) is tried again exactly once', async (status) => {
  const { server, ask } = await askOnce(() => ({ status }))
  await expect(ask()).rejects.toMatchObject({ kind: 'http', status })
  expect(server.requests).toHaveLength(2)
})

test.each([400, 401, 404, 500])('any other refusal (%i) is not tried again with the same request', async (status) => {
  const { server, ask } = await askOnce(() => ({ status }))
  await expect(ask()).rejects.toMatchObject({ kind: 'http', status })
  expect(server.requests.filter(({ body }) => 'response_format' in body)).toHaveLength(1)
})
