import { describe, expect, test } from 'vitest'
import { buildPassage } from '../../../tests/build-passage.ts'
import type { VerifiedDraft } from '../../law/answer.ts'
import { toDay } from '../../law/day.ts'
import { numberEvidence } from '../compose/number-evidence.ts'
import { noticesOnObjections } from '../notices-on-objections.ts'
import { verify } from './verify.ts'

const context = {
  asOf: toDay('2025-03-05'),
  register: [],
  lookup: () => 'not_checked' as const,
  ruling: () => ({ verdict: 'not_checked' as const, documentIds: [] }),
}

function verified(text: string, sentence: string): VerifiedDraft {
  const evidence = numberEvidence([buildPassage({ sentences: [sentence] })])
  return verify({ claims: [{ text, role: 'rule', evidenceIds: ['E1'] }], open: [], malformed: [] }, evidence, context)
}

/** `doubted: ` and the reason where a claim on one invented sentence stays with an objection; else its verdict. */
function judge(text: string, sentence: string): string {
  const { claims, removed } = verified(text, sentence)
  const objection = claims[0]?.objection
  return objection ? `doubted: ${objection}` : (removed[0]?.reason ?? claims[0]?.supports ?? 'lost')
}

const breakfast = 'Das Gästehaus kann dem Gast auf dessen Wunsch ein Frühstück servieren.'
const stamp = 'Bei der Abreise ist auf der Gastkarte das Datum der Abreise anzugeben.'
const notice = 'Der Gast hat seine Abreise spätestens zwei Wochen vor dem Abreisetag dem Gästehaus anzuzeigen.'
const silence = 'Im Lesesaal dürfen Gäste nach 22 Uhr keine Gespräche führen.'

describe('what a claim turns in the words of the law removes it', () => {
  test.each([
    ['Das Gästehaus muss dem Gast auf dessen Wunsch ein Frühstück servieren.', breakfast, 'modality'],
    ['Auf dessen Wunsch muss das Gästehaus dem Gast ein Frühstück servieren.', breakfast, 'modality'],
    ['Auf dessen Wunsch kann dem Gast das Gästehaus kein Frühstück servieren.', breakfast, 'negation'],
    ['Im Lesesaal dürfen Gäste nach 22 Uhr Gespräche führen.', silence, 'negation'],
    ['Nach 22 Uhr dürfen Gäste Gespräche im Lesesaal führen.', silence, 'negation'],
  ])('%s', (claim, sentence, verdict) => {
    expect(judge(claim, sentence)).toBe(verdict)
  })
})

describe('what it may turn in words of its own stays, with the objection, and never as checked by rule', () => {
  test.each([
    ['Bittet ein Gast darum, muss ihm das Gästehaus ein Frühstück bringen und servieren.', breakfast, 'modality'],
    ['Wünscht sich ein Gast ein Frühstück, so soll das Haus ihm eines bringen.', breakfast, 'modality'],
    ['Das Datum der Abreise muss die Gastkarte nicht nennen.', stamp, 'negation'],
    ['Seine Abreise muss der Gast höchstens zwei Wochen vorher dem Gästehaus melden.', notice, 'number_not_in_source'],
  ])('%s', (claim, sentence, reason) => {
    expect(judge(claim, sentence)).toBe(`doubted: ${reason}`)
    expect(verified(claim, sentence).claims[0]?.supports).toBe('not_checked')
  })
})

describe('what is true in words of its own is not objected to', () => {
  test.each([
    ['Wünscht sich ein Gast ein Frühstück, so darf das Haus ihm eines bringen.', breakfast],
    ['Ein Gast muss dem Gästehaus wenigstens 14 Tage vorher melden, dass er abreist.', notice],
    ['Nach 22 Uhr darf sich im Lesesaal kein Gast mehr unterhalten.', silence],
  ])('%s', (claim, sentence) => {
    expect(['rule', 'not_checked']).toContain(judge(claim, sentence))
  })
})

test('another number removes a claim, whatever else a rule is not sure of', () => {
  const claim = 'Seine Abreise muss der Gast nicht drei Wochen vorher dem Gästehaus melden.'
  expect(judge(claim, notice)).toBe('number_not_in_source')
})

test('the reader is told which claim is not confirmed, by which place, and in what', () => {
  const claim = 'Das Datum der Abreise muss die Gastkarte nicht nennen.'
  expect(noticesOnObjections(verified(claim, stamp).claims)).toEqual([
    'Bitte mit der Fundstelle (§ 1 Abs. 1 MusterG (erfunden)) vergleichen, nach Regeln nicht bestätigt ist, dass sie ' +
      `bejaht, was die Aussage bejaht, und verneint, was sie verneint: „${claim}“`,
  ])
  expect(noticesOnObjections(verified(stamp, stamp).claims)).toEqual([])
})
