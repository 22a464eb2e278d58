import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LawName } from '../answer.ts'
import { parseCelex } from '../eu/celex.ts'
import { euActNames } from '../eu/eu-act-names.ts'
import { officeEuActs } from '../eu/office-eu-acts.ts'
import type { Reference } from '../reference.ts'
import { findBareReferences } from './find-bare-references.ts'
import { findLawNames } from './find-law-names.ts'
import { findReferences } from './find-references.ts'
import { formatLabel } from './label.ts'
import { resolveLaw } from './resolve-law.ts'

const register: LawName[] = [
  { documentId: 'gii:freiz_gg_eu_2004', abbreviation: 'FreizügG/EU', names: ['Freizügigkeitsgesetz/EU'] },
  { documentId: 'gii:aufenthg_2004', abbreviation: 'AufenthG', names: ['Aufenthaltsgesetz'] },
  ...officeEuActs.map(({ celex }) => entry(celex)),
  entry('32031R0017'),
]

function entry(celex: string): LawName {
  return { documentId: `eurlex:${celex}`, ...euActNames(celex, null) }
}

function brief({ norm, paragraph, sentence, path, law }: Reference): string {
  return [norm, paragraph, sentence, path.join('.'), law].map((part) => part ?? '').join('|')
}

describe('Union law as German offices cite it is read whole and finds its act', () => {
  test.each([
    ['Art. 20 Abs. 3 RL 2003/109/EG', 'Art 20|3|||RL 2003/109/EG', '32003L0109'],
    ['Art. 24 der Verordnung (EG) Nr. 810/2009', 'Art 24||||Verordnung (EG) Nr. 810/2009', '32009R0810'],
    ['Art. 24 Abs. 1 VO (EG) 810/2009', 'Art 24|1|||VO (EG) 810/2009', '32009R0810'],
    ['Art. 3 Abs. 2 UAbs. 1 Dublin III-VO', 'Art 3|2|||Dublin III-VO', '32013R0604'],
    ['Art. 3 Abs. 2 Unterabs. 1 Dublin-III-VO', 'Art 3|2|||Dublin-III-VO', '32013R0604'],
    ['Artikel 3 Absatz 2 Unterabsatz 1 der Dublin-III-Verordnung', 'Art 3|2|||Dublin-III-Verordnung', '32013R0604'],
    ['Art. 6 Abs. 1 Buchst. c des Schengener Grenzkodex', 'Art 6|1||c|Schengener Grenzkodex', '32016R0399'],
    ['Art. 6 Abs. 1 lit. c SGK', 'Art 6|1||c|SGK', '32016R0399'],
    ['Art. 7 Abs. 4 der Rückführungsrichtlinie', 'Art 7|4|||Rückführungsrichtlinie', '32008L0115'],
    ['Art. 7 Abs. 4 RL 2008/115/EG', 'Art 7|4|||RL 2008/115/EG', '32008L0115'],
    ['Art. 7 Abs. 4 der Richtlinie 2008/115/EG', 'Art 7|4|||Richtlinie 2008/115/EG', '32008L0115'],
    ['Art. 15 Qualifikationsrichtlinie', 'Art 15||||Qualifikationsrichtlinie', '32011L0095'],
    ['Art. 7 Freizügigkeitsrichtlinie', 'Art 7||||Freizügigkeitsrichtlinie', '32004L0038'],
    ['Art. 7 der Unionsbürgerrichtlinie', 'Art 7||||Unionsbürgerrichtlinie', '32004L0038'],
    ['Art. 3 der Verordnung (EU) Nr. 604/2013', 'Art 3||||Verordnung (EU) Nr. 604/2013', '32013R0604'],
    ['Art. 3 VO 604/2013', 'Art 3||||VO 604/2013', '32013R0604'],
    ['Art. 5 Abs. 1 RL (EU) 2021/1883', 'Art 5|1|||RL (EU) 2021/1883', '32021L1883'],
    ['Art. 5 Abs. 1 RL 2021/1883/EU', 'Art 5|1|||RL 2021/1883/EU', '32021L1883'],
    ['Art. 7 der REST-Richtlinie', 'Art 7||||REST-Richtlinie', '32016L0801'],
    ['Art. 7 der Rückführungs-RL', 'Art 7||||Rückführungs-RL', '32008L0115'],
    ['Anhang I der Verordnung (EU) 2018/1806', 'Anhang I||||Verordnung (EU) 2018/1806', '32018R1806'],
    ['Art. 4 der Verordnung (EU) 2031/17', 'Art 4||||Verordnung (EU) 2031/17', '32031R0017'],
    ['Erwägungsgrund 6 der RL 2008/115/EG', 'Erwägungsgrund 6||||RL 2008/115/EG', '32008L0115'],
    ['ErwG 6 RL 2008/115/EG', 'Erwägungsgrund 6||||RL 2008/115/EG', '32008L0115'],
  ])('%s', (text, expected, celex) => {
    expect(findReferences(text, register).map(brief)).toEqual([expected])
    expect(findReferences(text).map(brief), 'without a register').toEqual([expected])
    expect(resolveLaw(expected.split('|').at(-1) ?? '', register)?.documentId).toBe(`eurlex:${celex}`)
  })

  test('several articles and acts in one sentence keep their own act', () => {
    const text = 'Nach Art. 5 und 6 RL 2008/115/EG sowie Art. 8 EMRK und § 59 AufenthG gilt dies.'
    expect(findReferences(text, register).map(brief)).toEqual([
      'Art 5||||RL 2008/115/EG',
      'Art 6||||RL 2008/115/EG',
      'Art 8||||EMRK',
      '§ 59||||AufenthG',
    ])
  })

  test('an act is found by its name alone', () => {
    const text = 'Was sagt die Verordnung (EU) Nr. 604/2013 und was der Visakodex?'
    expect(findLawNames(text, register).map(({ documentId }) => documentId)).toEqual([
      'eurlex:32013R0604',
      'eurlex:32009R0810',
    ])
  })

  test('a bare number before an act is not its §', () => {
    expect(findBareReferences('nach 24 Visakodex', register)).toEqual([])
  })

  test.each(['Art. 5 der Richtlinie', 'Art. 5 der Verordnung', 'Art. 3 Dublin', 'Art. 5 des Beschlusses'])(
    '%s names no act',
    (text) => {
      expect(findReferences(text, register)[0]?.law).toBeNull()
    },
  )
})

