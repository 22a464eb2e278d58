import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Evidence } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import type { NormText } from '../../law/library.ts'
import type { Unit } from '../../law/document-text.ts'
import { listConditions } from './list-conditions.ts'

/** A norm of one Absatz whose lines that begin with a number are Nummern, and the given words of it as evidence. */
function read(text: string, words: string) {
  const sha256 = createHash('sha256').update(text).digest('hex')
  const nummern = [...text.matchAll(/^(\d)\. .*$/gm)].map(({ index, 0: line, 1: number = '' }): Unit => {
    return { kind: 'nummer', number, start: index, end: index + line.length }
  })
  const passage = buildPassage({ sentences: [text] })
  const norm: NormText = {
    ...passage,
    key: '§ 1',
    text,
    sha256,
    units: [{ kind: 'absatz', number: '1', start: 0, end: text.length }, ...nummern],
    tables: [],
    attachments: [],
    footnotes: [],
    passages: nummern.map(({ start, end, number }) => ({ id: `P${number}`, label: '', paragraph: '1', start, end })),
    sourceSha256: sha256,
    fetchedOn: toDay('2025-01-01'),
  }
  const start = text.indexOf(words)
  const span = { start, end: start + words.length }
  const evidence: Evidence = { id: 'E1', passage, sentence: 1, span, text: words }
  return listConditions([evidence], norm)
}

const list = 'Ein Gast erhält die Karte, wenn er\n1. volljährig ist und\n2. ein Zimmer hat.\nSie gilt drei Monate.'

describe('the conditions of a rule', () => {
  test.each([
    ['the sentence that lists them', 'Ein Gast erhält die Karte, wenn er\n1. volljährig ist und\n2. ein Zimmer hat.'],
    ['the words that lead in to them', 'Ein Gast erhält die Karte, wenn er'],
    ['one of them, where the list is cut into passages', '2. ein Zimmer hat.'],
  ])('are found from %s, all and word by word, each in its own passage', (_name, words) => {
    const { checklist, evidence } = read(list, words)
    expect(checklist).toEqual([
      { text: 'volljährig ist und', evidenceIds: ['E1N1'], state: 'unknown', fact: null },
      { text: 'ein Zimmer hat.', evidenceIds: ['E1N2'], state: 'unknown', fact: null },
    ])
    expect(evidence.map(({ passage, span, text }) => [passage.id, list.slice(span.start, span.end) === text])).toEqual([
      ['P1', true],
      ['P2', true],
    ])
  })

  test.each([
    ['a sentence behind the list', list, 'Sie gilt drei Monate.'],
    ['a list of what is no condition', 'Die Karte trägt\n1. den Namen,\n2. ein Bild.', '1. den Namen,'],
    [
      'a list whose condition stands in the sentence before',
      'Er ist Gast, wenn er bleibt. Als Karte gilt\n1. ein Heft,\n2. ein Blatt.',
      'Als Karte gilt',
    ],
    ['a single item', 'Es gilt nur, wenn er\n1. volljährig ist.', 'Es gilt nur, wenn er'],
  ])('are none for %s', (_name, text, words) => {
    expect(read(text, words)).toEqual({ checklist: [], evidence: [] })
  })
})
