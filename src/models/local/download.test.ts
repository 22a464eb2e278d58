import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { download, type Download } from './download.ts'

const content = Buffer.from(Array.from({ length: 50_000 }, (_, index) => `${index},`).join(''))

let folder: string
let partFile: string
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-download-'))
  partFile = join(folder, 'modell.gguf.part')
})
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  await rm(folder, { recursive: true, force: true })
})

async function serve(answer: (request: IncomingMessage, response: ServerResponse, count: number) => void) {
  const ranges: (string | undefined)[] = []
  const server = createServer((request, response) => {
    ranges.push(request.headers.range)
    answer(request, response, ranges.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
  return { ranges, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/modell.gguf` }
}

/** As a server does that knows ranges, but at most so many bytes before it cuts the connection. */
function send(request: IncomingMessage, response: ServerResponse, most = content.length): void {
  const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0)
  const range = { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` }
  response.writeHead(from > 0 ? 206 : 200, { 'content-length': content.length - from, ...(from > 0 ? range : {}) })
  if (from + most >= content.length) return void response.end(content.subarray(from))
  response.write(content.subarray(from, from + most), () => setTimeout(() => response.destroy(), 20))
}

function start(address: string, more: Partial<Download> = {}): Promise<void> {
  const signal = new AbortController().signal
  return download({ address, partFile, size: content.length, signal, idleMs: 5000, onProgress: () => {}, ...more })
}

describe('a model file', () => {
  test('whose connection is cut again and again is continued where it was cut', async () => {
    const { address, ranges } = await serve((request, response) => send(request, response, 70_000))
    await start(address)
    expect((await readFile(partFile)).equals(content)).toBe(true)
    expect(ranges.length).toBeGreaterThan(3)
    expect(ranges[0]).toBeUndefined()
    expect(ranges[1]).toMatch(/^bytes=\d+-$/)
  })

  test('that was begun by an earlier run is continued, and one that is whole is not asked for', async () => {
    await writeFile(partFile, content.subarray(0, 1000))
    const { address, ranges } = await serve((request, response) => send(request, response))
    await start(address)
    await start(address)
    expect((await readFile(partFile)).equals(content)).toBe(true)
    expect(ranges).toEqual(['bytes=1000-'])
  })

  test('comes whole from a server that knows no ranges', async () => {
    await writeFile(partFile, 'etwas anderes')
    const { address } = await serve((_request, response) => response.writeHead(200).end(content))
    await start(address)
    expect((await readFile(partFile)).equals(content)).toBe(true)
  })

  test.each<[string, (request: IncomingMessage, response: ServerResponse) => void, RegExp]>([
    ['is not there', (_request, response) => response.writeHead(404).end(), /Fehler 404/],
    [
      'is larger than it should be',
      (_request, response) => response.end(Buffer.concat([content, content])),
      /größer als/,
    ],
    [
      'comes from another place than asked',
      (_request, response) => response.writeHead(206, { 'content-range': 'bytes 5-9/10' }).end(content),
      /anderen Teil/,
    ],
    ['falls silent', (_request, response) => void response.write('12345'), /abgebrochen|zu früh/],
    ['is cut before the first byte', (_request, response) => void response.destroy(), /abgebrochen/],
  ])('that %s is told, and the source counts as down', async (_name, answer, words) => {
    await writeFile(partFile, content.subarray(0, 1000))
    const { address } = await serve(answer)
    const failure = start(address, { idleMs: 300 })
    await expect(failure).rejects.toThrow(words)
    await expect(failure).rejects.toMatchObject({ name: 'ModelPullError', atSource: true })
  })

  test('whose server is not there is told as that', async () => {
    const { address } = await serve(() => {})
    await Promise.all(closing.splice(0).map((close) => close()))
    await expect(start(address)).rejects.toThrow('dort antwortet niemand')
  })

  test('that cannot be written is told with the folder', async () => {
    const { address } = await serve((request, response) => send(request, response))
    const failure = start(address, { partFile: join(folder, 'gibt-es-nicht', 'modell.part') })
    await expect(failure).rejects.toMatchObject({ atSource: false })
    await expect(failure).rejects.toThrow(/Ordner .*gibt-es-nicht/)
  })

  test('keeps what it has when the caller gives up', async () => {
    const stopping = new AbortController()
    const { address } = await serve(
      (_request, response) => void response.writeHead(200).write(content.subarray(0, 5000)),
    )
    const failure = start(address, {
      signal: stopping.signal,
      onProgress: () => stopping.abort(new Error('abgebrochen')),
    })
    await expect(failure).rejects.toThrow('abgebrochen')
    expect((await readFile(partFile)).equals(content.subarray(0, 5000))).toBe(true)
  })
})
