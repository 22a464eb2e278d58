import { expect, test } from 'vitest'
import { ask } from '../../tests/ask-invented.ts'
import type { Inquiry, LawName } from '../law/answer.ts'
import type { NormState } from './verify/check.ts'

/** Asks a collection whose law has § 4, § 5 and, where said so, § 4f. */
async function understoodOf(text: string, letter: NormState) {
  const searched: Inquiry[] = []
  const { answer } = await ask({
    text,
    parts: {
      retrieve: async (inquiry: Inquiry, _register: LawName[]) => {
        searched.push(inquiry)
        return []
      },
      findNormStates: async (asked) => asked.map(({ norm }) => (norm === '§ 4f' ? letter : 'in_force')),
    },
  })
  const readings = searched.map(({ references }) => references.map(({ norm, following }) => [norm, following]))
  return { readings, notices: answer.notices, shown: answer.understood?.references }
}

test.each([
  ['Wann gilt § 4 f MusterG?', '§ 4 f MusterG'],
  ['Wann gilt § 4 f Abs. 1 MusterG?', '§ 4 f Abs. 1 MusterG'],
  ['MusterG § 4 f: wann gilt er?', '§ 4 f'],
])(
  '%s: the letter belongs to the number where the law has such a norm, and the answer says so',
  async (text, written) => {
    const { readings, notices, shown } = await understoodOf(text, 'in_force')
    expect(readings).toEqual([[['§ 4f', undefined]]])
    expect(shown).toMatchObject([{ norm: '§ 4f', text: written }])
    expect(notices).toContain(
      `„${written}“ ist als § 4f verstanden, den es im Gesetz gibt. Wer § 4 und den folgenden meint, schreibt „f.“ mit Punkt.`,
    )
  },
)

test('of several questions each reads the letter so', async () => {
  const { readings } = await understoodOf('Wann gilt § 4 f MusterG? Wie lange gilt § 5 MusterG?', 'in_force')
  expect(readings.flat()).toEqual([
    ['§ 4f', undefined],
    ['§ 5', undefined],
  ])
})

test.each<[string, NormState]>([
  ['Wann gelten § 4 f. MusterG?', 'in_force'],
  ['Wann gelten § 4 f MusterG?', 'unknown'],
  ['Wann gelten § 4 f MusterG?', 'not_in_force'],
])('%s (§ 4f: %s) means the norm and the next one', async (text, letter) => {
  const { readings, notices } = await understoodOf(text, letter)
  expect(readings).toEqual([[['§ 4', 'f']]])
  expect(notices.join()).not.toContain('§ 4f')
})
