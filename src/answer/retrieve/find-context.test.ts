import { expect, test } from 'vitest'
import { buildStatute, storeStatute } from '../../../tests/build-statute.ts'
import { onBothDatabases } from '../../../tests/databases.ts'
import { toDay } from '../../law/day.ts'
import { listLawNames } from '../../store/find-documents.ts'
import { findNamedNorms } from '../../store/find-named-norms.ts'
import { findCompounds } from '../../store/find-compounds.ts'
import { findByText } from '../../store/find-passages.ts'
import { withdrawDocument } from '../../store/withdraw-document.ts'
import { addDefinitions } from './add-definitions.ts'
import { followReferences } from './follow-references.ts'
import { rankNorms } from './rank-norms.ts'

const day = toDay('2024-05-05')
const scope = { asOf: day, territory: 'DE-NW', kinds: null }
const weights = { text: 1, vector: 1, asked: 1, otherLaw: 0.6, cited: 0.5, defined: 0.1 }

await onBothDatabases('what stands around a found norm', (database) => {
  test('a norm brings along those it refers to, of its own law and of another', async () => {
    await storeStatute(
      database(),
      buildStatute(
        'karteng',
        {
          '§ 1':
            'Quallenkarten erhält, wer die Voraussetzungen des § 2 erfüllt und den Pass nach § 7 des Musterpassgesetzes vorlegt.',
          '§ 2': 'Wohnraum muss ausreichen.',
          '§ 3': 'Niemand nennt diese Vorschrift.',
        },
        'KartenG',
      ),
      toDay('2023-01-01'),
    )
    await storeStatute(
      database(),
      buildStatute('passg', { '§ 7': 'Der Musterpass ist vorzulegen.' }, 'Musterpassgesetz'),
      toDay('2023-01-01'),
    )
    const found = await findByText(database(), { words: 'Quallenkarten', meanings: '' }, scope, 10)
    const ranked = rankNorms({ text: found, vector: [], asked: [] }, { knows: () => true }, weights)
    const register = await listLawNames(database(), day)
    const followed = await followReferences(database(), ranked, register, scope, weights.cited)
    expect(followed.map(({ documentId, norm }) => `${documentId} ${norm}`)).toEqual([
      'gii:karteng § 1',
      'gii:karteng § 2',
      'gii:passg § 7',
    ])
    expect(followed[1]?.passages[0]?.why).toEqual([{ by: 'cited' }])
    expect(await followReferences(database(), ranked, register, scope, 0)).toEqual(ranked)
  })

  test('a named norm gives the passage of its Absatz, none when it is repealed, not in force, or withdrawn', async () => {
    const norms = { '§ 1': 'Fischkarten gelten ein Jahr.', '§ 2': '' }
    await storeStatute(database(), buildStatute('fischg', norms), toDay('2024-01-01'))
    const named = ['§ 1', '§ 2', '§ 99'].map((norm) => ({ documentId: 'gii:fischg', norm, paragraph: null }))
    const names = async (asOf = day) =>
      (await findNamedNorms(database(), named, { ...scope, asOf })).map(({ norm }) => norm)
    expect(await names()).toEqual(['§ 1'])
    await storeStatute(database(), buildStatute('fischg', { '§ 2': 'Neu.' }), toDay('2024-03-01'))
    expect(await names()).toEqual(['§ 2'])
    expect(await names(toDay('2024-02-01'))).toEqual(['§ 1'])
    await withdrawDocument(database(), 'gii:fischg')
    expect(await names()).toEqual([])
  })

  test('a norm that dealt with something else when questions about it were written is not meant by them', async () => {
    const renamed = buildStatute('wandelg', { '§ 1': 'Krebse.', '§ 2': 'Muscheln.' })
    const before = buildStatute('wandelg', { '§ 1': 'Schnecken.', '§ 2': 'Muscheln und Austern.' })
    before.norms[0] = { ...(before.norms[0] as (typeof before.norms)[number]), heading: 'Anderes' }
    await storeStatute(database(), before, toDay('2023-01-01'))
    await storeStatute(database(), renamed, toDay('2024-01-01'))
    const named = ['§ 1', '§ 2'].map((norm) => ({ documentId: 'gii:wandelg', norm, paragraph: null }))
    const then = { ...scope, asOf: toDay('2023-05-05') }
    const meant = await findNamedNorms(database(), named, then, day)
    expect(meant.map(({ norm }) => norm)).toEqual(['§ 2'])
    expect(await findNamedNorms(database(), named, then)).toHaveLength(2)
  })

  test('the definitions a leading norm uses come along, those of words the question says first', async () => {
    const law = buildStatute('quallendefg', {
      '§ 1': 'Nesselkarten erhält, wer den Quallenraum und den Musterunterhalt nachweist.',
      '§ 2': 'Der Musterunterhalt ist gesichert, wenn die Qualle frisst.',
      '§ 3': 'Korallen sind keine Quallen.',
    })
    for (const norm of law.norms.slice(1)) norm.heading = 'Begriffsbestimmungen'
    await storeStatute(database(), law, toDay('2023-01-01'))
    const found = await findByText(database(), { words: 'Nesselkarten', meanings: '' }, scope, 10)
    const ranked = rankNorms({ text: found, vector: [], asked: [] }, { knows: () => true }, weights)
    const defined = await addDefinitions(database(), ranked, 'Nesselkarten und Unterhalt', scope, weights.defined)
    expect(defined.map(({ norm }) => norm)).toEqual(['§ 1', '§ 2'])
    expect(defined[1]?.passages[0]?.why).toEqual([{ by: 'defined' }])
    expect(await addDefinitions(database(), ranked, 'Nesselkarten', scope, 0)).toEqual(ranked)
  })

  test('words are joined to compounds and compounds cut into words, as far as the collection has them', async () => {
    const words = { '§ 1': 'Die Quastenerlaubnis. Quasten sind selten. Eine Erlaubnis für den Krabbenhandel.' }
    await storeStatute(database(), buildStatute('quasteng', words), toDay('2023-01-01'))
    expect(await findCompounds(database(), ['erlaubnis', 'quasten'])).toContain('quastenerlaubnis')
    expect(await findCompounds(database(), ['quastenerlaubnis'])).toEqual(['erlaubnis', 'quasten'])
    expect(await findCompounds(database(), ['krabbenhandel', 'mondstein', '2024'])).toEqual([])
    expect(await findCompounds(database(), [])).toEqual([])
  })
})
