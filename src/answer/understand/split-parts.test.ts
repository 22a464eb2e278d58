import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitParts } from './split-parts.ts'

const texts = (text: string) => splitParts(text).map((part) => part.text)

describe('the questions in a text', () => {
  test.each<[string, string, string[]]>([
    ['one question', 'Wie lange gilt die Gastkarte?', ['Wie lange gilt die Gastkarte?']],
    ['facts and one question', 'Er ist Student. Was gilt?', ['Er ist Student. Was gilt?']],
    ['no question at all', '  Gebühr Gastkarte ', ['Gebühr Gastkarte']],
    ['nothing', ' ', []],
    [
      'two marked ones',
      'Was kostet die Gastkarte? Wer stellt die Gastkarte aus?',
      ['Was kostet die Gastkarte?', 'Wer stellt die Gastkarte aus?'],
    ],
    [
      'two in small letters',
      'was kostet ne gastkarte? wer stellt gastkarten aus?',
      ['was kostet ne gastkarte?', 'wer stellt gastkarten aus?'],
    ],
    [
      'two without marks',
      'Was kostet die Gastkarte. Wer stellt die Gastkarte aus.',
      ['Was kostet die Gastkarte.', 'Wer stellt die Gastkarte aus.'],
    ],
    [
      'two joined in one sentence, the second leaning on the first',
      'Was kostet die Gastkarte und wie lange gilt sie dann?',
      ['Was kostet die Gastkarte', 'Was kostet die Gastkarte und wie lange gilt sie dann?'],
    ],
    ['a short rider', 'Braucht der Gast eine Karte? Und wie lange?', ['Braucht der Gast eine Karte? Und wie lange?']],
    ['a rider in the sentence', 'Braucht er eine Karte und wie lange?', ['Braucht er eine Karte und wie lange?']],
    [
      'a pair of question words',
      'Wer entscheidet hier darüber, ob und wie lange sie gilt?',
      ['Wer entscheidet hier darüber, ob und wie lange sie gilt?'],
    ],
    [
      'facts before the first belong to every part',
      'Der Gast ist 17. Braucht der Gast eine Karte? Was kostet die Karte heute?',
      ['Der Gast ist 17. Braucht der Gast eine Karte?', 'Der Gast ist 17. Was kostet die Karte heute?'],
    ],
    [
      'facts between belong to what follows, the last to what is before',
      'Braucht der Gast eine Karte? Das Kind ist drei. Braucht das Kind eine Karte? Die Karte ist weg.',
      [
        'Braucht der Gast eine Karte?',
        'Braucht der Gast eine Karte? Das Kind ist drei. Braucht das Kind eine Karte? Die Karte ist weg.',
      ],
    ],
    [
      'a numbered list',
      '1. Was kostet die Gastkarte?\n2. Wer stellt die Gastkarte aus?',
      ['1. Was kostet die Gastkarte?', '2. Wer stellt die Gastkarte aus?'],
    ],
    ['a condition is no question', 'Ist er Student, was gilt für ihn?', ['Ist er Student, was gilt für ihn?']],
  ])('%s', (_name, text, expected) => {
    expect(texts(text)).toEqual(expected)
  })
})

test('no word is lost, and every part says what it is made of', () => {
  const pieces = fc.constantFrom(
    'Der Gast ist 17. ',
    'Was kostet die Karte? ',
    'Und wie lange? ',
    ' und wann muss sie verlängert werden',
    '?',
    '\n',
    '1. ',
    'wer darf das',
    ', oder ',
    'Er ',
    'Abs. 2 ',
    '„Wie?“ ',
    ' ',
    'z. B. ',
    'ob und wie sie gilt? ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.string(), (list, noise) => {
      const text = list.join('') + noise
      const parts = splitParts(text)
      const spans = parts.flatMap(({ context, ...own }) => [...context, own])
      const lost = Array.from(text, (_, at) => at).filter(
        (at) => !spans.some(({ start, end }) => start <= at && at < end),
      )
      expect(
        lost
          .map((at) => text[at])
          .join('')
          .trim(),
      ).toBe('')
      for (const part of parts) expect(part.text).toContain(text.slice(part.start, part.end))
      for (const [at, part] of parts.entries()) expect(part.start).toBeGreaterThanOrEqual(parts[at - 1]?.end ?? 0)
    }),
    { numRuns: 400 },
  )
})
