import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '../src/law/answer.ts'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'

/** The program itself, started as people start it, on an empty folder and without network. */
describe('starting and stopping', () => {
  let folder: string
  const running: ChildProcess[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fundstelle-start-'))
  })
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  function start(environment: Record<string, string> = {}) {
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      env: {
        PATH: process.env['PATH'],
        PORT: '0',
        FUNDSTELLE_DATA: folder,
        FUNDSTELLE_OFFLINE: '1',
        FUNDSTELLE_LLM_URL: 'off',
        ...environment,
      },
    })
    running.push(child)
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const says = (pattern: RegExp) =>
      expect.poll(() => pattern.exec(output), { timeout: 50_000, interval: 50 }).toBeTruthy()
    return { child, ended, says, output: () => output }
  }

  async function freePort(): Promise<number> {
    const probe = createServer()
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
    const { port } = probe.address() as AddressInfo
    await new Promise((resolve) => probe.close(resolve))
    return port
  }

  const statusOf = (address: string) =>
    fetch(address).then(
      ({ status }) => status,
      () => 0,
    )

  test('a taken port is told, with what to do', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const { ended, output } = start({ PORT: String(port) })
    expect(await ended).toBe(1)
    expect(output()).toMatch(/Port \d+ auf 127\.0\.0\.1 ist belegt.*PORT/)
    other.close()
  })

  test('beyond this machine it does not start without a way to know its callers', async () => {
    const { ended, output } = start({ HOST: '0.0.0.0' })
    expect(await ended).toBe(1)
    expect(output()).toContain('FUNDSTELLE_KEYS')
  })

  test('killed in the middle of the first fill, it takes it up again; asked to stop, it ends well', async () => {
    const port = String(await freePort())
    const first = start({ PORT: port })
    const health = new Set<number>()
    const isFilling = async () => {
      health.add(await statusOf(`http://127.0.0.1:${port}/healthz`))
      return first.output().includes('Die Sammlung ist leer')
    }
    await expect.poll(isFilling, { timeout: 50_000, interval: 50 }).toBe(true)
    // No answer before the port is open; alive from then on, long before questions can be answered.
    expect([...health].filter((status) => status !== 0)).toEqual([200])
    first.child.kill('SIGKILL')
    await first.ended

    const second = start()
    await second.says(/Bereit: Fragen/)
    expect(second.output()).toContain('Gesetzestexte sind geladen.')
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(second.output())?.[0] ?? ''
    expect((await fetch(`${origin}/readyz`)).status).toBe(200)
    const asked = await fetch(`${origin}/v1/questions`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ question: 'Welche Gebühr wird erhoben?' }),
    })
    const answer = (await asked.json()) as Pick<Answer, 'id' | 'citations'>
    for (const { url, quote } of answer.citations)
      expect(((await (await fetch(new URL(url, origin))).json()) as { text: string }).text).toContain(quote)
    expect(answer.citations.length).toBeGreaterThan(0)
    expect((await fetch(`${origin}/v1/answers/${answer.id}`)).status).toBe(200)
    second.child.kill('SIGTERM')
    expect(await second.ended).toBe(0)

    const third = start()
    await third.says(/Bereit: Fragen/)
    expect(third.output()).not.toContain('geladen')
    third.child.kill('SIGTERM')
    expect(await third.ended).toBe(0)
  }, 150_000)
})
