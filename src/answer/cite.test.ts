import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../tests/build-passage.ts'
import type { ClaimRole, Evidence, VerifiedClaim } from '../law/answer.ts'
import { cite } from './cite.ts'
import { numberEvidence } from './compose/number-evidence.ts'

const passage = buildPassage({ norm: '§ 4', sentences: ['Eins gilt.', 'Zwei gilt.', 'Drei gilt.', 'Vier gilt.'] })
const other = buildPassage({ norm: '§ 9', paragraph: null, sentences: ['Anderes gilt.'], rank: 2 })
const all = numberEvidence([passage, other])

function pick(...ids: string[]): Evidence[] {
  return all.filter(({ id }) => ids.includes(id))
}

function labels(...ids: string[]): string[] {
  return cite([claim('A.', pick(...ids))]).citations.map(({ label }) => label)
}

function claim(text: string, evidence: Evidence[], role: ClaimRole = 'rule'): VerifiedClaim {
  return { text, role, evidence, supports: 'rule', references: [], objection: null, leftOut: null }
}

describe('citations', () => {
  test('are numbered in the order they are first used, and the same sentences keep their number', () => {
    const cited = cite([claim('A.', pick('E5')), claim('B.', pick('E1')), claim('C.', pick('E5', 'E1'), 'exception')])
    expect(cited.text).toBe('A. [1] B. [2]\n\nC. [2] [1]')
    expect(cited.claims.map(({ citations }) => citations)).toEqual([[1], [2], [2, 1]])
  })

  test('of sentences that follow each other are one, of sentences apart two', () => {
    expect(cite([claim('A.', pick('E2', 'E3'))]).citations.map(({ quote }) => quote)).toEqual(['Zwei gilt. Drei gilt.'])
    expect(cite([claim('A.', pick('E1', 'E3'))]).citations.map(({ quote }) => quote)).toEqual([
      'Eins gilt.',
      'Drei gilt.',
    ])
  })

  test('name the sentences, or the whole Absatz where all of it is cited', () => {
    expect(labels('E2', 'E3')).toEqual(['§ 4 Abs. 1 Satz 2 und 3 MusterG (erfunden)'])
    expect(labels('E1', 'E2', 'E3', 'E4')).toEqual(['§ 4 Abs. 1 MusterG (erfunden)'])
    expect(labels('E5')).toEqual(['§ 9 MusterG (erfunden)'])
  })

  test('always name the sentence in part of an Absatz', () => {
    const cut = { ...buildPassage({ sentences: ['Nummer drei gilt.'] }), path: ['3'] }
    expect(cite([claim('A.', numberEvidence([cut]))]).citations[0]?.label).toBe(
      '§ 1 Abs. 1 Satz 1 Nr. 3 MusterG (erfunden)',
    )
  })

  test('count no Sätze in an annex', () => {
    const fees = buildPassage({ norm: 'Anlage 1', paragraph: null, sentences: ['Karte: 60 Taler.', 'Pass: 70 Taler.'] })
    const evidence = numberEvidence([{ ...fees, path: ['7'] }]).slice(1)
    expect(cite([claim('A.', evidence)]).citations[0]?.label).toBe('Anlage 1 Nr. 7 MusterG (erfunden)')
  })

  test('leave the references of the claims where they stand in the whole text', () => {
    const reference = { text: '§ 4', start: 5, end: 8, verdict: 'ok' as const, inForce: true }
    const naming = { ...claim('Nach § 4 gilt B.', pick('E2')), references: [reference] }
    const { text, references } = cite([claim('A.', pick('E1')), naming])
    expect(references.map(({ start, end }) => text.slice(start, end))).toEqual(['§ 4'])
  })

  test('quote the stored text word by word, at the offsets they name, whatever was chosen', () => {
    const norm = `Erfundener Vorspann.\n${passage.text}`
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom('E1', 'E2', 'E3', 'E4'), { minLength: 1 }), (ids) => {
        const { citations, claims } = cite([claim('A.', pick(...ids))])
        expect(citations.map(({ start, end }) => norm.slice(start, end))).toEqual(citations.map(({ quote }) => quote))
        expect(claims[0]?.citations).toEqual(citations.map(({ number }) => number))
        expect(citations.flatMap(({ sentences }) => sentences).toSorted()).toEqual(
          ids.map((id) => Number(id.slice(1))).toSorted(),
        )
      }),
    )
  })
})
