import type { ChatModel } from './chat.ts'
import type { ChatTurn } from './chat-turn.ts'

/** The same model for one question: all its calls are one turn. */
export function withTurn(chat: ChatModel, turn: ChatTurn): ChatModel {
  return { ...chat, complete: (request) => chat.complete({ ...request, turn }) }
}
