import { describe, expect, test } from 'vitest'
import { buildDecree, relation } from '../../../tests/build-decree.ts'
import { buildStatute } from '../../../tests/build-statute.ts'
import { findImplementedNorms } from './find-implemented-norms.ts'

const parts = { slug: 'probe', day: '2024-03-12' }

describe('a decree carries out', () => {
  test('the norms of its subject, its Normenkette and what it says it implements, as a whole', () => {
    const text = buildDecree({
      ...parts,
      particulars: {
        subject: 'Anwendung der §§ 18a und 18b MusterG',
        norms: ['§ 3 MusterV'],
        relations: [{ ...relation('implements', null, null), text: '§ 104c des Mustergesetzes' }],
      },
    })
    expect(findImplementedNorms(text).map(({ section, laws, norm }) => [section, laws[0], norm])).toEqual([
      [null, 'Mustergesetzes', '§ 104c'],
      [null, 'MusterV', '§ 3'],
      [null, 'MusterG', '§ 18a'],
      [null, 'MusterG', '§ 18b'],
    ])
  })

  test('in each section the norms of its heading, its outline and its line „Zu § …“, of the law the whole is about', () => {
    const text = buildDecree({
      ...parts,
      sections: {
        'Nr. 5': 'Zu § 5 Abs. 1\nDer Lebensunterhalt nach § 2 ist zu prüfen.',
        'Nr. 6': 'Bezug: § 7 BeispielV',
      },
      particulars: { subject: 'Verwaltungsvorschrift zum Musteraufenthaltsgesetz (AVwV-MusterG)' },
    })
    expect(findImplementedNorms(text)).toEqual([
      { section: 'Nr. 5', laws: ['Musteraufenthaltsgesetz', 'MusterG'], norm: '§ 5' },
      { section: 'Nr. 6', laws: ['BeispielV'], norm: '§ 7' },
    ])
  })

  test('a whole range where it names one', () => {
    const text = buildDecree({ ...parts, particulars: { subject: 'Hinweise zu §§ 27 bis 36a MusterG' } })
    expect(findImplementedNorms(text)).toMatchObject([{ norm: '§ 27', to: '§ 36a' }])
  })

  test('no norm that only its sentences cite, and none where no law is named; a law carries out nothing', () => {
    const sections = { 'Nr. 1': 'Nach § 5 MusterG ist zu prüfen.', 'Nr. 2': 'Zu § 6\nErfunden.' }
    expect(findImplementedNorms(buildDecree({ ...parts, sections }))).toEqual([])
    expect(findImplementedNorms(buildStatute('gesetz', { '§ 1': 'Zu § 5 MusterG' }))).toEqual([])
  })
})
