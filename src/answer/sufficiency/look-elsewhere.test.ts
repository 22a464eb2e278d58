import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Doubt, Inquiry } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { understand } from '../understand/understand.ts'
import { lookElsewhere } from './look-elsewhere.ts'
import { namedLands } from './named-lands.ts'

const federal = buildPassage({ sentences: ['Die Gastkarte gilt drei Monate.'] })
const decree = { ...buildPassage({ norm: '§ 7', sentences: ['In Bayern gilt sie vier Monate.'] }), territory: 'DE-BY' }
const nothing: Doubt = { reason: 'no_evidence', message: 'Nichts gefunden.', isClear: false }
const noSource: Doubt = { reason: 'out_of_scope', message: 'Erlasse fehlen.', isClear: true }

function asking(text: string): Inquiry {
  return understand({ text, asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'full', kinds: null }, [], [])
}

function look(text: string, found = [decree, federal], doubt: Doubt | null = null, territories = ['DE', 'DE-BY']) {
  const asked: string[] = []
  const retrieveFor = async (territory: string) => {
    asked.push(territory)
    return found
  }
  const result = lookElsewhere({ territories: async () => territories, retrieveFor }, asking(text), doubt)
  return result.then((doubtFound) => ({ found: doubtFound, asked }))
}

describe('the law of another Land', () => {
  test('is named and shown, not applied, where the question is about that Land', async () => {
    const { found } = await look('Wie lange gilt die Gastkarte in Bayern?')
    expect(found).toMatchObject({ reason: 'other_territory', isClear: true, nearest: [decree] })
    expect(found?.message).toMatch(/gilt für Bayern.*Nordrhein-Westfalen.*Gebiet umstellen/)
  })

  test('is named where only it answers and the question names none', async () => {
    const { found } = await look('Wie lange gilt die Gastkarte?', [federal, decree], nothing)
    expect(found).toMatchObject({ reason: 'other_territory', nearest: [decree] })
  })

  test('stays out where the law that applies here answers', async () => {
    expect((await look('Wie lange gilt die Gastkarte in Bayern?', [federal, decree])).found).toBeNull()
    expect((await look('Wie lange gilt die Gastkarte?')).asked).toEqual([])
  })

  test('is not searched for where the collection has none, but the question is told so', async () => {
    const { found, asked } = await look('Was sagt der bayerische Erlass?', [], noSource, ['DE', 'DE-NW'])
    expect(asked).toEqual([])
    expect(found).toMatchObject({ reason: 'other_territory', message: expect.stringContaining('nennt Bayern') })
  })
})

test.each([
  ['Gilt das auch in Bayern?', ['DE-BY']],
  ['Ausländerbehörde München: welche Gebühr?', ['DE-BY']],
  ['Was sagt der hessische Erlass?', ['DE-HE']],
  ['Wohnsitz in Essen', ['DE-NW']],
  ['niedersächsische Regelung', ['DE-NI']],
  ['Er zieht nach Bayern um', []],
  ['Sie kommt aus Berlin und hat Essen mitgebracht', []],
])('Länder named in %j: %j', (text, codes) => {
  expect(namedLands(text).map(({ code }) => code)).toEqual(codes)
})
