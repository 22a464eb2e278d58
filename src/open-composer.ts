import type { Composer } from './answer/compose/compose-with-model.ts'
import type { Config } from './config.ts'
import { openAiChat } from './models/chat.ts'
import { findLocalChatModel } from './models/find-local-chat-model.ts'
import { queueChat } from './models/queue-chat.ts'
import { tokenizeEndpoint } from './models/tokenize-endpoint.ts'
import { loadPrompt } from './prompt.ts'

/** The model that words answers, by configuration or found on this machine; null: answers are extracts. */
export async function openComposer({ llm, port }: Config): Promise<Composer | null> {
  const endpoint = await findEndpoint(llm, port)
  if (!endpoint) return null
  const { key, timeoutMs, contextTokens } = llm
  const chat = queueChat(openAiChat({ ...endpoint, key, timeoutMs, contextTokens }), llm)
  const countTokens = tokenizeEndpoint({ ...endpoint, key })
  return { chat: { ...chat, countTokens, contextTokens }, prompt: loadPrompt('compose') }
}

async function findEndpoint({ url, model }: Config['llm'], ownPort: number) {
  if (url === 'off') return null
  if (url !== 'auto') return { url, model: model ?? 'default' }
  const found = await findLocalChatModel({ ownPort })
  return found && { url: found.url, model: model ?? found.model }
}
