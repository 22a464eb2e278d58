import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { AnswerJson } from '../../src/law/answer-json.ts'
import { type Program, runProgram } from './run-program.ts'

/** The real service as a process of its own, on a free port. */
export interface RunningService extends Program {
  url: string
  get(path: string): Promise<Response>
  post(path: string, body: unknown): Promise<Response>
  ask(question: string, asOf: string): Promise<AnswerJson>
  /** Resolves once it is ready, with every answer of `/readyz` on the way there. */
  ready(): Promise<Readiness[]>
  /** Asks it to end, and waits until it has; resolves to the exit code. */
  stop(): Promise<number | null>
}

export interface Readiness {
  status: number
  body: { ready: boolean; progress: { step: string; done: number; total: number | null } }
}

export async function startService(environment: Record<string, string>): Promise<RunningService> {
  const port = await freePort()
  const program = runProgram('src/main.ts', [], { PORT: String(port), ...environment })
  const url = `http://127.0.0.1:${port}`
  const get = (path: string) => fetch(`${url}${path}`)
  const post = (path: string, body: unknown) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  return {
    ...program,
    url,
    get,
    post,
    ask: async (question, asOf) => {
      const response = await post('/v1/questions', { question, asOf })
      if (response.status !== 200) throw new Error(`The question was answered with ${await response.text()}`)
      return (await response.json()) as AnswerJson
    },
    ready: () => untilReady(program, get),
    stop: async () => {
      program.child.kill('SIGTERM')
      return (await program.ended).code
    },
  }
}

async function untilReady(program: Program, get: (path: string) => Promise<Response>): Promise<Readiness[]> {
  const seen: Readiness[] = []
  for (;;) {
    if (program.child.exitCode !== null) throw new Error(`The service ended: ${program.output()}`)
    const response = await get('/readyz').catch(() => null)
    if (response) seen.push({ status: response.status, body: (await response.json()) as Readiness['body'] })
    if (response?.status === 200) return seen
    await wait(50)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
