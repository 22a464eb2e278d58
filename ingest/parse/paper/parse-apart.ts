import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { FromParser, ToParser } from './paper-messages.ts'
import { PaperError } from './paper-error.ts'
import { paperLimits } from './paper-limits.ts'
import type { PaperFormat } from './paper.ts'
import type { ParsedPaper } from './parse-paper.ts'

export interface ParseLimits {
  parseMs: number
  memoryBytes: number
}

let parser: ChildProcess | null = null
let line: Promise<unknown> = Promise.resolve()

/**
 * Parses a file in a process of its own, one after the other, within limits of time and memory. The process is kept for
 * the next file, does not keep ours alive, and is ended with the file that broke a limit.
 * @throws PaperError
 */
export function parseApart(
  bytes: Uint8Array,
  format: PaperFormat,
  limits: ParseLimits = paperLimits,
): Promise<ParsedPaper> {
  const turn = line.then(() => parseNext({ bytes, format }, limits))
  line = turn.catch(() => null)
  return turn
}

async function parseNext(work: ToParser, limits: ParseLimits): Promise<ParsedPaper> {
  const child = parser ?? start()
  parser = child
  hold(child, true)
  try {
    const reply = await replyTo(child, work, limits)
    if (reply.kind === 'parsed') return reply.parsed
    throw new PaperError(reply.fault, reply.message, { cause: reply.detail })
  } finally {
    hold(child, false)
  }
}

function start(): ChildProcess {
  const fromSource = import.meta.url.endsWith('.ts')
  const entry = new URL(fromSource ? './paper-process.ts' : './paper-process.js', import.meta.url)
  const child = fork(fileURLToPath(entry), [], {
    execArgv: ['--max-old-space-size=1024', ...(fromSource ? ['--import', 'tsx'] : [])],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  child.once('exit', () => {
    if (parser === child) parser = null
  })
  return child
}

/** An idle parser must not keep a command from ending. */
function hold(child: ChildProcess, busy: boolean): void {
  const channel = child.channel as { ref(): void; unref(): void } | null | undefined
  if (busy) {
    child.ref()
    channel?.ref()
  } else {
    child.unref()
    channel?.unref()
  }
}

function replyTo(child: ChildProcess, work: ToParser, limits: ParseLimits): Promise<FromParser> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      clearInterval(watch)
      child.off('message', onMessage)
      child.off('exit', onExit)
      settle()
    }
    const stop = (error: PaperError): void => {
      parser = null
      child.kill('SIGKILL')
      end(() => reject(error))
    }
    const onMessage = (message: unknown): void => end(() => resolve(message as FromParser))
    const onExit = (): void => stop(tooMuch('mehr Arbeitsspeicher'))
    const timer = setTimeout(() => stop(tooMuch('mehr Zeit')), limits.parseMs)
    const watch = setInterval(async () => {
      if ((await residentBytes(child)) > limits.memoryBytes) stop(tooMuch('mehr Arbeitsspeicher'))
    }, 200)
    child.on('message', onMessage)
    child.once('exit', onExit)
    child.send(work, (error) => {
      if (error !== null) onExit()
    })
  })
}

/** The heap has a limit of its own; what lies outside it (unpacked streams) only the system counts. 0 where it does not say. */
async function residentBytes({ pid }: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024
}

function tooMuch(what: string): PaperError {
  return new PaperError(
    'too_complex',
    `Die Datei braucht ${what}, als für eine Datei erlaubt ist; sie ist zu groß, beschädigt oder absichtlich so gebaut. Sie wurde nicht gelesen. ` +
      'Bitte in Teilen oder neu gespeichert hochladen.',
  )
}
