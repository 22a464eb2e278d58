import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildDecree, relation } from '../../tests/build-decree.ts'
import { storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import type { DocumentText } from '../law/document-text.ts'
import type { Database } from './database.ts'
import { findByText } from './find-passages.ts'
import { findNorm } from './find-norm.ts'
import { reinstateDocument, withdrawDocument } from './withdraw-document.ts'

async function feed(database: Database, texts: DocumentText[]): Promise<void> {
  for (const text of texts) await storeStatute(database, text, text.inForceFrom ?? toDay('2020-01-01'))
}

/** Days and problems of all decrees whose slug begins so. */
async function livesOf(database: Database, prefix: string): Promise<unknown> {
  const [row] = await database.query<{ lives: unknown }>(
    `select jsonb_build_object(
       'ends', (select jsonb_agg(jsonb_build_array(replace(id, $1, ''), ends_on, withdrawn_at is null) order by id) from documents where starts_with(id, 'office:' || $1)),
       'texts', (select jsonb_agg(jsonb_build_array(replace(n.document_id, $1, ''), n.key, n.validity, p.validity, v.validity) order by n.document_id, n.key)
                   from norms n join passages p on p.norm_id = n.id join passage_vectors v on v.passage_id = p.id where starts_with(n.document_id, 'office:' || $1)),
       'relations', (select jsonb_agg(jsonb_build_array(replace(from_document, $1, ''), kind, ordinal, replace(to_document, $1, ''), problem) order by from_document, ordinal)
                       from known_relations where starts_with(from_document, 'office:' || $1))) as lives`,
    [prefix],
  )
  return row?.lives
}

await onBothDatabases('the life of a decree', (database) => {
  const holds = async (slug: string, day: string) =>
    (await findNorm(database(), `office:${slug}`, 'Nr. 1', toDay(day))).found
  const search = async (words: string, day: string, territory = 'DE-NW') =>
    (await findByText(database(), { words, meanings: '' }, { asOf: toDay(day), territory, kinds: null }, 10)).map(
      ({ documentId }) => documentId,
    )
  const problems = async (slug: string) =>
    (
      await database().query<{ problem: string | null }>(
        'select problem from known_relations where from_document = $1 order by ordinal',
        [`office:${slug}`],
      )
    ).map(({ problem }) => problem)

  test('ends on the day from which another that replaces it holds, whichever of the two is fed first', async () => {
    const old = buildDecree({ slug: 'alt', day: '2019-05-03', number: '15 - 39.06.01' })
    const replaces = [relation('replaces', 'Az.: 15–39.06.01', '2019-05-03')]
    const fresh = buildDecree({ slug: 'neu', day: '2024-03-12', particulars: { relations: replaces } })
    await feed(database(), [fresh, old])
    expect([await holds('alt', '2024-03-11'), await holds('alt', '2024-03-12')]).toEqual([true, false])
    expect([await holds('neu', '2024-03-11'), await holds('neu', '2024-03-12')]).toEqual([false, true])
    expect(await search('Musterregelung', '2024-03-11')).toEqual(['office:alt'])
    expect(await search('Musterregelung', '2024-03-12')).toEqual(['office:neu'])
  })

  test('comes back in the moment the one that replaced it is withdrawn, and ends again when that is reinstated', async () => {
    const revision = async () =>
      (await database().query<{ revision: number }>('select revision from corpus_state'))[0]?.revision ?? 0
    const before = await revision()
    await withdrawDocument(database(), 'office:neu')
    expect(await search('Musterregelung', '2024-03-12')).toEqual(['office:alt'])
    await reinstateDocument(database(), 'office:neu')
    expect(await search('Musterregelung', '2024-03-12')).toEqual(['office:neu'])
    expect(await revision()).toBe(before + 2)
  })

  test('ends the day after its own last one', async () => {
    await feed(database(), [
      buildDecree({ slug: 'frist', day: '2020-01-01', particulars: { validUntil: toDay('2022-12-31') } }),
      buildDecree({ slug: 'verlesen', day: '2020-01-01', particulars: { validUntil: toDay('2002-12-31') } }),
    ])
    expect([await holds('frist', '2022-12-31'), await holds('frist', '2023-01-01')]).toEqual([true, false])
    expect(await holds('verlesen', '2023-01-01')).toBe(true)
  })

  test('goes on where another only amends it', async () => {
    const amends = [relation('amends', 'stamm', '2020-01-01')]
    await feed(database(), [
      buildDecree({ slug: 'stamm', day: '2020-01-01' }),
      buildDecree({ slug: 'aenderung', day: '2021-01-01', particulars: { relations: amends } }),
    ])
    expect(await holds('stamm', '2022-01-01')).toBe(true)
    expect(await problems('aenderung')).toEqual([null])
  })

  test('does not end where it is not sure which is meant, and the reason is kept', async () => {
    const twice = { day: '2018-01-01', number: 'zweimal 1' }
    const relations = [
      relation('replaces', 'zweimal 1', '2018-01-01'),
      relation('replaces', 'gibt es nicht', '2018-01-01'),
      relation('replaces', 'zweimal 1', null),
    ]
    await feed(database(), [
      buildDecree({ slug: 'zwilling-a', ...twice }),
      buildDecree({ slug: 'zwilling-b', ...twice }),
      buildDecree({ slug: 'unklar', day: '2021-01-01', particulars: { relations } }),
    ])
    expect(await problems('unklar')).toEqual(['ambiguous', 'unknown', 'incomplete'])
    expect([await holds('zwilling-a', '2022-01-01'), await holds('zwilling-b', '2022-01-01')]).toEqual([true, true])
    await withdrawDocument(database(), 'office:zwilling-b')
    expect(await problems('unklar')).toEqual([null, 'unknown', 'incomplete'])
    expect(await holds('zwilling-a', '2022-01-01')).toBe(false)
  })

  test('is ended by none that is older, by none of a pair that replace each other, and by none of another territory', async () => {
    await feed(database(), [
      buildDecree({
        slug: 'aelter',
        day: '2015-01-01',
        particulars: { relations: [relation('replaces', 'juenger', '2016-01-01')] },
      }),
      buildDecree({ slug: 'juenger', day: '2016-01-01' }),
      buildDecree({
        slug: 'kreis-a',
        day: '2015-01-01',
        particulars: { relations: [relation('replaces', 'kreis-b', '2016-01-01')] },
      }),
      buildDecree({
        slug: 'kreis-b',
        day: '2016-01-01',
        particulars: { relations: [relation('repeals', 'kreis-a', '2015-01-01')] },
      }),
      buildDecree({ slug: 'land', day: '2015-01-01', territory: 'DE-NW' }),
      buildDecree({
        slug: 'stadt',
        day: '2016-01-01',
        territory: 'DE-NW-05111',
        particulars: {
          relations: [
            relation('repeals', 'land', '2015-01-01'),
            { ...relation('repeals', null, null), documentId: 'office:land' },
          ],
        },
      }),
    ])
    expect(await problems('aelter')).toEqual(['not_younger'])
    expect([await problems('kreis-a'), await problems('kreis-b')]).toEqual([['circular'], ['circular']])
    expect(await problems('stadt')).toEqual(['unknown', 'other_territory'])
    for (const slug of ['juenger', 'kreis-a', 'kreis-b', 'land'])
      expect(await holds(slug, '2020-01-01'), slug).toBe(true)
  })

  test('follows a corrected header: what the first reading ended goes on, what the second means ends', async () => {
    const target = (slug: string) => buildDecree({ slug, day: '2017-01-01' })
    const repealing = (number: string) =>
      buildDecree({
        slug: 'berichtigt',
        day: '2018-01-01',
        particulars: { relations: [relation('repeals', number, '2017-01-01')] },
      })
    await feed(database(), [target('ziel-a'), target('ziel-b'), repealing('ziel-a')])
    expect([await holds('ziel-a', '2019-01-01'), await holds('ziel-b', '2019-01-01')]).toEqual([false, true])
    await feed(database(), [repealing('ziel-b')])
    expect([await holds('ziel-a', '2019-01-01'), await holds('ziel-b', '2019-01-01')]).toEqual([true, false])
  })

  test('is the same whatever the order of feeding, withdrawing and reinstating', async () => {
    const years = ['2015', '2016', '2017', '2018', '2019']
    const decree = fc.record({
      year: fc.constantFrom(...years),
      number: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      does: fc.array(
        fc.record({
          kind: fc.constantFrom('replaces' as const, 'repeals' as const, 'amends' as const),
          number: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
          year: fc.constantFrom(...years),
        }),
        { maxLength: 2 },
      ),
    })
    let runs = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(decree, { minLength: 3, maxLength: 5 }),
        fc.infiniteStream(fc.nat()),
        async (decrees, chance) => {
          runs += 1
          const texts = (prefix: string) =>
            decrees.map(({ year, number, does }, at) =>
              buildDecree({
                slug: `${prefix}${at}`,
                number: `${prefix}${number}`,
                day: `${year}-01-01`,
                particulars: {
                  relations: does.map((each) => relation(each.kind, `${prefix}${each.number}`, `${each.year}-01-01`)),
                },
              }),
            )
          const gone = decrees.map(() => chance.next().value % 3 === 0)
          const [straight, mixed] = [`lauf${runs}x`, `lauf${runs}y`]
          await feed(database(), texts(straight))
          for (const [at, isGone] of gone.entries())
            if (isGone) await withdrawDocument(database(), `office:${straight}${at}`)
          const order = decrees.map((_, at) => ({ at, by: chance.next().value })).toSorted((a, b) => a.by - b.by)
          for (const { at } of order) {
            await feed(database(), texts(mixed).slice(at, at + 1))
            const id = `office:${mixed}${at}`
            if (chance.next().value % 2 === 0) await withdrawDocument(database(), id)
          }
          for (const { at } of order.toReversed()) {
            if (gone[at]) await withdrawDocument(database(), `office:${mixed}${at}`)
            else await reinstateDocument(database(), `office:${mixed}${at}`)
          }
          expect(await livesOf(database(), mixed)).toEqual(await livesOf(database(), straight))
        },
      ),
      { numRuns: 12 },
    )
  })
})
