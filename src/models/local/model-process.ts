import type { FromModel, ToModel } from './model-messages.ts'
import { openLlama, type OpenLlama } from './open-llama.ts'
import { PromptTooLongError } from './prompt-too-long-error.ts'

/**
 * The process that runs a model: what its native code aborts takes nobody along. Speaks over its IPC channel alone
 * (`model-messages.ts`) and ends with it.
 */
let llama: Promise<OpenLlama> | null = null
let last: Promise<void> = Promise.resolve()
const running = new Map<number, AbortController>()

process.on('message', (message) => receive(message as ToModel))
process.on('disconnect', () => process.exit(0))
// Ctrl-C reaches the whole group; the service decides when this process ends.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})

function receive(message: ToModel): void {
  if (message.type === 'load') {
    llama = openLlama(message.runtime, message.file, message.contextTokens)
    llama.then(
      ({ contextTokens }) => say({ type: 'loaded', contextTokens }),
      (error: unknown) => say({ type: 'unusable', message: wordsOf(error) }),
    )
  } else if (message.type === 'abort') {
    running.get(message.id)?.abort()
  } else if (message.type === 'count') {
    void count(message)
  } else {
    running.set(message.id, new AbortController())
    last = last.then(() => complete(message)).finally(() => running.delete(message.id))
  }
}

async function count({ id, text }: Extract<ToModel, { type: 'count' }>): Promise<void> {
  try {
    say({ type: 'counted', id, tokens: (await opened()).countTokens(text) })
  } catch (error) {
    say({ type: 'failed', id, message: wordsOf(error) })
  }
}

async function complete({ id, ...task }: Extract<ToModel, { type: 'complete' }>): Promise<void> {
  const signal = running.get(id)?.signal ?? AbortSignal.abort()
  try {
    // Whoever gave up while others were answered costs nothing.
    signal.throwIfAborted()
    const onPiece = (text: string) => say({ type: 'piece', id, text })
    const { loosened } = await (await opened()).complete({ ...task, signal, onPiece })
    say({ type: 'done', id, loosened })
  } catch (error) {
    if (error instanceof PromptTooLongError)
      say({ type: 'too_long', id, tokens: error.tokens, contextTokens: error.contextTokens })
    else say({ type: 'failed', id, message: wordsOf(error) })
  }
}

async function opened(): Promise<OpenLlama> {
  if (!llama) throw new Error('Es ist kein Modell geladen.')
  return llama
}

function say(message: FromModel): void {
  if (process.connected) process.send?.(message)
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
