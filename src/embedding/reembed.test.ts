import { fileURLToPath } from 'node:url'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { SourceItem } from '../../ingest/sources/source.ts'
import { ingestParts } from '../../ingest/formats.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { emptyLibrary } from '../../tests/empty-library.ts'
import { hashedEmbedding } from '../../tests/hashed-embedding.ts'
import { feedFolder } from '../../tests/integration/fresh-library.ts'
import {
  brokenRules,
  libraryState,
  type LibraryState,
  stateDifferences,
} from '../../tests/integration/library-state.ts'
import { interrupted, knownEmbeddings } from '../../tests/known-embeddings.ts'
import { indexAskedQuestions } from '../answer/retrieve/asked-index.ts'
import { retrieve } from '../answer/retrieve/retrieve.ts'
import { understand } from '../answer/understand/understand.ts'
import { toDay } from '../law/day.ts'
import { EmbeddingModelError } from '../models/embedding-model-error.ts'
import { staticEmbedding } from '../models/static-embedding.ts'
import { countEmbedded } from '../store/count-embedded.ts'
import { findActiveIndex, openEmbeddingIndex } from '../store/embedding-index.ts'
import { findIdleIndexes } from '../store/find-idle-indexes.ts'
import { reinstateDocument, withdrawDocument } from '../store/withdraw-document.ts'
import type { Embeddings } from './embeddings.ts'
import { reembed, type Reembedded } from './reembed.ts'
import { UnknownEmbeddingModelError } from './unknown-embedding-model-error.ts'

const demo = fileURLToPath(new URL('../../ingest/demo/gii', import.meta.url))
const former = hashedEmbedding()
const next = staticEmbedding()
const question = {
  text: 'Welche Gebühr wird für die Musterkarte erhoben und wie lang ist die Frist?',
  asOf: toDay('2025-03-05'),
  territory: 'DE',
  style: 'short' as const,
  kinds: null,
}
const inquiry = understand(question, [], [])
const early = (items: SourceItem[]) => items.filter(({ day }) => day < '2025-01-01')

