import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../../tests/build-statute.ts'
import { hashedEmbedding } from '../../../tests/hashed-embedding.ts'
import { knownEmbeddings } from '../../../tests/known-embeddings.ts'
import {
  type RerankPlay,
  type RerankRequest,
  scoringByWord,
  startScriptedReranker,
} from '../../../tests/scripted-reranker.ts'
import { toDay } from '../../law/day.ts'
import { rerankEndpoint } from '../../models/rerank-endpoint.ts'
import type { Database } from '../../store/database.ts'
import { openEmbeddedDatabase } from '../../store/embedded-database.ts'
import { listLawNames } from '../../store/find-documents.ts'
import { migrate } from '../../store/migrate.ts'
import { understand } from '../understand/understand.ts'
import { indexAskedQuestions } from './asked-index.ts'
import { retrieve } from './retrieve.ts'

const folder = mkdtempSync(join(tmpdir(), 'fundstelle-rerank-'))
const day = toDay('2024-01-01')
const norms = {
  '§ 1': 'Die Musterkarte kostet einen Taler.',
  '§ 2': 'Die Musterkarte wird verlängert, die Musterkarte gilt.',
  '§ 3': 'Die Musterkarte erlischt bei Regen.',
}
const closing: (() => Promise<void>)[] = []
let database: Database

beforeAll(async () => {
  database = await openEmbeddedDatabase(folder)
  await migrate(database)
  await storeStatute(database, buildStatute('musterg', norms), day)
})
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a question finds, the reranker doing what `play` says; null: without one. */
async function ask(text: string, play: ((request: RerankRequest) => RerankPlay) | null) {
  const server = play && (await startScriptedReranker(play))
  if (server) closing.push(server.close)
  const reranker = server && rerankEndpoint({ url: server.url, model: 'erfunden', key: null, timeoutMs: 1000 })
  const register = await listLawNames(database, day)
  const inquiry = understand({ text, asOf: day, territory: 'DE-NW', style: 'short', kinds: null }, register, [])
  const embeddings = knownEmbeddings(hashedEmbedding())
  const parts = { database, embeddings, asked: indexAskedQuestions([]), reranker }
  const passages = await retrieve(parts, inquiry, register, 10)
  return { passages, order: passages.map(({ norm }) => norm), requests: server?.requests ?? [] }
}

test('what the reranker holds best comes first, and each passage says at which place it had it', async () => {
  const before = await ask('Wann erlischt die Musterkarte?', null)
  expect(before.order[0]).toBe('§ 3')
  const { passages, requests } = await ask('Wann erlischt die Musterkarte?', scoringByWord('Taler'))
  expect(passages.map(({ why }) => why.find(({ by }) => by === 'rerank')?.rank).toSorted()).toEqual([1, 2, 3])
  const first = passages.find(({ why }) => why.some(({ by, rank }) => by === 'rerank' && rank === 1))
  expect(first?.norm).toBe('§ 1')
  expect(passages.findIndex(({ norm }) => norm === '§ 1')).toBeLessThan(before.order.indexOf('§ 1'))
  expect(requests[0]?.body.documents?.[0]).toBe(
    '§ 3 MusterG (erfunden) – Überschrift § 3\nDie Musterkarte erlischt bei Regen.',
  )
})

test('a norm the question names stays first, and the reranker is not shown it', async () => {
  const { order, requests, passages } = await ask(
    'Was kostet die Musterkarte nach § 2 MusterG?',
    scoringByWord('erlischt'),
  )
  expect(order[0]).toBe('§ 2')
  expect(passages[0]?.why.map(({ by }) => by)).not.toContain('rerank')
  expect(requests[0]?.body.documents).toHaveLength(2)
})

test('a question that is only a label asks no reranker', async () => {
  const { order, requests } = await ask('§ 2 MusterG', scoringByWord('Taler'))
  expect([order, requests]).toEqual([['§ 2'], []])
})

test.each<[string, RerankPlay]>([
  ['is down', { status: 503, body: '' }],
  ['is silent', 'silence'],
  ['answers broken JSON', { status: 200, body: '{"results": [{"index":' }],
  ['answers NaN', { status: 200, body: '{"results": [{"index": 0, "relevance_score": NaN}]}' }],
  ['answers for one text only', { status: 200, body: '{"results": [{"index": 0, "relevance_score": 1}]}' }],
  ['sends elsewhere', { redirect: 'http://127.0.0.1:9/rerank' }],
])('where it %s the ranking is what it is without', async (_name, play) => {
  const without = await ask('Wann erlischt die Musterkarte?', null)
  const { passages, requests } = await ask('Wann erlischt die Musterkarte?', () => play)
  expect(requests.length).toBeGreaterThan(0)
  expect(passages).toEqual(without.passages)
})

test('where it tells nothing apart the order stays', async () => {
  const without = await ask('Wann erlischt die Musterkarte?', null)
  const { order, passages } = await ask('Wann erlischt die Musterkarte?', scoringByWord('Nashorn'))
  expect(order).toEqual(without.order)
  expect(passages.every(({ why }) => why.some(({ by }) => by === 'rerank'))).toBe(true)
})
