import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { hashedEmbedding } from '../../tests/hashed-embedding.ts'
import { openEmbeddingIndex } from './embedding-index.ts'
import { findByVector, findNearest, nearestByIndex, nearestBySignBits } from './find-by-vector.ts'
import { tidy } from './tidy.ts'
import { withdrawDocument } from './withdraw-document.ts'

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

  test('finds the nearest by the index and by sign bits, whether the scope keeps few or nearly all', async () => {
    const model = hashedEmbedding()
    const index = await openEmbeddingIndex(database(), model.id, model.dimension)
    const [vector] = (await model.embed(['Antrag und Reisepass'], 'query')) as [Float32Array]
    const stored = await database().query<{ territory: string; id: number; text: string }>(
      `select d.territory, p.id, concat_ws(E'\\n', p.heading, p.text) as text from passages p join documents d on d.id = p.document_id`,
    )
    const vectors = await model.embed(
      stored.map(({ text }) => text),
      'passage',
    )
    for (const [territory, over] of [
      ['DE-BY', ['DE', 'DE-BY']],
      ['DE-NW', ['DE']],
    ] as const) {
      const likenesses = vectors
        .filter((_, at) => (over as readonly string[]).includes(stored[at]?.territory ?? ''))
        .map((each) => each.reduce((total, value, at) => total + value * (vector[at] ?? 0), 0))
        .toSorted((a, b) => b - a)
        .slice(0, 10)
      const scope = { asOf: toDay('2023-05-05'), territory, kinds: null }
      for (const nearest of [nearestByIndex(index), nearestBySignBits(index, 400)]) {
        const found = await findNearest(database(), nearest, vector, scope, 10)
        for (const [place, { score }] of found.entries()) expect(score).toBeCloseTo(likenesses[place] ?? 0, 2)
        expect(found).toHaveLength(10)
      }
      const [first] = await findByVector(database(), index, vector, scope, 10)
      expect(first?.score).toBeCloseTo(likenesses[0] ?? 0, 2)
    }
  })

  test('finds a law at once that is fed in, and none that is withdrawn, also where the same was asked before', async () => {
    const model = hashedEmbedding()
    const index = await openEmbeddingIndex(database(), model.id, model.dimension)
    const [vector] = (await model.embed(['Neues vom Kutschenstellplatz'], 'query')) as [Float32Array]
    const scope = { asOf: toDay('2023-05-05'), territory: 'DE-NW', kinds: null }
    const documents = async () =>
      (await findByVector(database(), index, vector, scope, 10)).map(({ documentId }) => documentId)
    expect(await documents()).not.toContain('gii:kutsche')
    await storeStatute(
      database(),
      buildStatute('kutsche', { '§ 1': 'Neues vom Kutschenstellplatz.' }),
      toDay('2023-01-01'),
    )
    expect((await documents())[0]).toBe('gii:kutsche')
    await withdrawDocument(database(), 'gii:kutsche')
    expect(await documents()).not.toContain('gii:kutsche')
  })

  test('uses the index of the server, and scans exactly where it is embedded', async () => {
    const indexes = await database().query<{ indexdef: string }>(
      `select indexdef from pg_indexes where tablename = 'passage_vectors'`,
    )
    expect(indexes.some(({ indexdef }) => indexdef.includes('hnsw'))).toBe(database().kind === 'server')
  })
})
