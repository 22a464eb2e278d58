import { forkModel } from './fork-model.ts'
import type { FromModel, ToModel } from './model-messages.ts'

export interface ModelFile {
  /** What the model is called in answers and logs. */
  name: string
  file: string
  /** The runtime's module. */
  runtime: string
  contextTokens: number
}

/** A request as the caller words it; the id is given here. */
export type ModelRequest = ToModel extends infer Each
  ? Each extends { type: 'complete' | 'count' }
    ? Omit<Each, 'id'>
    : never
  : never

export type ModelAnswer = Extract<FromModel, { type: 'done' | 'counted' | 'too_long' | 'failed' }>

export interface RunningModel {
  /** Resolves once the model is in memory; rejects with a German reason when it cannot be, or the process ends before. */
  ready: Promise<void>
  /** The last word on a request; rejects when the process ends before, with how it ended. */
  ask(request: ModelRequest, asking: Asking): Promise<ModelAnswer>
}

export interface Asking {
  signal: AbortSignal
  /** Hears the reply as it is written. */
  onPiece: (text: string) => void
}

/** A process that goes on with what nobody waits for any more is ended after this time: it hangs. */
const heedMs = 60_000

interface Waiting {
  onPiece: (text: string) => void
  resolve: (answer: ModelAnswer) => void
  reject: (error: Error) => void
}

/** Starts a process, loads a model in it and carries requests there and answers back. `onEnd` hears how it ended. */
export function runModel({ runtime, file, contextTokens }: ModelFile, onEnd: (how: string) => void): RunningModel {
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined
  const ready = new Promise<void>((resolve, reject) => (settle = { resolve, reject }))
  // Nobody may be waiting for it when it fails.
  ready.catch(() => {}).finally(() => model.hold(waiting.size > 0))

  const receive = (message: FromModel): void => {
    if (message.type === 'loaded') return settle?.resolve()
    if (message.type === 'unusable') {
      settle?.reject(new Error(message.message))
      return model.kill()
    }
    const request = waiting.get(message.id)
    if (message.type === 'piece') request?.onPiece(message.text)
    else request?.resolve(message)
  }
  const end = (how: string): void => {
    settle?.reject(new Error(how))
    for (const { reject } of waiting.values()) reject(new Error(how))
    onEnd(how)
  }
  const model = forkModel(receive, end)
  model.hold(true)
  model.send({ type: 'load', runtime, file, contextTokens })

  return {
    ready,
    async ask(request, { signal, onPiece }) {
      const id = (lastId += 1)
      let hanging: NodeJS.Timeout | undefined
      const abort = (): void => {
        model.send({ type: 'abort', id })
        hanging = setTimeout(() => model.kill(), heedMs).unref()
      }
      signal.addEventListener('abort', abort, { once: true })
      model.hold(true)
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(id, { onPiece, resolve, reject })
          model.send({ ...request, id })
        })
      } finally {
        clearTimeout(hanging)
        waiting.delete(id)
        model.hold(waiting.size > 0)
        signal.removeEventListener('abort', abort)
      }
    },
  }
}
