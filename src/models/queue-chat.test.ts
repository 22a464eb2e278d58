import { expect, test } from 'vitest'
import type { ChatModel, ChatReply, ChatRequest } from './chat.ts'
import { ChatModelError, type ChatModelFault } from './chat-model-error.ts'
import { chatTurn } from './chat-turn.ts'
import { queueChat } from './queue-chat.ts'
import type { Place } from './slots.ts'
import { withTurn } from './with-turn.ts'

/** A model in memory that answers when it is told to, and ends when its signal aborts. */
function heldModel() {
  const asked: { user: string; answer: () => void }[] = []
  const chat: ChatModel = {
    name: 'erfundenes-modell',
    complete: ({ user, signal }) =>
      new Promise<ChatReply>((resolve, reject) => {
        asked.push({ user, answer: () => resolve({ text: user }) })
        const fail = () => reject(new ChatModelError('timeout', 'nicht fertig'))
        if (signal.aborted) fail()
        signal.addEventListener('abort', fail)
      }),
  }
  return { asked, chat }
}

function request(user: string, more: Partial<ChatRequest> = {}): ChatRequest {
  return { system: '', user, schema: {}, signal: new AbortController().signal, ...more }
}

function kindOf(reply: Promise<unknown>): Promise<ChatModelFault | 'reply'> {
  return reply.then(
    () => 'reply' as const,
    (error: unknown) => (error instanceof ChatModelError ? error.kind : Promise.reject(error)),
  )
}

test('the calls of one question are its owner’s, and their places are told to it', async () => {
  const { asked, chat } = heldModel()
  const queued = queueChat(chat, { timeoutMs: 60_000, waitMs: 60_000, concurrency: 1 })
  const places: Place[] = []
  const anna = withTurn(queued, chatTurn('anna'))
  const bert = withTurn(
    queued,
    chatTurn('bert', (place) => places.push(place)),
  )
  const replies = ['a1', 'a2', 'a3'].map((text) => anna.complete(request(text)))
  replies.push(bert.complete(request('b1')))
  expect(places).toEqual([{ position: 1, waiting: 3 }])
  for (const text of ['a1', 'b1', 'a2', 'a3']) {
    await expect.poll(() => asked.at(-1)?.user).toBe(text)
    asked.at(-1)?.answer()
  }
  await Promise.all(replies)
  expect(places.at(-1)).toEqual({ position: 0, waiting: 2 })
})

test('whoever waits longer than is allowed is told that the model is busy, and what works goes on', async () => {
  const { asked, chat } = heldModel()
  const queued = queueChat(chat, { timeoutMs: 60_000, waitMs: 30, concurrency: 1 })
  const first = queued.complete(request('erste'))
  const fault = await queued.complete(request('zweite')).catch((error: unknown) => error)
  expect(fault).toMatchObject({ kind: 'busy', message: expect.stringContaining('ausgelastet') })
  asked[0]?.answer()
  expect(await first).toEqual({ text: 'erste' })
  expect(asked.map(({ user }) => user)).toEqual(['erste'])
})

test('all who came together are told within one time limit that the model hangs', async () => {
  const { asked, chat } = heldModel()
  const queued = queueChat(chat, { timeoutMs: 100, waitMs: 60_000, concurrency: 2 })
  const kinds = await Promise.all(['1', '2', '3', '4', '5'].map((user) => kindOf(queued.complete(request(user)))))
  expect(kinds).toEqual(['timeout', 'timeout', 'resting', 'resting', 'resting'])
  expect(asked.map(({ user }) => user)).toEqual(['1', '2'])
})

test('the calls of one question that run side by side use up its time once, and only its first place is told', async () => {
  const { asked, chat } = heldModel()
  const queued = queueChat(chat, { timeoutMs: 60_000, waitMs: 60_000, concurrency: 1 })
  const places: Place[] = []
  const turn = chatTurn('anna', (place) => places.push(place))
  const mine = withTurn(queued, turn)
  const replies = ['1', '2', '3'].map((text) => mine.complete(request(text)))
  for (const text of ['1', '2', '3']) {
    await expect.poll(() => asked.at(-1)?.user).toBe(text)
    asked.at(-1)?.answer()
  }
  await Promise.all(replies)
  expect(places).toEqual([])
  expect(turn.calls).toBe(3)
})

test('the calls of one question share its time', async () => {
  const { asked, chat } = heldModel()
  const queued = queueChat(chat, { timeoutMs: 100, waitMs: 60_000, concurrency: 1 })
  const mine = withTurn(queued, chatTurn('anna'))
  expect(await kindOf(mine.complete(request('hängt')))).toBe('timeout')
  const second = await mine.complete(request('danach')).catch((error: unknown) => error)
  expect(second).toMatchObject({ kind: 'timeout', message: expect.stringContaining('für diese Frage aufgebraucht') })
  expect(asked.map(({ user }) => user)).toEqual(['hängt'])
})

test('whoever goes while waiting is never asked for', async () => {
  const { asked, chat } = heldModel()
  const queued = queueChat(chat, { timeoutMs: 60_000, waitMs: 60_000, concurrency: 1 })
  const first = queued.complete(request('erste'))
  const caller = new AbortController()
  const second = kindOf(queued.complete(request('zweite', { signal: caller.signal })))
  caller.abort()
  expect(await second).toBe('aborted')
  asked[0]?.answer()
  await first
  expect(asked.map(({ user }) => user)).toEqual(['erste'])
})
