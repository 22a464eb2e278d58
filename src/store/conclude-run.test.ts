import { expect, test } from 'vitest'
import { buildDecree, relation } from '../../tests/build-decree.ts'
import { storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { claimRun } from './claim-run.ts'
import { concludeRun } from './conclude-run.ts'
import { confirmRun } from './confirm-run.ts'
import { findByText } from './find-passages.ts'
import { planRun } from './plan-run.ts'
import { requestRun } from './request-run.ts'

const words = (own: string) =>
  Array.from({ length: 12 }, (_, at) => `Satz ${at} sagt, was im Fall ${at * at} mit ${own} zu tun ist.`).join(' ')

await onBothDatabases('what a run withdraws', (database) => {
  const feed = (slug: string, own: string, parts: Partial<Parameters<typeof buildDecree>[0]> = {}) => {
    const decree = buildDecree({ slug, day: '2024-03-12', number: own, sections: { 'Nr. 1': words(own) }, ...parts })
    return storeStatute(database(), decree, toDay(parts.day ?? '2024-03-12'))
  }
  const found = async (own: string) => {
    const scope = { asOf: toDay('2025-01-01'), territory: 'DE-NW', kinds: null }
    const hits = await findByText(database(), { words: own, meanings: '' }, scope, 10)
    return [...new Set(hits.map(({ documentId }) => documentId))].toSorted()
  }
  /** A run of a folder in which only these lie. */
  const run = async (folder: string, listed: string[], share = 1) => {
    const { id } = await requestRun(database(), folder, 'person')
    await claimRun(database(), id, { name: folder, publisher: 'office', asksPublisher: false })
    await planRun(database(), id, { items: listed.length, listed, note: null, chunks: [], coverage: [] })
    await concludeRun(database(), id, { share, most: 100 })
    return id
  }

  test('leaves its second copy answering, until it is back', async () => {
    await feed('biber-pdf', 'Biber')
    await feed('biber-docx', 'Biber')
    await run('/biber', ['biber-docx', 'biber-pdf'])
    expect(await found('Biber')).toEqual(['office:biber-docx'])
    await run('/biber', ['biber-pdf'])
    expect(await found('Biber')).toEqual(['office:biber-pdf'])
    await run('/biber', ['biber-docx', 'biber-pdf'])
    expect(await found('Biber')).toEqual(['office:biber-docx'])
  })

  test('no longer ends what it had replaced, also where a person had to confirm it', async () => {
    await feed('otter-alt', 'Otter')
    const relations = [relation('replaces', 'Otter', '2024-03-12')]
    await feed('otter-neu', 'Fischotter', { day: '2024-09-01', particulars: { relations } })
    await run('/otter', ['otter-alt', 'otter-neu'])
    expect(await found('Otter')).toEqual([])
    const stopped = await run('/otter', ['otter-alt'], 0.1)
    expect(await found('Otter')).toEqual([])
    await confirmRun(database(), stopped, 'test')
    expect(await found('Otter')).toEqual(['office:otter-alt'])
    await run('/otter', ['otter-alt', 'otter-neu'])
    expect(await found('Otter')).toEqual([])
  })
})
