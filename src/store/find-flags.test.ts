import { expect, test } from 'vitest'
import { buildDecree, relation } from '../../tests/build-decree.ts'
import { buildStatute, storeStatute } from '../../tests/build-statute.ts'
import { onBothDatabases } from '../../tests/databases.ts'
import { toDay } from '../law/day.ts'
import { listLawNames } from './find-documents.ts'
import { findFlags } from './find-flags.ts'

await onBothDatabases('a decree is flagged', (database) => {
  const flags = async (slug: string, day: string) => {
    const asOf = toDay(day)
    return findFlags(database(), [`office:${slug}`], await listLawNames(database(), asOf), asOf)
  }
  const law = (day: string, norms: Record<string, string>, slug = 'gesetz', abbreviation = 'MusterG') =>
    storeStatute(database(), buildStatute(slug, norms, abbreviation), toDay(day))
  const decree = async (...parts: Parameters<typeof buildDecree>) => {
    const text = buildDecree(...parts)
    await storeStatute(database(), text, text.inForceFrom ?? toDay('2020-01-01'))
  }

  test('from the day on which a norm it carries out has another text than on its own day, with both texts’ days', async () => {
    await decree({ slug: 'd', day: '2024-03-12', particulars: { subject: 'Zu § 18a MusterG' } })
    await law('2022-01-01', { '§ 18a': 'Zwei Jahre.', '§ 18b': 'Gleich.' })
    await law('2023-01-01', { '§ 18a': 'Drei Jahre.', '§ 18b': 'Gleich.' })
    await law('2024-06-01', { '§ 18a': 'Vier Jahre.', '§ 18b': 'Anders.' })
    expect(await flags('d', '2024-05-31')).toEqual([])
    expect(await flags('d', '2024-06-01')).toEqual([
      {
        flagged: 'office:d',
        section: null,
        kind: 'overtaken',
        message:
          'Prüfen: § 18a MusterG (erfunden) wurde nach diesem Erlass (12.03.2024) geändert (am 01.06.2024 erstmals gesehen).',
        documentId: 'gii:gesetz',
        label: '§ 18a MusterG (erfunden)',
        changedOn: '2024-06-01',
        before: { validFrom: '2023-01-01', validTo: '2024-06-01' },
        after: { validFrom: '2024-06-01', validTo: null },
      },
    ])
  })

  test('no longer once the norm has the old text again, and where the norm is gone', async () => {
    await law('2024-07-01', { '§ 18a': 'Drei Jahre.' })
    expect(await flags('d', '2024-07-01')).toEqual([])
    await law('2024-08-01', { '§ 19': 'Anderes.' })
    expect(await flags('d', '2024-08-01')).toMatchObject([{ changedOn: '2024-08-01', after: null }])
    expect((await flags('d', '2024-08-01'))[0]?.message).toContain('aufgehoben')
  })

  test('for a range for every norm in it, for a section only where that is about the norm', async () => {
    const particulars = { subject: 'Hinweise zu §§ 1 bis 3 BeispielG' }
    const sections = { 'Nr. 1': 'Zu § 7 BeispielG\nErfunden.', 'Nr. 2': 'Erfunden.' }
    await decree({ slug: 'spanne', day: '2022-02-01', particulars, sections })
    const old = { '§ 1': 'a', '§ 2': 'b', '§ 3': 'c', '§ 7': 'd' }
    await law('2022-01-01', old, 'beispiel', 'BeispielG')
    await law('2023-01-01', { ...old, '§ 2': 'B', '§ 7': 'D' }, 'beispiel', 'BeispielG')
    const found = await flags('spanne', '2023-06-01')
    expect(found.map(({ section, label }) => [section, label])).toEqual([
      [null, '§ 2 BeispielG (erfunden)'],
      ['Nr. 1', '§ 7 BeispielG (erfunden)'],
    ])
  })

  test('where another amends it, until its own text has the amendment', async () => {
    await decree({ slug: 'stamm', day: '2021-01-01' })
    const relations = [relation('amends', 'stamm', '2021-01-01')]
    await decree({ slug: 'novelle', day: '2022-01-01', particulars: { relations } })
    expect(await flags('stamm', '2021-12-31')).toEqual([])
    expect(await flags('stamm', '2022-01-01')).toMatchObject([
      {
        kind: 'amended',
        documentId: 'office:novelle',
        changedOn: '2022-01-01',
        message: 'Prüfen: Dieser Erlass wurde geändert durch Mustererlass vom 01.01.2022 – novelle, ab 01.01.2022.',
      },
    ])
    const consolidated = buildDecree({ slug: 'stamm', day: '2021-01-01', sections: { 'Nr. 1': 'Neu gefasst.' } })
    await storeStatute(database(), { ...consolidated, inForceFrom: toDay('2022-02-01') }, toDay('2022-02-01'))
    expect(await flags('stamm', '2022-03-01')).toEqual([])
  })

  test('in the list of all, which leaves out what is withdrawn, ended or not flagged', async () => {
    const asOf = toDay('2023-06-01')
    const all = await findFlags(database(), null, await listLawNames(database(), asOf), asOf)
    expect([...new Set(all.map(({ flagged }) => flagged))]).toEqual(['office:spanne'])
  })
})
