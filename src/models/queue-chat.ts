import type { ChatModel, ChatReply, ChatRequest } from './chat.ts'
import { ChatModelError } from './chat-model-error.ts'
import { createChatRest } from './chat-rest.ts'
import { type ChatTurn, chatTurn } from './chat-turn.ts'
import { ReplyLimitError } from './reply-limit-error.ts'
import { SlotWaitError } from './slot-wait-error.ts'
import { createSlots } from './slots.ts'

/** What one question may use of a model, over all its calls. */
export interface ChatLimits {
  /** The model's work: from the request to the last word. */
  timeoutMs: number
  /** Waiting in line before it. */
  waitMs: number
  /** Calls that run at once; further ones wait in line. */
  concurrency: number
}

/** Timers may fire a moment early. */
const timerErrorMs = 10

/**
 * A model with a fair line before it: owners take turns, each call's place is told to its `turn`, and whoever leaves
 * gives up the place or the call. Waiting and working have limits of their own, so that a long line costs nobody the
 * time the model needs; where either is over, ChatModelError says so. A model that hangs rests (`chat-rest.ts`).
 */
export function queueChat(chat: ChatModel, limits: ChatLimits): ChatModel {
  const slots = createSlots(limits.concurrency)
  const rest = createChatRest(chat.name, limits.timeoutMs)

  const work = async (request: ChatRequest, turn: ChatTurn, came: number): Promise<ChatReply> => {
    refuseWhereSpent(chat.name, turn, limits)
    rest.begin(came)
    const began = performance.now()
    const leftMs = limits.timeoutMs - turn.working.elapsedMs()
    const stop = turn.working.start()
    try {
      const reply = await withinTime(chat, request, leftMs)
      rest.worked()
      return reply
    } catch (error) {
      if (!request.signal.aborted) rest.failed(error, performance.now() - began)
      throw error
    } finally {
      stop()
    }
  }

  return {
    ...chat,
    async complete(request) {
      const turn = request.turn ?? chatTurn('')
      const { signal } = request
      rest.refuseWhileResting()
      const came = performance.now()
      const patienceMs = Math.max(0, limits.waitMs - turn.waiting.elapsedMs())
      const onMove = turn.calls === 0 ? turn.onMove : () => {}
      turn.calls += 1
      const stopWaiting = once(turn.waiting.start())
      try {
        return await slots.run({ owner: turn.owner, signal, patienceMs, onMove }, () => {
          stopWaiting()
          return work(request, turn, came)
        })
      } catch (error) {
        throw asLineError(error, chat.name, limits, signal)
      } finally {
        stopWaiting()
      }
    },
  }
}

function once(act: () => void): () => void {
  let done = false
  return () => {
    if (!done) act()
    done = true
  }
}

async function withinTime(chat: ChatModel, request: ChatRequest, leftMs: number): Promise<ChatReply> {
  const deadline = new AbortController()
  const timer = setTimeout(() => deadline.abort(new ReplyLimitError('time', leftMs)), leftMs)
  try {
    return await chat.complete({ ...request, signal: AbortSignal.any([request.signal, deadline.signal]) })
  } finally {
    clearTimeout(timer)
  }
}

function refuseWhereSpent(model: string, turn: ChatTurn, { timeoutMs }: ChatLimits): void {
  if (timeoutMs - turn.working.elapsedMs() > timerErrorMs) return
  const message = `Das Sprachmodell ${model} hat die Zeit für diese Frage aufgebraucht (Grenze: ${seconds(timeoutMs)} s, FUNDSTELLE_LLM_TIMEOUT_MS).`
  throw new ChatModelError('timeout', message)
}

function asLineError(error: unknown, model: string, { waitMs }: ChatLimits, signal: AbortSignal): unknown {
  if (error instanceof SlotWaitError) {
    const message = `Das Sprachmodell ${model} ist ausgelastet: Die Wartezeit beträgt etwa ${seconds(error.waitMs)} s (Grenze: ${seconds(waitMs)} s, FUNDSTELLE_LLM_WAIT_MS).`
    return new ChatModelError('busy', message, { cause: error })
  }
  if (error instanceof ChatModelError || !signal.aborted) return error
  return new ChatModelError('aborted', 'Die Anfrage wurde abgebrochen.', { cause: error })
}

function seconds(ms: number): number {
  return Math.round(ms / 1000)
}
