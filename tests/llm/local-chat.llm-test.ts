import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { ChatModelError } from '../../src/models/chat-model-error.ts'
import type { ChatModel } from '../../src/models/chat.ts'
import { findModelFile } from '../../src/models/local/find-model-file.ts'
import { localChat } from '../../src/models/local/local-chat.ts'
import { killModel, modelProcesses } from './model-processes.ts'
import { modelsFolder } from './models-folder.ts'

const draft = z.strictObject({
  claims: z
    .array(
      z.strictObject({
        text: z.string().max(60),
        role: z.enum(['rule', 'exception']),
        evidence: z.array(z.enum(['E1', 'E2'])).max(2),
      }),
    )
    .max(2),
  open: z.array(z.string().max(30)).max(1),
})
const schema = z.toJSONSchema(draft)
const system = 'Du antwortest nur mit JSON.'
const user =
  'E1: Die Gastkarte gilt drei Monate.\nE2: Sie darf nicht verlängert werden.\n\nFrage: Wie lange gilt die Gastkarte?'

const said: string[] = []

function tiny(timeoutMs = 300_000): ChatModel {
  const file = findModelFile(modelsFolder, 'gemma-3-270m', 4096)
  if (typeof file === 'string') throw new Error(file)
  return localChat({ ...file, timeoutMs, say: (message) => said.push(message) })
}

/** Until then it does not count. */
async function loaded(chat: ChatModel): Promise<void> {
  await expect.poll(() => chat.countTokens?.('geladen'), { timeout: 120_000 }).not.toBeNull()
}

async function faultOf(reply: Promise<unknown>): Promise<ChatModelError> {
  const error = await reply.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ChatModelError)
  return error as ChatModelError
}

afterEach(() => {
  for (const pid of modelProcesses(process.pid)) killModel(pid)
  said.length = 0
})

describe('a real model in process', () => {
  test('writes what the schema allows and nothing else, and the same again for the same question', async () => {
    const chat = tiny()
    const signal = new AbortController().signal
    const first = await chat.complete({ system, user, schema, signal })
    expect(draft.safeParse(JSON.parse(first.text)).error).toBeUndefined()
    expect(await chat.complete({ system, user, schema, signal })).toEqual(first)
    expect(said.some((message) => message.includes('geladen'))).toBe(true)
    expect(said.filter((message) => message.includes('Grammatik'))).toEqual([])
  })

  test('counts tokens by its own tokenizer', async () => {
    const chat = tiny()
    await loaded(chat)
    const counted = await chat.countTokens?.('Aufenthaltserlaubnis für Geflüchtete')
    expect(counted).toBeGreaterThan(4)
    expect(counted).toBeLessThan(20)
  })

  test('a reply that never ends by itself ends at the longest reply', async () => {
    const endless = {
      type: 'object',
      properties: { open: { type: 'array', items: { type: 'string' }, minItems: 500 } },
    }
    const chat = tiny()
    const { text } = await chat.complete({ system, user, schema: endless, signal: new AbortController().signal })
    expect(() => JSON.parse(text)).toThrow(SyntaxError)
    expect(await chat.countTokens?.(text)).toBeLessThan(1200)
  })

  test('a prompt beyond its context is refused, not cut', async () => {
    const fault = await faultOf(
      tiny().complete({ system, user: user.repeat(300), schema, signal: new AbortController().signal }),
    )
    expect(fault.kind).toBe('too_long')
    expect(fault.message).toMatch(/zu lang für das Sprachmodell gemma-3-270m, das 4096 fasst/)
  })

  test('stops when the caller gives up, and answers the next', async () => {
    const chat = tiny()
    await loaded(chat)
    const caller = new AbortController()
    const reply = faultOf(chat.complete({ system, user: user.repeat(40), schema, signal: caller.signal }))
    setTimeout(() => caller.abort(), 200)
    expect((await reply).kind).toBe('aborted')
    const next = await chat.complete({ system, user, schema, signal: new AbortController().signal })
    expect(draft.safeParse(JSON.parse(next.text)).success).toBe(true)
  })

  test('killed in the middle of an answer, the question fails with a reason and the next one works', async () => {
    const chat = tiny()
    await loaded(chat)
    const reply = faultOf(
      chat.complete({ system, user: user.repeat(40), schema, signal: new AbortController().signal }),
    )
    const [pid] = modelProcesses(process.pid)
    expect(pid).toBeDefined()
    setTimeout(() => killModel(pid), 200)
    const fault = await reply
    expect(fault.message).toBe(
      'Das Sprachmodell gemma-3-270m ist während der Antwort abgestürzt (SIGKILL). Es wird neu gestartet.',
    )
    const next = await chat.complete({ system, user, schema, signal: new AbortController().signal })
    expect(draft.safeParse(JSON.parse(next.text)).success).toBe(true)
    expect(modelProcesses(process.pid)).not.toContain(pid)
  })

  test('a schema that gives no grammar is answered freely, and that is said', async () => {
    const impossible = { type: 'array', items: { type: 'string' }, minItems: 100_000 }
    await tiny().complete({ system, user, schema: impossible, signal: AbortSignal.timeout(200_000) })
    expect(said.filter((message) => message.includes('keine Grammatik'))).toHaveLength(1)
  })
})
