import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** One of our programs running as a process of its own. */
export interface Program {
  child: ChildProcess
  /** All it wrote so far, both streams. */
  output(): string
  /** Resolves once the output holds the text; rejects when the program ends before. */
  says(text: string): Promise<void>
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const running = new Set<ChildProcess>()

/** Starts a program from its sources, with an environment of its own: offline, without a language model. */
export function runProgram(file: string, words: string[], environment: Record<string, string>): Program {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...words], {
    cwd: root,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TMPDIR: process.env['TMPDIR'],
      FUNDSTELLE_OFFLINE: '1',
      FUNDSTELLE_LLM_URL: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('close', (code, signal) => {
      running.delete(child)
      resolve({ code, signal })
    }),
  )
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (output.includes(text)) resolve()
      }
      look()
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.once('close', () => reject(new Error(`It ended without saying "${text}", but: ${output}`)))
    })
  return { child, output: () => output, says, ended }
}

/** Kills what a failed test left running. */
export function killPrograms(): void {
  for (const child of running) child.kill('SIGKILL')
}
