import { expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Citation } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import type { NormText } from '../../law/library.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { cite } from '../cite.ts'
import { comparePlace } from './compare-place.ts'

const sentence = 'Die Gastkarte gilt drei Monate.'
const then = buildPassage({ norm: '§ 4', paragraph: '2', sentences: [`(2) ${sentence}`] })

function citationOf(passage: RankedPassage): Citation {
  const [first] = passage.sentences
  if (!first) throw new Error('no sentence')
  const evidence = { id: 'E1', passage, sentence: 1, span: first, text: sentence }
  const claim = { text: sentence, role: 'rule' as const, evidence: [evidence], supports: 'rule' as const }
  const [citation] = cite([{ ...claim, references: [], objection: null, leftOut: null }]).citations
  if (!citation) throw new Error('no citation')
  return citation
}

function now(passages: RankedPassage[]) {
  const norm = { repealed: false, sha256: 'neu' } as NormText
  return comparePlace(citationOf(then), then, { lookup: { found: true, norm }, passages }, toDay('2026-01-01'))
}

test('a quote that moved to another Absatz is found there, under its new number', () => {
  const inserted = buildPassage({ norm: '§ 4', paragraph: '2', sentences: ['(2) Die Gastkarte ist gelb.'] })
  const moved = buildPassage({ norm: '§ 4', paragraph: '3', sentences: [`(3) ${sentence}`] })
  expect(now([inserted, moved])).toMatchObject({ state: 'moved', passage: moved })
  expect(now([inserted, moved]).message).toContain('§ 4 Abs. 3 MusterG')
})

test('an Absatz that another one left as it was is unchanged', () => {
  const other = buildPassage({ norm: '§ 4', paragraph: '1', sentences: ['(1) Ganz neu.'] })
  expect(now([other, then])).toMatchObject({ state: 'unchanged', passage: then })
})

test('an Absatz that is no longer there is gone, though the norm still is', () => {
  const other = buildPassage({ norm: '§ 4', paragraph: '1', sentences: ['(1) Ganz neu.'] })
  expect(now([other])).toMatchObject({ state: 'gone', passage: null })
})

test('an Absatz that is cut into its Nummern now is compared with the Nummer most like the quote', () => {
  const cut = ['Die Gastkarte gilt sechs Monate.', 'Das Amt ist zuständig.'].map((text, at) => ({
    ...buildPassage({ norm: '§ 4', paragraph: '2', sentences: [text] }),
    path: [String(at + 1)],
  }))
  expect(now(cut)).toMatchObject({ state: 'changed', passage: cut[0] })
})
