import type { Composer } from './answer/compose/compose-with-model.ts'
import type { Config } from './config.ts'
import { type ChatModel, openAiChat } from './models/chat.ts'
import { findLocalChatModel } from './models/find-local-chat-model.ts'
<<<<<<< HEAD
import { tokenizeEndpoint } from './models/tokenize-endpoint.ts'
import { loadPrompt } from './prompt.ts'

/** The model that words answers, by configuration or found on this machine; null: answers are extracts. */
export async function openComposer({ llm, port }: Config): Promise<Composer | null> {
  const endpoint = await findEndpoint(llm, port)
  if (!endpoint) return null
  const { key, timeoutMs, concurrency, contextTokens } = llm
  const chat = openAiChat({ ...endpoint, key, timeoutMs, concurrency, contextTokens })
  const countTokens = tokenizeEndpoint({ ...endpoint, key })
  return { chat: { ...chat, countTokens, contextTokens }, prompt: loadPrompt('compose') }
=======
import { findModelFile } from './models/local/find-model-file.ts'
import { localChat } from './models/local/local-chat.ts'
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
>>>>>>> 74ff517 (Models in process: a runtime installed apart, models pulled by a checked list, run in a child process and held to the schema by a grammar)
}

async function findChat(config: Config, say: Say): Promise<ChatModel | null> {
  const { url, model, key, timeoutMs, concurrency } = config.llm
  const limits = { key, timeoutMs, concurrency }
  if (url === 'off') return null
  if (url === 'local') return inProcess(config, say, say)
  if (url !== 'auto') return openAiChat({ url, model: model ?? 'default', ...limits })
  const found = await findLocalChatModel({ ownPort: config.port })
  if (found) return openAiChat({ url: found.url, model: model ?? found.model, ...limits })
  // Nobody asked for a model in process: that none is there is no news.
  return inProcess(config, say, () => {})
}

/** A model that is asked for and missing stops no service: the law's own sentences are still there. */
function inProcess({ llm, models }: Config, say: Say, sayMissing: Say): ChatModel | null {
  const found = findModelFile(models.folder, llm.model)
  if (typeof found !== 'string') return localChat({ ...found, timeoutMs: llm.timeoutMs, say })
  sayMissing(`${found} Bis dahin sind Antworten wörtliche Auszüge.`)
  return null
}
