import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { tokenizeEndpoint } from './tokenize-endpoint.ts'

const stops: (() => void)[] = []
afterEach(() => stops.splice(0).forEach((stop) => stop()))

/** A server that answers every request alike; what it was asked lies in `asked`. */
async function serve(status: number, reply: unknown) {
  const asked: { path: string; body: unknown; key: string | undefined }[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      asked.push({ path: request.url ?? '', body: JSON.parse(body), key: request.headers.authorization })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stops.push(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const piece of request) text += String(piece)
  return text
}

test.each([
  ["llama.cpp's server", { tokens: [5, 6, 7] }, 3],
  ['vLLM', { count: 4, max_model_len: 8192, tokens: [1, 2, 3, 4] }, 4],
])('the tokens are counted as %s counts them, beside its /v1', async (_name, reply, count) => {
  const { url, asked } = await serve(200, reply)
  const countTokens = tokenizeEndpoint({ url: `${url}/v1`, model: 'm', key: 'geheim' })
  expect(await countTokens('Drei kurze Wörter')).toBe(count)
  expect(asked).toEqual([
    {
      path: '/tokenize',
      body: { model: 'm', content: 'Drei kurze Wörter', prompt: 'Drei kurze Wörter' },
      key: 'Bearer geheim',
    },
  ])
})

test.each([
  ['has no such path', 404, { error: 'not found' }],
  ['answers something else', 200, { text: 'Guten Tag' }],
  ['fails', 500, {}],
])('an endpoint that %s is asked once and not again', async (_name, status, reply) => {
  const { url, asked } = await serve(status, reply)
  const countTokens = tokenizeEndpoint({ url, model: 'm', key: null })
  expect([await countTokens('Eins'), await countTokens('Zwei')]).toEqual([null, null])
  expect(asked).toHaveLength(1)
})
