import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { packageRoot } from '../src/package-root.ts'

export const name = 'Start: the built service on a fresh folder without network, from spawn to the first answer'

/** Clock ticks a second in `/proc/<pid>/stat`; 100 on every Linux that Node runs on. */
const TICKS = 100

/** Wall and CPU seconds since spawn; CPU from `/proc`, so on Linux alone (elsewhere NaN). */
export async function run(): Promise<Record<string, number>> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: packageRoot })
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-bench-start-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, ['dist/src/main.js'], {
    cwd: packageRoot,
    env: {
      PATH: process.env['PATH'],
      PORT: `${port}`,
      FUNDSTELLE_DATA: folder,
      FUNDSTELLE_OFFLINE: '1',
      FUNDSTELLE_LLM_URL: 'off',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const spent = () => ({ wall: (performance.now() - began) / 1000, cpu: cpuSeconds(child.pid) })
    let output = ''
    child.stdout.on('data', (text) => (output += String(text)))
    await until(async () => output.includes(url))
    const printed = spent()
    await until(async () => (await fetch(`${url}/readyz`)).status === 200)
    const ready = spent()
    await ask(url)
    const answered = spent()
    return {
      printedSeconds: printed.wall,
      printedCpuSeconds: printed.cpu,
      readySeconds: ready.wall,
      readyCpuSeconds: ready.cpu,
      firstAnswerSeconds: answered.wall,
      firstAnswerCpuSeconds: answered.cpu,
      peakMemoryMegabytes: peakMegabytes(child.pid),
      nodeModulesMegabytes: megabytesOf('node_modules'),
    }
  } finally {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ask(url: string): Promise<void> {
  const response = await fetch(`${url}/v1/questions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ question: 'Wie lange gilt die Aufenthaltserlaubnis?', asOf: '2025-03-05' }),
  })
  const { citations } = (await response.json()) as { citations: unknown[] }
  if (citations.length === 0) throw new Error('The first answer cites nothing.')
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 20) {
    if (await holds().catch(() => false)) return
    await wait(20)
  }
  throw new Error('The service did not start within a minute.')
}

/** User and system time of a process with all its threads. */
function cpuSeconds(pid: number | undefined): number {
  const fields = read(`/proc/${pid}/stat`).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) / TICKS
}

function peakMegabytes(pid: number | undefined): number {
  return Number(/VmHWM:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1]) / 1000
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function megabytesOf(folder: string): number {
  return Number(execFileSync('du', ['-sk', folder], { cwd: packageRoot }).toString().split('\t')[0]) / 1000
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}
