import type { ChatOpenAICompletions } from '@langchain/openai'
import { asChatModelError, statusOf } from './as-chat-model-error.ts'
import { ChatModelError } from './chat-model-error.ts'
import type { ChatTurn } from './chat-turn.ts'
import { baseUrl, modelFetch, type ReplyProgress } from './model-fetch.ts'
import { orAborted } from './or-aborted.ts'
import { ReplyLimitError } from './reply-limit-error.ts'
import { replyTokens } from './reply-tokens.ts'

export interface ChatRequest {
  system: string
  user: string
  /** JSON Schema of the wanted reply; endpoints that know `response_format` are held to it. Null: prose. */
  schema: Record<string, unknown> | null
  signal: AbortSignal
  /** For endpoints that know one: repeats of a measurement differ by it alone. */
  seed?: number
  /** The question this call belongs to (`queueChat`); without one it is a question of its own, of nobody in particular. */
  turn?: ChatTurn
}

export interface ChatReply {
  /** What the model wrote, unread and untrusted. */
  text: string
}

/** A chat model, whatever runs it. */
export interface ChatModel {
  name: string
  /** @throws ChatModelError when there is no usable reply; soon after the signal aborts. */
  complete(request: ChatRequest): Promise<ChatReply>
  /** Tokens of a text as this model counts them; null where it cannot say now. Absent: nobody counts. */
  countTokens?(text: string): Promise<number | null>
  /** Tokens that prompt and reply may have together; absent: unknown. */
  contextTokens?: number
}

export interface ChatSettings {
  /** OpenAI-compatible endpoint, with or without `/v1`. */
  url: string
  model: string
  key: string | null
  /** From the request to the last word. */
  timeoutMs: number
  /** Tokens that prompt and reply may have together; absent: unknown. */
  contextTokens?: number
}

/** Silence that ends a reply which has begun. Before the first word only the whole time limit counts: a model that
 * reads a long prompt on a CPU is silent for minutes. */
const idleMs = 30_000
const maxReplyBytes = 2_000_000
const maxReplyChars = 60_000
const retryPauseMs = 500

/**
 * A chat model behind an OpenAI-compatible endpoint. Contacts nothing until it is asked. Asks at once, however many ask:
 * `queueChat` puts them in line.
 */
export function openAiChat(settings: ChatSettings): ChatModel {
  // Learnt from the endpoint: false once it refused a JSON Schema and answered without one.
  let knowsSchema = true

  const ask = async (model: ChatOpenAICompletions, request: ChatRequest): Promise<ChatReply> => {
    if (!knowsSchema || request.schema === null) return { text: await read(model, request, false) }
    try {
      return { text: await read(model, request, true) }
    } catch (error) {
      if (![400, 422].includes(statusOf(error) ?? 0)) throw error
      const text = await read(model, request, false)
      knowsSchema = false
      return { text }
    }
  }

  return {
    name: settings.model,
    async complete(request) {
      const { signal } = request
      const progress: ReplyProgress = { answered: false, lastByteAt: null }
      try {
        const model = await createClient(settings, progress)
        return await orAborted(
          signal,
          retryOnce(signal, () => ask(model, request)),
        )
      } catch (error) {
        throw asChatModelError(error, settings, { signal, progress })
      }
    },
  }
}

/**
 * One client a call, which costs well under a millisecond: so each knows how far its own reply has come. The library
 * itself takes most of a second to load, which a service without a model should not spend.
 */
async function createClient(settings: ChatSettings, progress: ReplyProgress): Promise<ChatOpenAICompletions> {
  const { ChatOpenAICompletions } = await import('@langchain/openai')
  const { model, key, timeoutMs, contextTokens } = settings
  const url = baseUrl(settings.url)
  return new ChatOpenAICompletions({
    model,
    temperature: 0,
    maxTokens: replyTokens(contextTokens),
    maxRetries: 0,
    streaming: true,
    streamUsage: false,
    timeout: timeoutMs,
    // Everything the library would otherwise look up in the environment is said here.
    apiKey: key ?? 'none',
    configuration: {
      baseURL: url,
      adminAPIKey: null,
      organization: null,
      project: null,
      logLevel: 'off',
      fetch: modelFetch({ url, key, timeoutMs, idleMs, maxBytes: maxReplyBytes, progress }),
    },
  })
}

/**
 * Reads the whole reply. Asks the model's own stream instead of `stream()`: that one would start LangSmith tracing
 * whenever `LANGCHAIN_TRACING_V2` happens to be set, and send the question away.
 */
async function read(model: ChatOpenAICompletions, request: ChatRequest, withSchema: boolean): Promise<string> {
  const { signal, seed } = request
  const { HumanMessage, SystemMessage } = await import('@langchain/core/messages')
  const messages = [new SystemMessage(request.system), new HumanMessage(request.user)]
  const schema = { name: 'antwort', strict: true, schema: request.schema ?? {} }
  const format = withSchema ? { response_format: { type: 'json_schema' as const, json_schema: schema } } : {}
  let text = ''
  // oxlint-disable-next-line no-underscore-dangle -- the library names its extension point so
  for await (const chunk of model._streamResponseChunks(messages, {
    signal,
    ...(seed === undefined ? {} : { seed }),
    ...format,
  })) {
    text += chunk.text
    if (text.length > maxReplyChars) throw new ReplyLimitError('size', maxReplyChars)
  }
  signal.throwIfAborted()
  if (text.trim() === '')
    throw new ChatModelError('bad_output', `Das Sprachmodell ${model.model} hat nichts geantwortet.`)
  return text
}

/** Tries again once after a refusal that passes: too many requests, or a gateway whose model is starting. */
async function retryOnce<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (![429, 502, 503, 504].includes(statusOf(error) ?? 0)) throw error
    await new Promise((resolve) => setTimeout(resolve, retryPauseMs))
    signal.throwIfAborted()
    return work()
  }
}
