import { expect, test } from 'vitest'
import { buildDecree } from '../../../tests/build-decree.ts'
import { buildStatute, storeStatute } from '../../../tests/build-statute.ts'
import { onBothDatabases } from '../../../tests/databases.ts'
import { toDay } from '../../law/day.ts'
import { listLawNames } from '../../store/find-documents.ts'
import { findByText } from '../../store/find-passages.ts'
import { findImplementing } from './find-implementing.ts'
import { rankNorms } from './rank-norms.ts'

const weights = { text: 1, vector: 1, asked: 1, otherLaw: 0.6, cited: 0.5, defined: 0.1 }

await onBothDatabases('what carries a found norm out', (database) => {
  const decree = async (parts: Parameters<typeof buildDecree>[0]) => {
    const text = buildDecree(parts)
    await storeStatute(database(), text, text.inForceFrom ?? toDay('2020-01-01'))
  }
  const found = async (words: string, day: string, territory = 'DE-NW', namesNorm = false) => {
    const scope = { asOf: toDay(day), territory, kinds: null }
    const hits = await findByText(database(), { words, meanings: '' }, scope, 10)
    const ranked = rankNorms({ text: hits, vector: [], asked: [] }, { knows: () => true }, weights)
    const register = await listLawNames(database(), scope.asOf)
    const all = await findImplementing(database(), namesNorm ? [] : ranked, namesNorm ? hits : [], register, scope)
    return all.map(({ documentId, norm, passages }) => `${documentId} ${norm} ${passages[0]?.why.map(({ by }) => by)}`)
  }

  test('stands behind the norm: first what the search found of it, then the sections that say so, at most two', async () => {
    const norms = { '§ 18a': 'Quallenkarten erhält die Fachkraft.', '§ 19': 'Anderes.' }
    await storeStatute(database(), buildStatute('qualle', norms, 'QuallenG'), toDay('2020-01-01'))
    await decree({
      slug: 'ganz',
      day: '2021-01-01',
      sections: { 'Nr. 1': 'Anlass dieses Schreibens.', 'Nr. 2': 'Unterlagen sind im Original vorzulegen.' },
      particulars: { subject: 'Anwendung von § 18a QuallenG' },
    })
    await decree({
      slug: 'abschnitt',
      day: '2022-01-01',
      sections: { 'Nr. 7': 'Zu §§ 18 bis 18c QuallenG\nDer Nachweis genügt.' },
    })
    await decree({ slug: 'nennt', day: '2023-01-01', sections: { 'Nr. 1': 'Wer nach § 18a QuallenG kommt, zahlt.' } })
    await decree({ slug: 'anders', day: '2023-01-01', particulars: { subject: 'Anwendung von § 18a KrabbenG' } })
    expect(await found('Quallenkarten', '2024-01-01')).toEqual([
      'gii:qualle § 18a text',
      'office:ganz Nr. 1 implements',
      'office:abschnitt Nr. 7 implements',
    ])
    expect(await found('Quallenkarten Original', '2024-01-01')).toContain('office:ganz Nr. 2 text,implements')
    expect(await found('Quallenkarten', '2021-06-01')).toEqual([
      'gii:qualle § 18a text',
      'office:ganz Nr. 1 implements',
    ])
  })

  test('comes along with a norm that the question only names', async () => {
    expect(await found('Quallenkarten', '2021-06-01', 'DE-NW', true)).toEqual(['office:ganz Nr. 1 implements'])
  })

  test('is never of another territory, and nothing where no decree is', async () => {
    expect(await found('Quallenkarten', '2024-01-01', 'DE-BY')).toEqual(['gii:qualle § 18a text'])
    expect(await found('Quallenkarten', '2020-06-01')).toEqual(['gii:qualle § 18a text'])
  })

  test('is what cites the norm where nothing carries it out', async () => {
    const norms = { '§ 5': 'Muränenkarten kosten neun Taler.' }
    await storeStatute(database(), buildStatute('muraene', norms, 'MuränenG'), toDay('2020-01-01'))
    await decree({
      slug: 'nur-zitat',
      day: '2021-01-01',
      sections: { 'Nr. 4': 'Die Zahlung nach § 5 MuränenG ist bar zu leisten.' },
    })
    expect(await found('Muränenkarten', '2024-01-01')).toEqual([
      'gii:muraene § 5 text',
      'office:nur-zitat Nr. 4 implements',
    ])
  })
})
