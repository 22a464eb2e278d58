import { availableParallelism } from 'node:os'
import { toGrammarSchema } from './grammar-schema.ts'
import { importRuntime, type LlamaGrammar } from './llama-runtime.ts'
import { PromptTooLongError } from './prompt-too-long-error.ts'

interface LlamaTask {
  system: string
  user: string
  schema: Record<string, unknown> | null
  /** Longest reply. */
  maxTokens: number
  signal: AbortSignal
  onPiece: (text: string) => void
}

export interface OpenLlama {
  contextTokens: number
  countTokens(text: string): number
  /** What of the schema the reply was not held to; null: there was no grammar. */
  complete(task: LlamaTask): Promise<{ loosened: string[] | null }>
}

/** Tokens a chat template puts around system and user text, at most. */
const templateTokens = 64
/** A reply with less room than this is not worth beginning. */
const leastReplyTokens = 256

/**
 * A GGUF file in memory, ready to answer one request after the other. Graphics cards are used where the operator has
 * installed a binary for them; nothing is compiled or loaded from elsewhere.
 */
export async function openLlama(module: string, file: string, contextTokens: number): Promise<OpenLlama> {
  const { getLlama, LlamaChatSession } = await importRuntime(module)
  const llama = await getLlama({
    gpu: 'auto',
    build: 'never',
    skipDownload: true,
    progressLogs: false,
    logLevel: 'error',
  })
  const model = await llama.loadModel({ modelPath: file })
  const contextSize = Math.min(contextTokens, model.trainContextSize)
  const context = await model.createContext({ contextSize, threads: threadsOf(llama.cpuMathCores) })
  // One sequence for all requests: what their prompts begin with alike is computed once.
  const contextSequence = context.getSequence()

  const grammarOf = async (schema: Record<string, unknown> | null): Promise<Grammar> => {
    if (schema === null) return { loosened: [] }
    const { schema: understood, leftOut } = toGrammarSchema(schema)
    try {
      return { grammar: await llama.createGrammarForJsonSchema(understood), loosened: leftOut }
    } catch {
      return { loosened: null }
    }
  }

  return {
    contextTokens: context.contextSize,
    countTokens: (text) => model.tokenize(text).length,
    async complete({ system, user, schema, maxTokens, signal, onPiece }) {
      const promptTokens = model.tokenize(`${system}\n${user}`).length + templateTokens
      const room = context.contextSize - promptTokens
      // Beyond its context the runtime would drop the beginning of the prompt without a word.
      if (room < leastReplyTokens) throw new PromptTooLongError(promptTokens, context.contextSize)
      const { loosened, ...grammar } = await grammarOf(schema)
      const session = new LlamaChatSession({ contextSequence, systemPrompt: system })
      try {
        const limits = { maxTokens: Math.min(maxTokens, room), temperature: 0 }
        await session.prompt(user, { ...grammar, ...limits, signal, onTextChunk: onPiece })
        return { loosened }
      } finally {
        session.dispose()
      }
    },
  }
}

interface Grammar {
  grammar?: LlamaGrammar
  loosened: string[] | null
}

/**
 * One core is left to the service and to whatever else runs: the threads wait for each other in busy loops, and with one
 * of them off its core a token takes ten times as long.
 */
function threadsOf(mathCores: number): number {
  return Math.max(1, Math.min(mathCores, availableParallelism()) - 1)
}
