import { afterEach, expect, test } from 'vitest'
import { type RerankPlay, scoringByWord, startScriptedReranker } from '../../tests/scripted-reranker.ts'
import { rerankEndpoint } from './rerank-endpoint.ts'
import { RerankError } from './rerank-error.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function started(play: Parameters<typeof startScriptedReranker>[0], path = '') {
  const server = await startScriptedReranker(play)
  closing.push(server.close)
  const url = `${server.url}${path}`
  return { server, reranker: rerankEndpoint({ url, model: 'erfunden', key: 'schluessel', timeoutMs: 1000 }) }
}

test.each([
  ['', '/rerank'],
  ['/', '/rerank'],
  ['/v1', '/v1/rerank'],
  ['/v2/rerank', '/v2/rerank'],
  ['/reranking/', '/reranking'],
])('an address ending in "%s" is asked at %s, with the common body and the key', async (path, asked) => {
  const { server, reranker } = await started(scoringByWord('Karte'), path)
  expect(await reranker.rerank('Karte?', ['Gebühr', 'Karte Karte', 'Karte'])).toEqual([0, 2, 1])
  const body = { model: 'erfunden', query: 'Karte?', documents: ['Gebühr', 'Karte Karte', 'Karte'], top_n: 3 }
  expect(server.requests).toEqual([{ path: asked, authorization: 'Bearer schluessel', body }])
})

test('Text Embeddings Inference is asked in its own words, from the second time on at once', async () => {
  const { server, reranker } = await started(({ body }) => {
    if (!body.texts) return { status: 422, body: 'missing field `texts`' }
    return { status: 200, body: JSON.stringify(body.texts.map((text, index) => ({ index, score: text.length }))) }
  })
  expect(await reranker.rerank('Frage', ['ab', 'a'])).toEqual([2, 1])
  expect(await reranker.rerank('Frage', ['a', 'abc'])).toEqual([1, 3])
  const own = (texts: string[]) => ({ query: 'Frage', texts, truncate: true })
  expect(server.requests.slice(1).map(({ body }) => body)).toEqual([own(['ab', 'a']), own(['a', 'abc'])])
})

test.each<[string, RerankPlay, RegExp]>([
  ['an error', { status: 500, body: '{}' }, /Fehler 500/],
  ['a refused key', { status: 401, body: '{}' }, /Fehler 401/],
  ['a body it cannot read either way', { status: 422, body: '{}' }, /Fehler 422/],
  ['broken JSON', { status: 200, body: '{"results": [' }, /nicht für jeden Text/],
  ['NaN', { status: 200, body: '{"results": [{"index": 0, "relevance_score": NaN}]}' }, /nicht für jeden Text/],
  ['too few scores', { status: 200, body: '{"results": []}' }, /nicht für jeden Text/],
  ['too large a reply', { status: 200, body: `[${' '.repeat(5_000_000)}]` }, /nicht für jeden Text/],
  ['silence', 'silence', /antwortet nicht/],
  ['a redirect', { redirect: 'http://127.0.0.1:9/rerank' }, /antwortet nicht/],
])('that answers with %s is refused with what to check', async (_name, play, message) => {
  const { reranker } = await started(() => play)
  const failed = reranker.rerank('Frage', ['Text', 'Text'])
  await expect(failed).rejects.toThrow(RerankError)
  await expect(failed).rejects.toThrow(message)
  await expect(failed).rejects.toThrow('FUNDSTELLE_RERANK_URL')
})
