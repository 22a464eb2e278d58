import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { hashedEmbedding } from '../../tests/hashed-embedding.ts'
import { openEmbeddingIndex } from './embedding-index.ts'
import { findByVector } from './find-passages.ts'
import { tidy } from './tidy.ts'

const words = [
  'Gastkarte',
  'Gebühr',
  'Frist',
  'Antrag',
  'Wohnung',
  'Arbeit',
  'Familie',
  'Ausreise',
  'Reisepass',
  'Prüfung',
]

/** 300 invented norms of another territory beside 30 of ours: a filter that keeps one in eleven. */
function manyNorms(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 300 }, (_, place) => [
      `§ ${place + 1}`,
      `Regel ${place}: ${words[place % 10]} und ${words[(place * 7 + 3) % 10]} Nummer ${place}.`,
    ]),
  )
}

await onBothDatabases('the search by vectors', (database) => {
  test('gives as many hits as asked for, nearest first, also where day and territory leave few of many', async () => {
    const everywhere = buildStatute('viel', manyNorms())
    everywhere.document.territory = 'DE-BY'
    await storeStatute(database(), everywhere, toDay('2023-01-01'))
    await storeStatute(
      database(),
      buildStatute('wenig', Object.fromEntries(Object.entries(manyNorms()).slice(0, 30))),
      toDay('2023-01-01'),
    )
    await tidy(database())
    const model = hashedEmbedding()
    const index = await openEmbeddingIndex(database(), model.id, model.dimension)
    const [vector] = await model.embed(['Gebühr für die Gastkarte'], 'query')
    const scope = { asOf: toDay('2023-05-05'), territory: 'DE-NW', kinds: null }
    const found = await findByVector(database(), index, vector as Float32Array, scope, 20)
    expect(found).toHaveLength(20)
    expect(found.map((hit) => hit.score)).toEqual(found.map((hit) => hit.score).toSorted((a, b) => b - a))
  })

  test('uses the index of the server, and scans exactly where it is embedded', async () => {
    const indexes = await database().query<{ indexdef: string }>(
      `select indexdef from pg_indexes where tablename = 'passage_vectors'`,
    )
    expect(indexes.some(({ indexdef }) => indexdef.includes('hnsw'))).toBe(database().kind === 'server')
  })
})
