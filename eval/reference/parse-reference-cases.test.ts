import { describe, expect, test } from 'vitest'
import { parseReferenceCases } from './parse-reference-cases.ts'
import { ReferenceSetError } from './reference-set-error.ts'

const question = {
  id: 'mu-001',
  question: 'Wie viele Musterstempel braucht der Musterbescheid?',
  as_of: '2024-02-29',
  kind: 'direct',
  style: 'formal',
  topic: 'Musterstempel',
  answerable: true,
  gold: [{ law: 'demo_musterstempelg', norm: '§ 1', para: '2', essential: true }],
  key_points: [],
  forbidden: [],
}
const lines = (...questions: object[]) => questions.map((one) => `${JSON.stringify(one)}\n`).join('')

describe('a reference set is one question a line', () => {
  test('questions come in the order of the file, with fields we do not know kept', () => {
    const text = lines({ ...question, note: 'erfunden' }, { ...question, id: 'mu-002' })
    expect(parseReferenceCases(text)).toEqual([
      { ...question, note: 'erfunden' },
      { ...question, id: 'mu-002' },
    ])
  })

  test('a gold norm may carry its quote', () => {
    const gold = [{ ...question.gold[0], quote: 'Drei Musterstempel genügen.' }]
    expect(parseReferenceCases(lines({ ...question, gold }))[0]?.gold).toEqual(gold)
  })

  test('a row of an office’s list is enough: question, expert’s answer and sources in free text', () => {
    const row = { id: 'Nr_7', question: 'Wie viele?', as_of: '2024-02-29', sources: ['§ 1 Abs. 2 MusterstempelG'] }
    expect(parseReferenceCases(lines({ ...row, reference_answer: 'Drei.' }))).toMatchObject([
      { ...row, kind: 'unspecified', answerable: true, gold: [] },
    ])
  })

  test.each([
    ['broken JSON', '{"id": "mu-001"', 1, /Zeile 1/],
    ['a day that does not exist', lines({ ...question, as_of: '2023-02-29' }), 1, /as_of/],
    ['an unknown style', lines(question, { ...question, id: 'mu-002', style: 'gereimt' }), 2, /style/],
    ['an id twice', lines(question, question), 2, /mu-001 kommt schon vor/],
    ['an answerable question with nothing to measure by', lines({ ...question, gold: [] }), 1, /zu messen/],
    ['an unanswerable one with such a norm', lines({ ...question, answerable: false }), 1, /widersprechen/],
  ])('%s is refused with the line and what to look up', (_, text, line, message) => {
    const refuse = () => parseReferenceCases(text)
    expect(refuse).toThrow(ReferenceSetError)
    expect(refuse).toThrow(message)
    expect(refuse).toThrow(expect.objectContaining({ line, message: expect.stringContaining('README.md') }))
  })
})
