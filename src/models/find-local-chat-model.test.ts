import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { startScriptedLlm } from '../../tests/scripted-llm.ts'
import { findLocalChatModel } from './find-local-chat-model.ts'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function serverOffering(models: string[]) {
  const server = await startScriptedLlm(() => ({ status: 500 }), models)
  closing.push(server.close)
  return server
}

test('the first model that can chat is found, and only the list of models is asked for', async () => {
  const server = await serverOffering(['nomic-embed-text', 'bge-m3', 'musterchat:7b'])
  expect(await findLocalChatModel({ ownPort: 1, ports: [server.port] })).toEqual({
    url: `http://127.0.0.1:${server.port}/v1`,
    model: 'musterchat:7b',
  })
  expect(server.requests.map(({ path }) => path)).toEqual(['/v1/models'])
})

test('the service never finds itself, nor another fundstelle', async () => {
  const own = await serverOffering(['musterchat'])
  const other = await serverOffering(['fundstelle', 'musterchat'])
  expect(await findLocalChatModel({ ownPort: own.port, ports: [own.port, other.port] })).toBeNull()
  expect(own.requests).toEqual([])
})

test('a server of embedding models alone is no chat model', async () => {
  const server = await serverOffering(['multilingual-e5-large', 'text-embedding-3-small'])
  expect(await findLocalChatModel({ ownPort: 1, ports: [server.port] })).toBeNull()
})

test.each<[string, string, number]>([
  ['a web page', '<html>fremd</html>', 200],
  ['another program', '{"status":"ok"}', 200],
  ['an endless list', ' '.repeat(300_000), 200],
  ['an error', '{"data":[{"id":"musterchat"}]}', 500],
])('%s on a usual port is passed over', async (_name, body, status) => {
  const server = createServer((_request, response) => response.writeHead(status).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise((resolve) => server.close(resolve)))
  expect(await findLocalChatModel({ ownPort: 1, ports: [(server.address() as AddressInfo).port] })).toBeNull()
})

test('without ports given, the usual ones on the loopback address are asked', async () => {
  const asked: string[] = []
  const fetchNothing = async (input: unknown): Promise<Response> => {
    asked.push(String(input))
    throw new TypeError('nichts da')
  }
  expect(await findLocalChatModel({ ownPort: 8080, fetch: fetchNothing })).toBeNull()
  expect(asked).toEqual([11434, 8000, 1234].map((port) => `http://127.0.0.1:${port}/v1/models`))
})
