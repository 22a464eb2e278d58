import type { ChatModel } from '../chat.ts'
import { ChatModelError } from '../chat-model-error.ts'
import { orAborted } from '../or-aborted.ts'
import { ReplyLimitError } from '../reply-limit-error.ts'
import { createCrashRest } from './crash-rest.ts'
import { asLocalFault, describeLooseness, refuseNoAnswer } from './local-fault.ts'
import {
  runModel,
  type ModelAnswer,
  type ModelFile,
  type ModelRequest,
  type Asking,
  type RunningModel,
} from './run-model.ts'

export interface LocalChatSettings extends ModelFile {
  /** From the question to the last word, loading included. */
  timeoutMs: number
  /** Hears German sentences an operator should read. */
  say: (message: string) => void
}

/** Longest reply: more than the longest style of answer needs, and minutes on a slow processor. */
const maxReplyTokens = 1024
const countPatienceMs = 2000

/**
 * A chat model from a GGUF file, in a process of its own that starts with the first request, answers one after the
 * other, and is started again after a crash. Replies are held to the request's JSON Schema by a grammar.
 */
export function localChat(settings: LocalChatSettings): ChatModel {
  const { name, contextTokens, timeoutMs, say } = settings
  const ask = askRestarting(settings)
  const told = new Set<string>()

  return {
    name,
    async complete({ system, user, schema, signal: caller }) {
      const deadline = AbortSignal.timeout(timeoutMs)
      const signal = AbortSignal.any([caller, deadline])
      let text = ''
      const onPiece = (piece: string): void => {
        text += piece
      }
      try {
        signal.throwIfAborted()
        const request = { type: 'complete' as const, system, user, schema, maxTokens: maxReplyTokens }
        const answer = await orAborted(signal, ask(request, { signal, onPiece }))
        refuseNoAnswer(answer, name)
        const looseness = answer.type === 'done' ? describeLooseness(name, answer.loosened) : null
        if (looseness && !told.has(looseness)) say(looseness)
        told.add(looseness ?? '')
        return { text }
      } catch (error) {
        const outOfTime = deadline.aborted || caller.reason instanceof ReplyLimitError
        throw asLocalFault(error, settings, { gaveUp: caller.aborted && !outOfTime, outOfTime })
      }
    },
    contextTokens,
    /** Null while the model is still loading: the answer is worth more than the exact number. */
    async countTokens(text) {
      const signal = AbortSignal.timeout(countPatienceMs)
      try {
        const answer = await orAborted(signal, ask({ type: 'count', text }, { signal, onPiece: () => {} }))
        return answer.type === 'counted' ? answer.tokens : null
      } catch {
        return null
      }
    },
  }
}

/** Asks the model's process, which is started where there is none, after the pause that a crash asks for. */
function askRestarting(settings: LocalChatSettings): (request: ModelRequest, asking: Asking) => Promise<ModelAnswer> {
  const { name, say } = settings
  const rest = createCrashRest()
  let running: RunningModel | null = null

  const start = (): RunningModel => {
    const began = performance.now()
    const started = runModel(settings, (how) => {
      running = null
      rest.ended()
      say(`Der Prozess des Sprachmodells ${name} ist zu Ende (${how}). Die nächste Frage startet ihn neu.`)
    })
    const loaded = (): void =>
      say(`Das Sprachmodell ${name} ist geladen (${Math.round(performance.now() - began)} ms).`)
    started.ready.then(loaded, () => {})
    return started
  }

  return async (request, asking) => {
    await rest.wait(name)
    const model = (running ??= start())
    await model.ready.catch((error: Error) => {
      rest.unusable()
      throw fault(`ist nicht zu laden: ${error.message} Bitte die Datei prüfen (npm run model -- list).`, error)
    })
    asking.signal.throwIfAborted()
    const answer = await model.ask(request, asking).catch((error: Error) => {
      throw fault(`ist während der Antwort abgestürzt (${error.message}). Es wird neu gestartet.`, error)
    })
    rest.worked()
    return answer
  }

  function fault(what: string, cause: Error): ChatModelError {
    return new ChatModelError('unreachable', `Das Sprachmodell ${name} ${what}`, { cause })
  }
}
