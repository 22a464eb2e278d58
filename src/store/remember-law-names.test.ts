import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { rememberLawNames } from './remember-law-names.ts'
import { withdrawDocument } from './withdraw-document.ts'

const day = toDay('2023-07-01')

await onBothDatabases('the register kept in memory', (database) => {
  test('shows a law at once that is fed in or withdrawn, and is else not read again', async () => {
    const lawNames = rememberLawNames(database())
    const ids = async () => (await lawNames(day)).map(({ documentId }) => documentId)
    expect(await ids()).toEqual([])
    await storeStatute(database(), buildStatute('gemerkt', { '§ 1': 'Neues Recht.' }), toDay('2023-01-01'))
    expect(await ids()).toEqual(['gii:gemerkt'])
    expect(await lawNames(day)).toBe(await lawNames(day))
    await withdrawDocument(database(), 'gii:gemerkt')
    expect(await ids()).toEqual([])
  })

  test('is another one on another day', async () => {
    const [early, late] = [buildStatute('alt', { '§ 1': 'Altes.' }), buildStatute('neu', { '§ 1': 'Neues.' })]
    early.document.enactedOn = toDay('2010-01-01')
    late.document.enactedOn = toDay('2020-01-01')
    for (const text of [early, late]) await storeStatute(database(), text, toDay('2023-01-01'))
    const lawNames = rememberLawNames(database())
    expect((await lawNames(toDay('2015-01-01')))[0]?.documentId).toBe('gii:alt')
    expect((await lawNames(day))[0]?.documentId).toBe('gii:neu')
  })
})
