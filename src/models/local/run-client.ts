import { spawn } from 'node:child_process'

export interface ClientEnd {
  /** Null: the program is not there, or was killed. */
  code: number | null
  /** The last of what it wrote on both streams. */
  output: string
}

const outputMax = 4000
/** Longest a package client may take. */
const patienceMs = 1_800_000

/** Runs a package client (npm, pip) in a folder to its end, with the operator's own settings for proxies and mirrors. */
export function runClient(program: string, words: string[], folder: string): Promise<ClientEnd> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patienceMs,
      // npm is a script with the ending .cmd there; the words are ours, name no folder, and hold nothing a shell would read.
      shell: process.platform === 'win32',
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (piece) => (output = (output + String(piece)).slice(-outputMax)))
    child.on('error', () => resolve({ code: null, output }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
