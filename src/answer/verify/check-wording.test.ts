import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { Evidence } from '../../law/answer.ts'
import { checkWording } from './check-wording.ts'

/** The verdict on a claim that cites one invented sentence. */
function judge(text: string, sentence: string): string {
  const passage = buildPassage({ sentences: [sentence] })
  const { start, end } = passage
  const evidence: Evidence = { id: 'E1', passage, sentence: 1, span: { start, end }, text: sentence }
  return checkWording({ text, evidence: [evidence], passages: [passage] })?.reason ?? 'kept'
}

const card = 'Die Gastkarte nach Absatz 2 Satz 1 kann bis zum 31. März verlängert werden, wenn Haus und Hof zustimmen.'

describe('a claim that repeats a sentence repeats the words that turn it', () => {
  test.each([
    ['Die Gastkarte nach Absatz 3 Satz 1 kann bis zum 31. März verlängert werden.', card, 'number_not_in_source'],
    ['Die Gastkarte nach Absatz 2 Satz 5 kann bis zum 31. März verlängert werden.', card, 'number_not_in_source'],
    ['Die Gastkarte nach Absatz 2 Satz 1 kann bis zum 5. März verlängert werden.', card, 'number_not_in_source'],
    ['Die Gastkarte nach Absatz 2 Satz 1 kann bis zum 31. Juli verlängert werden.', card, 'date_not_in_source'],
    ['Die Gastkarte nach Absatz 2 Satz 1 muss bis zum 31. März verlängert werden.', card, 'modality'],
    ['Die Gastkarte nach Absatz 2 Satz 1 wird bis zum 31. März verlängert.', card, 'modality'],
    ['Die Gastkarte nach Absatz 2 Satz 1 kann bis zum 31. März nicht verlängert werden.', card, 'negation'],
    [card.replace('und', 'oder'), card, 'not_entailed'],
    ['Die Vereinbarung ist insoweit nicht unwirksam.', 'Die Vereinbarung ist insoweit unwirksam.', 'negation'],
    [
      'Nach § 3 Abs. 1 MusterG gilt: Der Gast kann das Haus verlassen.',
      'Der Gast soll das Haus verlassen.',
      'modality',
    ],
  ])('%s', (claim, sentence, verdict) => {
    expect(judge(claim, sentence)).toBe(verdict)
  })
})

describe('and may be worded otherwise where the meaning stays', () => {
  test.each([
    ['Die Gastkarte nach Abs. 2 Satz 1 kann bis zum 31. März verlängert werden (§ 1 Abs. 1 MusterG).', card],
    ['Nach § 1 Abs. 1 MusterG gilt: ' + card, card],
    ['Der Gast muss binnen 3 Tagen abreisen.', 'Der Gast muss binnen drei Tagen abreisen.'],
    ['Erlaubt sind bis zu vier Nächte im Haus.', 'Erlaubt sind bis zu vier Nächte, nicht mehr, im Haus.'],
    ['Der Gast muss am Abend abreisen.', 'Der Gast hat am Abend abzureisen.'],
    [
      'Gäste ohne Karte müssen bis zum Abend das Haus verlassen.',
      'Wer keine Karte hat, darf über Nacht nicht bleiben.',
    ],
  ])('%s', (claim, sentence) => {
    expect(judge(claim, sentence)).toBe('kept')
  })
})
