import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../../tests/build-statute.ts'
import { onBothDatabases } from '../../../tests/databases.ts'
import { hashedEmbedding } from '../../../tests/hashed-embedding.ts'
import { knownEmbeddings } from '../../../tests/known-embeddings.ts'
import { toDay } from '../../law/day.ts'
import { openEmbeddingIndex } from '../../store/embedding-index.ts'
import { listLawNames } from '../../store/find-documents.ts'
import { understand } from '../understand/understand.ts'
import { indexAskedQuestions } from './asked-index.ts'
import { retrieve } from './retrieve.ts'

await onBothDatabases('a question that is nothing but names', (database) => {
  const day = toDay('2024-01-01')

  async function ask(text: string) {
    const model = hashedEmbedding()
    let embedded = 0
    const embedding: typeof model = {
      ...model,
      embed: (texts, kind) => {
        embedded += 1
        return model.embed(texts, kind)
      },
    }
    await openEmbeddingIndex(database(), model.id, model.dimension)
    const register = await listLawNames(database(), day)
    const inquiry = understand({ text, asOf: day, territory: 'DE-NW', style: 'short', kinds: null }, register, [])
    const parts = {
      database: database(),
      embeddings: knownEmbeddings(embedding),
      reranker: null,
      asked: indexAskedQuestions([]),
    }
    const passages = await retrieve(parts, inquiry, register, 10)
    return { found: passages.map(({ norm, why }) => [norm, ...why.map(({ by }) => by)]), embedded }
  }

  test('is looked up, not searched for, and brings what its norm refers to', async () => {
    const norms = {
      '§ 1': 'Die Musterkarte nach § 3 gilt.',
      '§ 2': 'Die Musterkarte.',
      '§ 3': 'Eine Karte kostet nichts.',
    }
    await storeStatute(database(), buildStatute('musterg', norms), day)
    expect(await ask('§ 2 musterg')).toEqual({ found: [['§ 2', 'reference']], embedded: 0 })
    expect((await ask('§ 2, § 1 MusterG')).found.slice(0, 2)).toEqual([
      ['§ 2', 'reference'],
      ['§ 1', 'reference'],
    ])
    const more = await ask('Musterkarte nach § 2 MusterG')
    expect([more.found[0]?.slice(0, 2), more.embedded]).toEqual([['§ 2', 'text'], 1])
  })

  test('is searched for where nothing bears the name', async () => {
    const { found, embedded } = await ask('§ 9 MusterG')
    expect(embedded).toBe(1)
    expect(found.flat()).not.toContain('reference')
  })
})
