import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { brokenRules } from '../../tests/integration/library-state.ts'
import { toDay } from '../law/day.ts'
import { compactPostings } from './compact-postings.ts'
import { findByText } from './find-passages.ts'
import { ownVectors } from './lock-vectors.ts'

const scope = { asOf: toDay('2023-07-01'), territory: 'DE-NW', kinds: null }

await onBothDatabases('merging postings', (database) => {
  const find = (words: string, meanings = 'Gebühr') => findByText(database(), { words, meanings }, scope, 50)
  const rows = () =>
    database().query<{ lexeme: string; batch: number; tier: number | null; entries: number }>(
      'select lexeme, batch, tier, entries from postings order by lexeme, batch',
    )

  test('changes nothing that is found, whatever was staged in how many feeds', async () => {
    const words = ['Frist', 'Gastkarte', 'Gebühr', 'Antrag', 'Marktordnung']
    for (let law = 0; law < 8; law += 1) {
      const norms = words.map((word, at) => [`§ ${at + 1}`, `${word} ${words[(law * at) % 5]} Nummer ${law}.`] as const)
      await storeStatute(database(), buildStatute(`viel${law}`, Object.fromEntries(norms)), toDay('2023-01-01'))
    }
    const findAll = () => Promise.all(words.map((word) => find(word)))
    const before = await findAll()
    const staged = await rows()
    await compactPostings(database())
    const merged = await rows()
    expect(await findAll()).toEqual(before)
    expect(before[0]?.length).toBeGreaterThan(8)
    expect(merged).toHaveLength(new Set(staged.map(({ lexeme }) => lexeme)).size)
    expect(merged.every(({ tier }) => tier === 0)).toBe(true)
    expect(sum(merged)).toBe(sum(staged))
    expect(await brokenRules(database())).not.toContainEqual(expect.stringMatching(/word|index/))
  })

  test('writes nothing where nothing was staged since', async () => {
    const before = await rows()
    await compactPostings(database())
    expect(await rows()).toEqual(before)
  })

  test('does not wait on a server while another index is filled', async () => {
    await storeStatute(database(), buildStatute('nebenbei', { '§ 1': 'Fährkarte.' }), toDay('2023-01-01'))
    let merging = Promise.resolve()
    await database().transaction(async (queries) => {
      await ownVectors(queries)
      merging = compactPostings(database())
      if (database().kind === 'server') await merging
    })
    await merging
    expect((await rows()).filter(({ lexeme, tier }) => lexeme === 'fahrkart' && tier === null)).toEqual([])
  })

  test('loses and doubles no word while law is fed and another merge runs', async () => {
    const feeds = Array.from({ length: 6 }, (_, law) =>
      storeStatute(database(), buildStatute(`dabei${law}`, { '§ 1': `Hafenkarte Frist ${law}.` }), toDay('2023-01-01')),
    )
    await Promise.all([...feeds, compactPostings(database()), compactPostings(database())])
    await compactPostings(database())
    expect(await find('Hafenkarte', '')).toHaveLength(6)
    expect(await brokenRules(database())).not.toContainEqual(expect.stringMatching(/word|index/))
  })

  test('orders the entries of a frequent word by weight, and makes its tiers anew only when much was added', async () => {
    const stage = (from: number, count: number) =>
      database().query(
        `insert into postings (lexeme, batch, passage_ids, weights, heaviest)
         select 'haufig', nextval('posting_batches'), array_agg(id), array_agg((id * 7919::bigint % 1000)::real / 1000), 0.999
           from generate_series($1::int, $1::int + $2::int - 1) id`,
        [1_000_000 + from, count],
      )
    const tiers = async () =>
      (await rows()).filter(({ lexeme }) => lexeme === 'haufig').map(({ tier, entries }) => [tier, entries])
    await stage(0, 5000)
    await stage(5000, 5000)
    await compactPostings(database())
    expect((await tiers()).toSorted()).toEqual([
      [0, 4096],
      [1, 4096],
      [2, 1808],
    ])
    const ranges = await database().query<{ heaviest: number; most: number; least: number }>(
      `select heaviest, (select max(w) from unnest(weights) w) as most, (select min(w) from unnest(weights) w) as least
         from postings where lexeme = 'haufig' order by tier`,
    )
    for (const [place, { heaviest, most }] of ranges.entries()) {
      expect(heaviest).toBe(most)
      if (place > 0) expect(most).toBeLessThanOrEqual(ranges[place - 1]?.least ?? 0)
    }
    for (let from = 10_000; from < 10_030; from += 10) await stage(from, 10)
    await compactPostings(database())
    expect((await tiers()).toSorted()).toEqual([
      [null, 30],
      [0, 4096],
      [1, 4096],
      [2, 1808],
    ])
    await stage(11_000, 2000)
    await compactPostings(database())
    expect((await tiers()).toSorted()).toEqual([
      [0, 4096],
      [1, 4096],
      [2, 3838],
    ])
  })
})

function sum(rows: { entries: number }[]): number {
  return rows.reduce((total, { entries }) => total + entries, 0)
}
