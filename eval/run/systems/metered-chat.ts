import { AsyncLocalStorage } from 'node:async_hooks'
import type { ChatModel } from '../../../src/models/chat.ts'
import type { AnswerRecord } from '../answer-record.ts'
import type { GivenAnswer } from './system.ts'

/** Tokens of German text by their characters where the model does not count (compose counts evidence the same way). */
const charactersPerToken = 3

/** Model calls made while one question is asked. */
interface Call {
  seed: number
  prompt: number
  completion: number
}

const calls = new AsyncLocalStorage<Call>()

/** A model whose calls are counted, and held to the seed of the question they are made for. */
export function meterChat(chat: ChatModel): ChatModel {
  const tokensOf = async (text: string) =>
    (await chat.countTokens?.(text)) ?? Math.ceil(text.length / charactersPerToken)
  return {
    ...chat,
    async complete(request) {
      const call = calls.getStore()
      if (!call) return chat.complete(request)
      const reply = await chat.complete({ ...request, seed: call.seed })
      call.prompt += await tokensOf(`${request.system}\n${request.user}`)
      call.completion += await tokensOf(reply.text)
      return reply
    },
  }
}

/** Asks with a seed, and says what metered models read and wrote for it; null where none was asked. */
export async function askMetered(
  seed: number,
  ask: () => Promise<GivenAnswer>,
): Promise<GivenAnswer & { tokens: AnswerRecord['tokens'] }> {
  const call: Call = { seed, prompt: 0, completion: 0 }
  const given = await calls.run(call, ask)
  const { prompt, completion } = call
  return { ...given, tokens: prompt + completion > 0 ? { prompt, completion } : given.tokens }
}
