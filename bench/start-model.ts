import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ModelProcess {
  /** Base address with `/v1`. */
  url: string
  stop(): void
}

/** Starts `scripted-model.ts`, which takes `delayMs` for an answer. */
export function startModel(delayMs: number): Promise<ModelProcess> {
  const file = fileURLToPath(new URL('./scripted-model.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file, String(delayMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The scripted model ended with ${code}.`)))
    child.stdout.once('data', (line) => resolve({ url: String(line).trim(), stop: () => child.kill() }))
  })
}
