import { afterEach, describe, expect, test } from 'vitest'
import { startScriptedLlm, type Play, type ScriptedLlm, type ScriptedRequest } from '../../tests/scripted-llm.ts'
import { ChatModelError } from './chat-model-error.ts'
import { openAiChat, type ChatModel } from './chat.ts'
import { queueChat } from './queue-chat.ts'

const running: ScriptedLlm[] = []

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()))
})

async function modelPlaying(play: Play | ((request: ScriptedRequest, count: number) => Play), timeoutMs = 5000) {
  const server = await startScriptedLlm(typeof play === 'function' ? play : () => play)
  running.push(server)
  const endpoint = openAiChat({ url: server.url, model: 'erfundenes-modell', key: null, timeoutMs })
  const chat = queueChat(endpoint, { timeoutMs, waitMs: timeoutMs, concurrency: 1 })
  return { server, chat }
}

function complete(chat: ChatModel, signal: AbortSignal = new AbortController().signal) {
  return chat.complete({ system: 'Sei kurz.', user: 'Frage?', schema: { type: 'object' }, signal })
}

async function faultOf(reply: Promise<unknown>): Promise<ChatModelError> {
  const error = await reply.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ChatModelError)
  return error as ChatModelError
}

describe('a chat model', () => {
  test('gives the whole streamed reply', async () => {
    const { chat, server } = await modelPlaying({ say: 'Eine erfundene Antwort, die in mehreren Stücken kommt. äöü' })
    expect(await complete(chat)).toEqual({ text: 'Eine erfundene Antwort, die in mehreren Stücken kommt. äöü' })
    expect(server.requests[0]?.body).toMatchObject({
      model: 'erfundenes-modell',
      stream: true,
      temperature: 0,
      response_format: { type: 'json_schema' },
    })
  })

  test('sends the endpoint nothing but what was asked, and no key it does not have', async () => {
    const { chat, server } = await modelPlaying({ say: 'ja' })
    await complete(chat)
    const names = Object.keys(server.requests[0]?.headers ?? {})
    expect(names.filter((name) => name.startsWith('x-') || name === 'authorization')).toEqual([])
  })

  test('answers without a schema where the endpoint knows none, and does not offer it again', async () => {
    const { chat, server } = await modelPlaying({ refuseSchema: true, otherwise: { say: 'ohne Schema' } })
    expect(await complete(chat)).toEqual({ text: 'ohne Schema' })
    expect(await complete(chat)).toEqual({ text: 'ohne Schema' })
    expect(server.requests.map(({ body }) => 'response_format' in body)).toEqual([true, false, false])
  })

  test('tries again once when the endpoint has too much to do', async () => {
    const { chat } = await modelPlaying((_request, count) => (count === 1 ? { status: 429 } : { say: 'jetzt' }))
    expect(await complete(chat)).toEqual({ text: 'jetzt' })
  })

  test.each<[string, Play, string, number | undefined]>([
    ['that answers 500', { status: 500 }, 'http', 500],
    ['that stays overloaded', { status: 429 }, 'http', 429],
    ['that wants another key', { status: 401 }, 'http', 401],
    ['that says nothing', { say: ' ' }, 'bad_output', undefined],
    ['that never ends', { endless: 'pieces' }, 'too_long', undefined],
    ['that never ends its line', { endless: 'one_line' }, 'too_long', undefined],
    ['that dies in the middle', { die: 'midway' }, 'broken_off', undefined],
    ['that resets the connection', { die: 'before_headers' }, 'unreachable', undefined],
    ['that sends us elsewhere', { redirect: 'http://127.0.0.1:9/v1/chat/completions' }, 'unreachable', undefined],
  ])('%s is reported as what it is', async (_name, play, kind, status) => {
    const { chat } = await modelPlaying(play)
    const fault = await faultOf(complete(chat))
    expect([fault.kind, fault.status]).toEqual([kind, status])
    expect(fault.message).toMatch(/Bitte|bitte|nicht verwendet|nichts geantwortet/)
  })

  test.each<[string, Play, string]>([
    ['sends no headers', { hang: 'before_headers' }, 'Es hat auf die Anfrage gar nicht reagiert.'],
    ['falls silent after the headers', { hang: 'after_headers' }, 'Es hat die Anfrage angenommen und dann nichts'],
    ['falls silent midway', { hang: 'midway' }, 'Es ist mitten in der Antwort verstummt.'],
    ['drips for ever', { drip: 20 }, 'Es schreibt zu langsam'],
  ])('that %s is given up when its time is over, and its slot is free again', async (_name, hang, why) => {
    const { chat, server } = await modelPlaying((_request, count) => (count === 1 ? hang : { say: 'frei' }), 400)
    const fault = await faultOf(complete(chat))
    expect([fault.kind, fault.message]).toEqual(['timeout', expect.stringContaining(why)])
    expect(await complete(chat)).toEqual({ text: 'frei' })
    await expect.poll(() => server.openReplies()).toBe(0)
  })

  test('that is not there is reported with its address', async () => {
    const { chat, server } = await modelPlaying({ say: 'nie' })
    await server.close()
    const fault = await faultOf(complete(chat))
    expect(fault.kind).toBe('unreachable')
    expect(fault.message).toContain(server.url)
  })

  test('stops working when the caller gives up', async () => {
    const { chat, server } = await modelPlaying({ hang: 'midway' })
    const caller = new AbortController()
    const reply = faultOf(complete(chat, caller.signal))
    await expect.poll(() => server.requests.length).toBe(1)
    caller.abort()
    expect((await reply).kind).toBe('aborted')
    await expect.poll(() => server.openReplies()).toBe(0)
  })

  test('starts no tracing, whatever the environment says', async () => {
    process.env['LANGCHAIN_TRACING_V2'] = 'true'
    process.env['OPENAI_API_KEY'] = 'sk-erfunden'
    process.env['OPENAI_CUSTOM_HEADERS'] = 'x-verraten: ja'
    const trap = await startScriptedLlm(() => ({ status: 500 }))
    running.push(trap)
    process.env['LANGSMITH_ENDPOINT'] = trap.url
    process.env['LANGSMITH_API_KEY'] = 'erfunden'
    try {
      const { chat, server } = await modelPlaying({ say: 'still' })
      await complete(chat)
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(trap.requests).toEqual([])
      expect(JSON.stringify(server.requests[0]?.headers)).not.toMatch(/sk-erfunden|verraten/)
    } finally {
      for (const name of [
        'LANGCHAIN_TRACING_V2',
        'OPENAI_API_KEY',
        'OPENAI_CUSTOM_HEADERS',
        'LANGSMITH_ENDPOINT',
        'LANGSMITH_API_KEY',
      ])
        delete process.env[name]
    }
  })
})
