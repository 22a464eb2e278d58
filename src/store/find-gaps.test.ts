import { beforeEach, expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { findFigures } from './find-figures.ts'
import { findGaps } from './find-gaps.ts'
import { withdrawDocument } from './withdraw-document.ts'

await onBothDatabases('what is missing in a collection', (database) => {
  beforeEach(async () => {
    await database().query(
      'truncate documents, versions, observations, norms, version_norms, passages, passage_vectors, edges, postings, lexemes cascade',
    )
  })
  const gaps = async () => {
    const found = await findGaps(database())
    return Object.fromEntries(found.filter(({ count }) => count > 0).map(({ rule, examples }) => [rule, examples]))
  }
  const store = (slug: string, abbreviation: string, invented = false) => {
    const text = buildStatute(slug, { '§ 1': 'Erste Regel.', '§ 2': 'Zweite Regel.' }, abbreviation)
    return storeStatute(database(), { ...text, document: { ...text.document, invented } }, toDay('2024-01-01'))
  }

  test('is nothing in a whole one, and of an invented one no core law is asked', async () => {
    await store('demo_eins', 'MusterG', true)
    expect(await gaps()).toEqual({})
  })

  test('is a core law that is not there or was withdrawn', async () => {
    for (const name of ['AufenthG', 'AsylG', 'FreizügG/EU', 'AufenthV', 'BeschV']) await store(name.toLowerCase(), name)
    expect(await gaps()).toEqual({ core_law_missing: ['StAG'] })
    await store('stag', 'StAG')
    expect(await gaps()).toEqual({})
    await withdrawDocument(database(), 'gii:stag')
    expect(await gaps()).toEqual({ core_law_missing: ['StAG'] })
  })

  test('is a passage without a vector, a § of a core law and a document without passages', async () => {
    for (const name of ['AufenthG', 'AsylG', 'FreizügG/EU', 'AufenthV', 'BeschV']) await store(name.toLowerCase(), name)
    await store('stag', 'StAG')
    const [row] = await database().query<{ public_id: string }>(
      `select p.public_id from passages p join norms n on n.id = p.norm_id where n.document_id = 'gii:asylg' and n.key = '§ 2'`,
    )
    await database().query(
      `delete from passage_vectors v using passages p where p.id = v.passage_id and p.public_id = $1`,
      [row?.public_id],
    )
    expect(await gaps()).toEqual({ passage_without_vector: [row?.public_id] })
    await database().query(
      `delete from passage_vectors v using passages p where p.id = v.passage_id and p.document_id = 'gii:stag'`,
    )
    await database().query(
      `delete from edges e using passages p where p.id = e.passage_id and p.document_id = 'gii:stag'`,
    )
    await database().query(`delete from passages where document_id = 'gii:stag'`)
    expect(await gaps()).toMatchObject({
      core_norm_unresolved: ['§ 1 StAG', '§ 2 StAG'],
      document_without_passages: ['gii:stag'],
    })
  })

  test('is a § that the numbering of a core law leaves out, not one that a range names', async () => {
    for (const name of ['AufenthG', 'AsylG', 'FreizügG/EU', 'AufenthV', 'BeschV']) await store(name.toLowerCase(), name)
    const text = buildStatute('stag', { '§ 1': 'Eins.', '§§ 2 und 3': '', '§ 4a': 'Vier a.', '§ 6': 'Sechs.' }, 'StAG')
    const real = { ...text, document: { ...text.document, invented: false } }
    await storeStatute(database(), real, toDay('2024-01-01'))
    expect(await gaps()).toEqual({ core_numbering_gap: ['§ 5 StAG'] })
  })

  test('figures count what answers and what was withdrawn', async () => {
    await store('eins', 'EinsG')
    await store('zwei', 'ZweiG')
    await withdrawDocument(database(), 'gii:zwei')
    expect(await findFigures(database())).toMatchObject({ documents: 1, withdrawn: 1, passages: 2, queued: 0 })
  })
})
