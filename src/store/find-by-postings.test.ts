import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { compactPostings } from './compact-postings.ts'
import { findByPostings } from './find-by-postings.ts'
import { findAmongBest } from './find-passages.ts'
import { withdrawDocument } from './withdraw-document.ts'

const scope = { asOf: toDay('2023-07-01'), territory: 'DE-NW', kinds: null }
const asked = [
  { words: 'gastkarte gebuhr', meanings: 'Marktordnung' },
  { words: 'gastkrate nummer', meanings: '' },
  { words: 'quastenflosser', meanings: '' },
]

await onBothDatabases('adding up words in this process', (database) => {
  const words = ['Frist', 'Gastkarte', 'Gebühr', 'Antrag', 'Marktordnung']
  const feed = (law: number) => {
    const norms = words.map((word, at) => [`§ ${at + 1}`, `${word} ${words[(law * at) % 5]} Nummer ${law}.`] as const)
    return storeStatute(database(), buildStatute(`summe${law}`, Object.fromEntries(norms)), toDay('2023-01-01'))
  }

  /** Both ways, for each question. */
  async function bothWays() {
    for (const each of asked) {
      const here = await findByPostings(database(), each, scope, 20)
      const there = await findAmongBest(database(), each, scope, 20, null)
      expect(here?.map(({ rowId, norm }) => [rowId, norm])).toEqual(there.map(({ rowId, norm }) => [rowId, norm]))
      for (const [place, { score }] of (here ?? []).entries()) expect(score).toBeCloseTo(there[place]?.score ?? 0, 5)
    }
  }

  test('finds what the database finds, with its scores, also once law was fed, merged or withdrawn since', async () => {
    for (const law of [1, 2, 3]) await feed(law)
    await bothWays()
    await feed(4)
    await bothWays()
    await compactPostings(database())
    await bothWays()
    await withdrawDocument(database(), 'gii:summe2')
    await bothWays()
    expect((await findByPostings(database(), asked[0] as (typeof asked)[0], scope, 20))?.length).toBeGreaterThan(5)
  })

  test('finds nothing for no words, and what there is where that is little', async () => {
    const before = { ...scope, asOf: toDay('2022-07-01') }
    expect(await findByPostings(database(), asked[0] as (typeof asked)[0], before, 20)).not.toBeNull()
    expect(await findByPostings(database(), { words: '', meanings: '' }, scope, 20)).toEqual([])
  })
})
