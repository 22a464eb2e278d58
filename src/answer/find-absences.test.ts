import { describe, expect, test } from 'vitest'
import type { Inquiry, LawName, ResolvedReference } from '../law/answer.ts'
import { toDay } from '../law/day.ts'
import type { NormLookup } from '../law/library.ts'
import { buildPassage } from '../../tests/build-passage.ts'
import { lookUp } from '../../tests/invented-law.ts'
import { findAbsences } from './find-absences.ts'
import { understand } from './understand/understand.ts'

const register: LawName[] = [{ documentId: 'gii:demo_musterg', abbreviation: 'MusterG', names: ['MusterG'] }]

function reference(parts: Partial<ResolvedReference>): ResolvedReference {
  return {
    kind: 'norm',
    text: '§ 9 MusterG',
    norm: '§ 9',
    paragraph: null,
    sentence: null,
    path: [],
    law: 'MusterG',
    caseNumber: null,
    documentId: 'gii:demo_musterg',
    start: 0,
    end: 11,
    ...parts,
  }
}

function naming(references: ResolvedReference[], documentIds: string[] = []): Inquiry {
  const question = { text: '', asOf: toDay('2025-03-05'), territory: 'DE-NW', style: 'short' as const, kinds: null }
  return { ...understand(question, [], []), references, documentIds }
}

const absentAs = (lookup: NormLookup) => async (): Promise<NormLookup> => lookup
const unused = () => Promise.reject(new Error('not looked up'))

describe('a norm named in a question', () => {
  test.each<[string, NormLookup, string, string]>([
    [
      'that did not exist yet',
      { found: false, reason: 'not_yet', from: toDay('2025-06-01'), until: null },
      'not_in_force',
      '§ 9 MusterG galt am 05.03.2025 noch nicht; in der Sammlung steht die Vorschrift erst ab 01.06.2025.',
    ],
    [
      'that is gone',
      { found: false, reason: 'no_longer', from: toDay('2020-01-01'), until: toDay('2024-01-01') },
      'not_in_force',
      '§ 9 MusterG galt am 05.03.2025 nicht mehr; in der Sammlung steht die Vorschrift bis 31.12.2023.',
    ],
    [
      'that never was',
      { found: false, reason: 'unknown_norm' },
      'no_evidence',
      '§ 9 MusterG gibt es in dieser Sammlung nicht. Bitte die Angabe prüfen.',
    ],
  ])('%s is named with its days', async (_name, lookup, reason, message) => {
    const found = await findAbsences(
      naming([reference({ paragraph: '2' })], ['gii:demo_musterg']),
      register,
      [],
      absentAs(lookup),
    )
    expect(found).toEqual({ absences: [{ reason, message }], all: true })
  })

  test('beside one that exists leaves something to answer', async () => {
    const there = { found: false as const, reason: 'unknown_norm' as const }
    const bare = reference({ documentId: null, law: null, text: '§ 5', norm: '§ 5' })
    const { absences, all } = await findAbsences(naming([reference({}), bare]), register, [], absentAs(there))
    expect([absences.length, all]).toEqual([1, false])
  })
})

describe('a norm that is there', () => {
  const names = [{ documentId: 'demo:musteraufg', abbreviation: 'MusterAufG', names: ['MusterAufG'] }]
  const there = reference({ norm: '§ 2a', documentId: 'demo:musteraufg', law: 'MusterAufG' })
  const inLaw = async (id: string, norm: string, asOf: ReturnType<typeof toDay>): Promise<NormLookup> => {
    const lookup = lookUp(id, norm, asOf)
    const passage = { id: 'p', label: norm, start: 0, end: 1 }
    if (lookup.found) lookup.norm.passages = ['1', '2', null].map((paragraph) => ({ ...passage, paragraph }))
    return lookup
  }

  test('but lacks the Absatz named says so, and can still answer', async () => {
    const found = await findAbsences(naming([{ ...there, paragraph: '7' }]), names, [], inLaw)
    expect(found).toEqual({
      absences: [
        {
          reason: 'no_evidence',
          message:
            '§ 2a Abs. 7 MusterAufG gab es am 05.03.2025 nicht; die übrigen Absätze von § 2a MusterAufG gibt es.',
        },
      ],
      all: false,
    })
    expect(await findAbsences(naming([{ ...there, paragraph: '2' }]), names, [], inLaw)).toMatchObject({ absences: [] })
  })

  test('among the passages found is not looked up, nor is a range of which one norm was found', async () => {
    const why = [{ by: 'reference' as const }]
    const found = [
      buildPassage({ norm: '§ 4', paragraph: '1', documentId: 'demo:musteraufg', sentences: ['Satz.'], why }),
    ]
    const range = { ...there, norm: '§ 3', to: '§ 6' }
    const exact = { ...there, norm: '§ 4', paragraph: '1' }
    expect(await findAbsences(naming([range, exact]), names, found, unused)).toEqual({ absences: [], all: false })
  })
})

test('a law and a decision outside the collection are named, and nothing is looked up for them', async () => {
  const law = reference({ documentId: null, law: 'FernG', text: '§ 3 FernG' })
  const decision = reference({ kind: 'case', documentId: null, law: null, norm: null, text: '1 M 1.11' })
  const found = await findAbsences(naming([law, decision]), register, [], unused)
  expect(found.all).toBe(true)
  expect(found.absences.map(({ reason, message }) => [reason, message])).toEqual([
    ['out_of_scope', 'FernG: Dieses Gesetz ist in dieser Sammlung nicht enthalten.'],
    ['out_of_scope', '1 M 1.11: Diese Entscheidung ist in dieser Sammlung nicht enthalten. Bitte die Angabe prüfen.'],
  ])
})

test('a question that also names a known law can be answered from that one', async () => {
  const law = reference({ documentId: null, law: 'FernG', text: '§ 3 FernG' })
  expect((await findAbsences(naming([law], ['gii:demo_musterg']), register, [], unused)).all).toBe(false)
})

test('a question that names nothing misses nothing', async () => {
  expect(await findAbsences(naming([]), register, [], unused)).toEqual({ absences: [], all: false })
})