await onBothDatabases('a change of the embedding model', (database) => {
  let filledWithNext: LibraryState
  let filledWithFormer: LibraryState

  const feed = (embeddings: Embeddings, which: (items: SourceItem[]) => SourceItem[] = (items) => items) => {
    const parts = ingestParts({ database: database(), embeddings })
    return feedFolder(parts, demo, which)
  }
  const asked = indexAskedQuestions([])
  const search = async (embeddings: Embeddings) =>
    (await retrieve({ database: database(), embeddings, asked, reranker: null }, inquiry, [], 30)).map(({ id, why }) =>
      JSON.stringify([id, why]),
    )
  const change = (embeddings: Embeddings, said: string[] = [], signal = new AbortController().signal) =>
    reembed({ database: database(), embeddings }, { say: (line) => said.push(line), pauseMs: 5 }, signal)
  const begin = async (model = former) => {
    await emptyLibrary(database())
    await openEmbeddingIndex(database(), model.id, model.dimension)
  }
  const differences = async (expected = filledWithNext) => [
    ...stateDifferences(expected, await libraryState(database())),
    ...(await brokenRules(database())),
  ]
  const leftOver = async () => (await findIdleIndexes(database())).map(({ model }) => model)

  beforeAll(async () => {
    await begin()
    await feed(knownEmbeddings(former))
    filledWithFormer = await libraryState(database())
    await begin(next)
    await feed(knownEmbeddings(next))
    filledWithNext = await libraryState(database())
  })
  beforeEach(() => begin())

  test('ends as if the library had been filled with the new model, row by row and day by day', async () => {
    await feed(knownEmbeddings(former))
    const said: string[] = []
    expect(await change(knownEmbeddings(next, former), said)).toBe('switched')
    expect(await differences()).toEqual([])
    expect(await leftOver()).toEqual([])
    expect(said).toContainEqual(expect.stringMatching(/^Neu eingebettet mit fundstelle-embed-v2: \d+ von \d+ Fund/))
    expect(said.at(-1)).toContain(`${former.id} sind entfernt`)
    expect(await change(knownEmbeddings(next, former))).toBe('unchanged')
  })

  test('answers all the while: from the old vectors until the switch, from the new ones after it, never from both', async () => {
    await feed(knownEmbeddings(former))
    const service = knownEmbeddings(next, former)
    const before = await search(service)
    const during: string[][] = []
    const progress: (number | undefined)[] = []
    const watched = interrupted(next, async () => {
      during.push(await search(service))
      progress.push((await countEmbedded(database(), next.id))?.done)
    })
    await change(knownEmbeddings(watched, former))
    const after = await search(service)
    expect(during.length).toBeGreaterThan(1)
    for (const found of during) expect(found).toEqual(before)
    expect(progress).toEqual(progress.toSorted((a, b) => Number(a) - Number(b)))
    expect(progress[0]).toBe(0)
    await begin(next)
    await feed(knownEmbeddings(next))
    expect(after).toEqual(await search(knownEmbeddings(next)))
    expect(after).not.toEqual(before)
    expect(after.join()).toContain('"vector"')
  })

  test('a search that was under way when it switched is answered from the new vectors', async () => {
    await feed(knownEmbeddings(former))
    let switched: Reembedded | null = null
    const slow = { ...former }
    slow.embed = async (texts, kind) => {
      switched ??= await change(knownEmbeddings(next, former))
      return former.embed(texts, kind)
    }
    const found = await search(knownEmbeddings(next, slow))
    expect(switched).toBe('switched')
    expect(found).toEqual(await search(knownEmbeddings(next)))
  })

  test('law fed in and republished meanwhile has its vectors and its days too', async () => {
    await feed(knownEmbeddings(former), early)
    const feeding = interrupted(next, async (call) => {
      if (call === 2) await feed(knownEmbeddings(next, former))
    })
    expect(await change(knownEmbeddings(feeding, former))).toBe('switched')
    expect(await differences()).toEqual([])
  })

  test('law that was embedded with the old model but not yet stored when it switched is embedded again', async () => {
    await feed(knownEmbeddings(former), early)
    let switched: Reembedded | null = null
    const overtaken = interrupted(former, async () => {
      switched ??= await change(knownEmbeddings(next, former))
    })
    await feed(knownEmbeddings(next, overtaken))
    expect(switched).toBe('switched')
    expect(await differences()).toEqual([])
  })

  test('feeding and two re-embeddings at the same time disturb each other in no order', async () => {
    const both = knownEmbeddings(next, former)
    for (const waitMs of [0, 20, 60]) {
      await begin()
      await feed(both, early)
      const changing = [0, 1].map(async (place) => {
        await new Promise((resolve) => setTimeout(resolve, waitMs * place))
        return change(both)
      })
      const [outcomes] = await Promise.all([Promise.all(changing), feed(both)])
      expect(outcomes).toContain('switched')
      expect(await differences()).toEqual([])
      expect(await leftOver()).toEqual([])
    }
  })

  test('stopped half way, it goes on there the next time', async () => {
    await feed(knownEmbeddings(former))
    const stopping = new AbortController()
    const first = interrupted(next, async (call) => {
      if (call === 1) stopping.abort()
    })
    expect(await change(knownEmbeddings(first, former), [], stopping.signal)).toBe('stopped')
    const { done = 0, total = 0 } = (await countEmbedded(database(), next.id)) ?? {}
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(total)
    let embedded = 0
    const counting = { ...next }
    counting.embed = (texts, kind) => {
      embedded += texts.length
      return next.embed(texts, kind)
    }
    expect(await change(knownEmbeddings(counting, former))).toBe('switched')
    expect(embedded).toBeLessThanOrEqual(total - done)
    expect(await differences()).toEqual([])
  })

  test('pauses while the endpoint fails, says so once, and goes on when it is back', async () => {
    await feed(knownEmbeddings(former))
    const service = knownEmbeddings(next, former)
    const before = await search(service)
    const failing = interrupted(next, async (call) => {
      if (call < 2 || call > 4) return
      expect(await search(service)).toEqual(before)
      throw new EmbeddingModelError('Das Embedding-Modell antwortet nicht.', { model: next.id })
    })
    const said: string[] = []
    expect(await change(knownEmbeddings(failing, former), said)).toBe('switched')
    expect(said.filter((line) => line.includes('antwortet nicht. Die Neueinbettung ruht'))).toHaveLength(1)
    expect(await differences()).toEqual([])
  })

  test('going back to the old model before the switch removes what was filled and ends the one that fills', async () => {
    await feed(knownEmbeddings(former))
    const undone = interrupted(next, async (call) => {
      if (call === 2) expect(await change(knownEmbeddings(former, next))).toBe('unchanged')
    })
    expect(await change(knownEmbeddings(undone, former))).toBe('abandoned')
    expect(await differences(filledWithFormer)).toEqual([])
    expect(await leftOver()).toEqual([])
  })

  test('a withdrawn document stays withdrawn, and is found by the new vectors when it is back', async () => {
    await feed(knownEmbeddings(former))
    await withdrawDocument(database(), 'gii:demo_musteraufenthv')
    await change(knownEmbeddings(next, former))
    const found = async () =>
      (
        await retrieve(
          { database: database(), embeddings: knownEmbeddings(next), asked, reranker: null },
          inquiry,
          [],
          30,
        )
      ).filter(({ document }) => document.id === 'gii:demo_musteraufenthv')
    expect(await found()).toEqual([])
    await reinstateDocument(database(), 'gii:demo_musteraufenthv')
    expect((await found()).some(({ why }) => why.some(({ by }) => by === 'vector'))).toBe(true)
  })

  test('a program that cannot ask the new model searches by words alone and feeds nothing in, saying what to do', async () => {
    await feed(knownEmbeddings(former), early)
    await change(knownEmbeddings(next, former))
    const found = await search(knownEmbeddings(former))
    expect(found.length).toBeGreaterThan(0)
    expect(found.join()).not.toContain('"vector"')
    const refused = feed(knownEmbeddings(former))
    await expect(refused).rejects.toThrow(UnknownEmbeddingModelError)
    await expect(refused).rejects.toThrow(/FUNDSTELLE_EMBED_MODEL.*npm run reembed/)
  })

  test('an empty library changes at once', async () => {
    expect(await change(knownEmbeddings(next, former))).toBe('switched')
    expect((await findActiveIndex(database()))?.model).toBe(next.id)
  })

  test('on a server the new vectors have their HNSW index before the switch, and the old one goes; embedded there is none', async () => {
    const hnsw = async () =>
      (
        await database().query<{ name: string }>(
          `select indexname as name from pg_indexes where tablename = 'passage_vectors' and indexdef like '%hnsw%'`,
        )
      ).map(({ name }) => name)
    await feed(knownEmbeddings(former))
    const old = await findActiveIndex(database())
    let during: string[] = []
    const watched = interrupted(next, async () => {
      during = await hnsw()
    })
    await change(knownEmbeddings(watched, former))
    const active = await findActiveIndex(database())
    const name = (id: number | undefined) => `passage_vectors_hnsw_${id}`
    const onServer = database().kind === 'server'
    expect(during.includes(name(active?.id))).toBe(onServer)
    expect((await hnsw()).includes(name(active?.id))).toBe(onServer)
    expect(await hnsw()).not.toContain(name(old?.id))
  })
})
