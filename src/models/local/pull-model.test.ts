import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChatModelFile } from './chat-models.ts'
import { pullModel } from './pull-model.ts'

const content = Buffer.from('ein erfundenes Modell'.repeat(1000))
const model: ChatModelFile = {
  name: 'erfunden',
  use: 'default',
  file: 'erfunden.gguf',
  licence: 'keine',
  size: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  context: 1000,
  memoryGb: 1,
  why: 'Zum Testen.',
  sources: [{ hub: 'haus/erstes.gguf' }, { hub: 'haus/zweites.gguf' }],
}

let folder: string
const closing: (() => Promise<unknown>)[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fundstelle-pull-'))
})
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  await rm(folder, { recursive: true, force: true })
})

async function hubOf(files: Record<string, Buffer>) {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(request.url ?? '')
    const file = files[request.url ?? '']
    if (file) response.end(file)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))
  return { asked, hub: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}

function pull(hub: string, said: string[] = [], wanted = model): Promise<string> {
  const signal = new AbortController().signal
  return pullModel(wanted, { folder, hub, signal, say: (message) => said.push(message), onProgress: () => {} })
}

test('a source that is down gives way to the next, and the file gets its name once it is checked', async () => {
  const { hub, asked } = await hubOf({ '/haus/zweites.gguf': content })
  const said: string[] = []
  const file = await pull(hub, said)
  expect((await readFile(file)).equals(content)).toBe(true)
  expect(await readdir(folder)).toEqual(['erfunden.gguf'])
  expect(said.join()).toMatch(/erstes\.gguf liefert nicht: Fehler 404/)
  expect(await pull(hub)).toBe(file)
  expect(asked).toEqual(['/haus/erstes.gguf', '/haus/zweites.gguf'])
})

test('a file of the right size with other content never gets the name of the model', async () => {
  const wrong = Buffer.from(content).fill(0, 0, 1)
  const { hub } = await hubOf({ '/haus/erstes.gguf': wrong, '/haus/zweites.gguf': wrong })
  const said: string[] = []
  await expect(pull(hub, said)).rejects.toThrow(/von keiner Quelle/)
  expect(said.join()).toMatch(/nicht das Modell erfunden: ihre Prüfsumme ist [0-9a-f]{64}, verlangt ist/)
  expect(await readdir(folder)).toEqual([])
})

test('a file that was damaged since is brought anew', async () => {
  await writeFile(join(folder, model.file), Buffer.from(content).fill(0, 0, 1))
  const { hub } = await hubOf({ '/haus/erstes.gguf': content })
  expect((await readFile(await pull(hub))).equals(content)).toBe(true)
})

test('a model that does not fit on the disk is refused before anything is loaded', async () => {
  const { hub, asked } = await hubOf({})
  await expect(pull(hub, [], { ...model, size: 1e17 })).rejects.toThrow(
    /fehlen auf dem Datenträger .* GB.*FUNDSTELLE_MODELS/,
  )
  expect(asked).toEqual([])
})
