import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../../tests/build-statute.ts'
import { onBothDatabases } from '../../../tests/databases.ts'
import { hashedEmbedding } from '../../../tests/hashed-embedding.ts'
import { knownEmbeddings } from '../../../tests/known-embeddings.ts'
import { toDay } from '../../law/day.ts'
import { openEmbeddingIndex } from '../../store/embedding-index.ts'
import { understand } from '../understand/understand.ts'
import { indexAskedQuestions } from './asked-index.ts'
import { mendWords } from './mend-words.ts'
import { search } from './retrieve.ts'

const day = toDay('2024-01-01')
const asked = indexAskedQuestions([
  { documentId: 'gii:karten', norm: '§ 1', paragraph: null, text: 'Wie lange muss man für die Einkartung hier leben?' },
  { documentId: 'gii:karten', norm: '§ 2', paragraph: null, text: 'Was kostet die Umkartung?' },
])

await onBothDatabases('a mistyped word', (database) => {
  async function searched(text: string) {
    await storeStatute(
      database(),
      buildStatute('karten', { '§ 1': 'Die Einkartung setzt fünf Jahre voraus.', '§ 2': 'Unkartung ist frei.' }),
      day,
    )
    const model = hashedEmbedding()
    const embedded: string[] = []
    const embedding: typeof model = {
      ...model,
      embed: (texts, kind) => {
        embedded.push(...texts)
        return model.embed(texts, kind)
      },
    }
    await openEmbeddingIndex(database(), model.id, model.dimension)
    const parts = { database: database(), embeddings: knownEmbeddings(embedding), reranker: null, asked }
    const inquiry = understand({ text, asOf: day, territory: 'DE-NW', style: 'short', kinds: null }, [], [])
    return { embedded, lists: await search(parts, inquiry) }
  }

  test('is searched for as meant by every way of searching, and stays in the question as typed', async () => {
    const typed = await searched('Wie lange bis zur Einkatung?')
    const meant = await searched('Wie lange bis zur Einkartung?')
    expect(typed.embedded).toEqual(['Wie lange bis zur Einkatung? Einkartung'])
    expect(typed.lists.vector[0]?.norm).toBe('§ 1')
    expect(typed.lists.asked[0]?.norm).toBe('§ 1')
    expect(typed.lists.asked[0]?.score).toBeGreaterThanOrEqual(meant.lists.asked[0]?.score ?? Infinity)
    expect(typed.lists.text[0]?.norm).toBe('§ 1')
  })

  test('is none that stands in the collection, however near it is to one that people use', async () => {
    expect((await searched('Was ist eine Unkartung?')).embedded).toEqual(['Was ist eine Unkartung?'])
    expect(await mendWords({ database: database(), asked }, 'Unkartung Umkatung')).toEqual([
      { written: 'Umkatung', meant: 'Umkartung' },
    ])
  })
})
