import type { Composer } from './answer/compose/compose-with-model.ts'
import type { Config } from './config.ts'
import { type ChatModel, openAiChat } from './models/chat.ts'
import { findLocalChatModel } from './models/find-local-chat-model.ts'
import { findModelFile } from './models/local/find-model-file.ts'
import { localChat } from './models/local/local-chat.ts'
import { queueChat } from './models/queue-chat.ts'
import { tokenizeEndpoint } from './models/tokenize-endpoint.ts'
import { loadPrompt } from './prompt.ts'

/** Hears German sentences an operator should read. */
type Say = (message: string) => void

/**
 * The model that words answers, by configuration or found on this machine: a server on loopback first, then a model
 * that was pulled to run in process. Null: answers are extracts.
 */
export async function openComposer(config: Config, say: Say): Promise<Composer | null> {
  const chat = await findChat(config, say)
  return chat && { chat, prompt: loadPrompt('compose') }
}

async function findChat(config: Config, say: Say): Promise<ChatModel | null> {
  const { url, model } = config.llm
  if (url === 'off') return null
  if (url === 'local') return inProcess(config, say, say)
  if (url !== 'auto') return atEndpoint(config.llm, url, model ?? 'default')
  const found = await findLocalChatModel({ ownPort: config.port })
  if (found) return atEndpoint(config.llm, found.url, model ?? found.model)
  // Nobody asked for a model in process: that none is there is no news.
  return inProcess(config, say, () => {})
}

function atEndpoint(limits: Config['llm'], url: string, model: string): ChatModel {
  const { key, timeoutMs, contextTokens } = limits
  const chat = queueChat(openAiChat({ url, model, key, timeoutMs, contextTokens }), limits)
  return { ...chat, countTokens: tokenizeEndpoint({ url, model, key }), contextTokens }
}

/** A model that is asked for and missing stops no service: the law's own sentences are still there. */
function inProcess({ llm, models }: Config, say: Say, sayMissing: Say): ChatModel | null {
  const found = findModelFile(models.folder, llm.model, llm.contextTokens)
  if (typeof found !== 'string') {
    const chat = localChat({ ...found, timeoutMs: llm.timeoutMs, say })
    return queueChat(chat, { ...llm, concurrency: 1 })
  }
  sayMissing(`${found} Bis dahin sind Antworten wörtliche Auszüge.`)
  return null
}
