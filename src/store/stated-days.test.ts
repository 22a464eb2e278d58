import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import type { DocumentText } from '../law/document-text.ts'
import { toDay } from '../law/day.ts'
import { pageAt } from '../law/page-mark.ts'
import { findNorm, findNormPeriods } from './find-norm.ts'
import { findByText, loadPassages } from './find-passages.ts'

const day = toDay('2024-03-12')

/** An invented decree of two sections, the second on the page printed as 3. */
function decree(slug: string, text: string): DocumentText {
  const built = buildStatute(slug, { 'Nr. 1': 'Die Musterstelle berät.', 'Nr. 2': text })
  const document = {
    ...built.document,
    kind: 'decree' as const,
    rank: 'decree' as const,
    abbreviation: `Erlass Muster vom 12.03.2024 – ${slug}`,
  }
  const norms = built.norms.map((norm) => ({
    ...norm,
    kind: 'part' as const,
    pages: [{ at: 0, page: norm.key === 'Nr. 1' ? 1 : 4, printed: norm.key === 'Nr. 1' ? null : '3' }],
  }))
  return { ...built, document, norms, inForceFrom: day }
}

await onBothDatabases('a text that states its day', (database) => {
  const search = async (words: string) => {
    const scope = { asOf: toDay('2024-06-01'), territory: 'DE', kinds: null }
    const found = await findByText(database(), { words, meanings: '' }, scope, 5)
    const passages = await loadPassages(
      database(),
      found.map(({ rowId }) => rowId),
      scope.asOf,
    )
    return [...passages.values()].map(({ label, pages, start, validFrom, validBasis }) => ({
      label,
      page: pageAt(pages, start),
      validFrom,
      validBasis,
    }))
  }

  test('is in force from that day by its own word, and cited with the page a reader finds it on', async () => {
    await storeStatute(database(), decree('amtlich', 'Zebrakarten kosten neun Taler.'), day)
    expect(await search('Zebrakarten')).toEqual([
      {
        label: 'Erlass Muster vom 12.03.2024 – amtlich, Nr. 2, S. 3 (erfunden)',
        page: '3',
        validFrom: '2024-03-12',
        validBasis: 'official',
      },
    ])
  })

  test('is corrected where the same day comes again in other words: only the corrected one answers', async () => {
    await storeStatute(database(), decree('berichtigt', 'Nashornkarten kosten neun Taler.'), day)
    await storeStatute(database(), decree('berichtigt', 'Nashornkarten kosten elf Taler.'), day)
    const lookup = await findNorm(database(), 'gii:berichtigt', 'Nr. 2', toDay('2024-06-01'))
    expect(lookup).toMatchObject({ found: true, norm: { text: 'Nashornkarten kosten elf Taler.' } })
    expect(await findNormPeriods(database(), 'gii:berichtigt', 'Nr. 2')).toHaveLength(1)
    expect(await search('Nashornkarten')).toHaveLength(1)
    const kept = await database().query('select 1 from corrected_observations where document_id = $1', [
      'gii:berichtigt',
    ])
    expect(kept).toHaveLength(1)
  })
})
