import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { packageRoot } from '../../package-root.ts'
import type { FromModel, ToModel } from './model-messages.ts'

export interface ForkedModel {
  send(message: ToModel): void
  /** Keeps our own process alive (something is asked), or no longer. */
  hold(busy: boolean): void
  kill(): void
}

const stderrMax = 2000

/**
 * Starts the process that runs a model. It ends when we end, in whatever way. `onEnd` hears once how it ended, with the
 * last thing its native code said.
 */
export function forkModel(onMessage: (message: FromModel) => void, onEnd: (how: string) => void): ForkedModel {
  const fromSource = import.meta.url.endsWith('.ts')
  const entry = new URL(fromSource ? './model-process.ts' : './model-process.js', import.meta.url)
  const child = fork(fileURLToPath(entry), [], {
    cwd: packageRoot,
    execArgv: fromSource ? ['--import', 'tsx'] : [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let stderr = ''
  child.stderr?.on('data', (piece) => (stderr = (stderr + String(piece)).slice(-stderrMax)))
  const kill = () => void child.kill('SIGKILL')
  // It would end with its channel, but not while native code holds it up.
  process.once('exit', kill)
  child.on('message', (message) => onMessage(message as FromModel))
  let ended = false
  const end = (how: string): void => {
    if (ended) return
    ended = true
    process.off('exit', kill)
    onEnd(how)
  }
  child.on('error', (error) => end(error.message))
  child.on('close', (code, signal) =>
    end([signal ?? `Code ${code}`, stderr.trim().split('\n').at(-1)].filter(Boolean).join(': ')),
  )
  return {
    // A process that is just ending hears nothing more; `onEnd` tells.
    send: (message) => void (child.connected && child.send(message, () => {})),
    hold: (busy) => hold(child, busy),
    kill,
  }
}

/** An idle model must not keep a command from ending. */
function hold(child: ChildProcess, busy: boolean): void {
  const handles: unknown[] = [child, child.channel, child.stderr]
  for (const handle of handles) {
    const { ref, unref } = (handle ?? {}) as { ref?: () => void; unref?: () => void }
    ;(busy ? ref : unref)?.call(handle)
  }
}