describe('a CELEX number says what an act is', () => {
  test.each([
    ['32009R0810', 'VO (EG) 810/2009'],
    ['32031R0017', 'VO (EU) 2031/17'],
    ['31968R1612', 'VO (EWG) 1612/68'],
    ['32004L0083', 'RL 2004/83/EG'],
    ['32012L0034', 'RL 2012/34/EU'],
    ['32023L0017', 'RL (EU) 2023/17'],
    ['31964L0221', 'RL 64/221/EWG'],
    ['32022D0382', 'Beschluss (EU) 2022/382'],
  ])('%s is cited as %s where no shorter name is usual', (celex, abbreviation) => {
    expect(euActNames(celex, null).names).toContain(abbreviation)
  })

  test('its title decides between Community and Union', () => {
    expect(euActNames('32009R1223', 'Verordnung (EG) Nr. 1223/2009 des Rates').abbreviation).toBe('VO (EG) 1223/2009')
  })

  test('a consolidated text is a version of its act', () => {
    expect(parseCelex('02009R0810-20200202')).toMatchObject({ base: '32009R0810', consolidatedOn: '2020-02-02' })
    expect(parseCelex('62023CJ0538')).toMatchObject({ base: '62023CJ0538', sector: '6', consolidatedOn: null })
    for (const wrong of ['', '32009R810', '02009R0810-20200230', 'x32009R0810', '32009R0810/1'])
      expect(parseCelex(wrong)).toBeNull()
  })
})

test('every act of an office has a name of its own', () => {
  const seen = new Map<string, string>()
  for (const { celex } of officeEuActs)
    for (const name of new Set(euActNames(celex, null).names)) {
      expect(seen.get(name) ?? celex, name).toBe(celex)
      seen.set(name, celex)
    }
})

test('whatever part of an act is cited, the label is read back to the same part and the same act', () => {
  const acts = [...officeEuActs.map(({ celex }) => celex), '32031R0017', '32019L0944', '32005R0001', '31999L0070']
  const known = acts.map(entry)
  fc.assert(
    fc.property(
      fc.constantFrom(...known),
      fc.integer({ min: 1, max: 199 }),
      fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }),
      fc.constantFrom<string[]>([], ['3'], ['a'], ['3', 'a']),
      (law, article, absatz, path) => {
        const label = formatLabel({
          norm: `Art ${article}`,
          paragraph: absatz === null ? null : String(absatz),
          path: absatz === null ? [] : path,
          document: { kind: 'eu_act', abbreviation: law.abbreviation, invented: false },
        })
        const [found, ...more] = findReferences(`Siehe ${label}, was gilt.`, known)
        expect(more).toEqual([])
        expect(found?.text).toBe(label)
        expect(found?.norm).toBe(`Art ${article}`)
        expect(found?.paragraph).toBe(absatz === null ? null : String(absatz))
        expect(resolveLaw(found?.law ?? '', known)?.documentId).toBe(law.documentId)
      },
    ),
  )
})
