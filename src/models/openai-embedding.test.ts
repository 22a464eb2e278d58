import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { startScriptedLlm } from '../../tests/scripted-llm.ts'
import { EmbeddingModelError } from './embedding-model-error.ts'
import { openAiEmbedding } from './openai-embedding.ts'

const closing: (() => Promise<unknown>)[] = []

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function settings(model = 'erfundenes-embedding') {
  const server = await startScriptedLlm(() => ({ status: 500 }))
  closing.push(server.close)
  return { server, settings: { url: server.url, model, key: 'schluessel', timeoutMs: 2000 } }
}

describe('an embedding endpoint', () => {
  test('gives one vector of length 1 for each text, in order, and says its dimension', async () => {
    const given = await settings()
    const model = await openAiEmbedding(given.settings)
    expect([model.id, model.dimension]).toEqual(['erfundenes-embedding', 3])
    const texts = Array.from({ length: 70 }, (_, index) => 'x'.repeat(index + 1))
    const vectors = await model.embed(texts, 'passage')
    expect(vectors).toHaveLength(70)
    // The scripted server makes each vector of its text's length.
    expect(vectors.map(([first = 0, second = 1]) => Math.round(first / second))).toEqual(
      texts.map(({ length }) => length),
    )
    expect(given.server.requests.at(-1)?.headers.authorization).toBe('Bearer schluessel')
  })

  test.each([
    ['multilingual-e5-base', 'query', 'query: Frage'],
    ['multilingual-e5-base', 'passage', 'passage: Frage'],
    ['bge-m3', 'query', 'Frage'],
  ] as const)('%s gets a %s with the words it was trained with', async (name, kind, sent) => {
    const given = await settings(name)
    const model = await openAiEmbedding(given.settings)
    await model.embed(['Frage'], kind)
    expect(given.server.requests.at(-1)?.body['input']).toEqual([sent])
  })

  test.each<[string, string, number]>([
    ['an error', '{}', 401],
    ['no vectors', '{"data":[]}', 200],
    ['an empty vector', '{"data":[{"index":0,"embedding":[]}]}', 200],
    ['words instead of numbers', '{"data":[{"index":0,"embedding":["a"]}]}', 200],
    ['a web page', '<html></html>', 200],
  ])('that answers with %s is refused with what to check', async (_name, body, status) => {
    const server = createServer((_request, response) =>
      response.writeHead(status, { 'content-type': body.startsWith('{') ? 'application/json' : 'text/html' }).end(body),
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => new Promise((resolve) => server.close(resolve)))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const model = openAiEmbedding({ url, model: 'm', key: null, timeoutMs: 2000 })
    await expect(model).rejects.toThrow(EmbeddingModelError)
    await expect(model).rejects.toThrow('FUNDSTELLE_EMBED_URL')
  })
})
