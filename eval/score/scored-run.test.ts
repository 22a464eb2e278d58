import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import { aCase, anAnswer, facts, found, gold, source } from './__fixtures__/records.ts'
import { metrics } from './metrics.ts'
import { scoreRun } from './scored-run.ts'

const run = (cases: ReferenceCase[], answers: AnswerRecord[]) => scoreRun({ name: 'probe', facts, cases, answers })
const scoresOf = (reference: ReferenceCase, ...answers: AnswerRecord[]) =>
  run([reference], answers).questions[0]?.scores

const reference = aCase({
  gold: [gold('§ 1', '1', 'Die Mondkarte wird für zwei Jahre erteilt')],
  key_points: ['Die Mondkarte wird für zwei Jahre erteilt.', 'Zuständig ist das Mondamt.'],
  forbidden: ['Die Mondkarte wird für zehn Jahre erteilt.'],
})
const quoted = source('§ 1', '1', 'Die Mondkarte wird für zwei Jahre erteilt.')
const right = anAnswer({
  answer: 'Die Mondkarte wird für zwei Jahre erteilt. Zuständig ist dafür das Mondamt.',
  sentences: [
    { text: 'Die Mondkarte wird für zwei Jahre erteilt.', sources: [0] },
    { text: 'Zuständig ist dafür das Mondamt.', sources: [1] },
  ],
  sources: [quoted, source('§ 1', '1', 'Zuständig ist das Mondamt.')],
  retrieved: [found('§ 1', '1', 'Die Mondkarte wird für zwei Jahre erteilt.')],
})

test('a perfect answer has 1 in every figure that is better higher and 0 in every one of errors', () => {
  const { questions, metrics: known } = run([reference], [right])
  const [question] = questions
  expect(question?.outcomes).toEqual(['accurate'])
  for (const { id, better, unit, group } of known) {
    if (unit !== '' || group === 'cost' || id === 'citation_quote_precision') continue
    expect([id, question?.scores[id]]).toEqual([id, better === 'higher' ? 1 : 0])
  }
})

test('every figure has a title, and only figures that some question has are listed', () => {
  expect(new Set(metrics.map(({ id }) => id)).size).toBe(metrics.length)
  const scored = scoreRun({ name: 'probe', facts, cases: [reference], answers: [right] })
  const ids = metrics.map(({ id }) => id)
  for (const id of Object.keys(scored.questions[0]?.scores ?? {})) expect(ids).toContain(id)
  expect(scored.metrics.map(({ id }) => id)).not.toContain('refusal_right')
  expect(scored.judge).toBe('none')
})

test('repeats are averaged within the question, and how far they agree is a figure of its own', () => {
  // Its one sentence states the first of the two key points.
  const other = { ...anAnswer({ sources: [source('§ 5', '1')] }), repeat: 2 }
  const scores = scoresOf(reference, right, other)
  expect(scores).toMatchObject({
    citation_recall: 0.5,
    key_points_covered: 0.75,
    consistency_jaccard: 0,
    consistency_identical: 0,
  })
  const partly = { ...anAnswer({ sources: [source('§ 1', '1'), source('§ 5', '1')] }), repeat: 3 }
  // Pairs: {1}{5} 0, {1}{1,5} 1/2, {5}{1,5} 1/2.
  expect(scoresOf(reference, right, other, partly)?.['consistency_jaccard']).toBeCloseTo(1 / 3, 12)
})

describe('refusing', () => {
  const refused = anAnswer({ status: 'refused', answer: 'Das steht nicht in der Sammlung.' })
  const unanswerable = aCase({ answerable: false, gold: [] })

  test('is right where the collection holds no answer, needless where it does', () => {
    expect(scoresOf(unanswerable, refused)).toMatchObject({
      refusal_right: 1,
      refusal_missed: 0,
      refusal_needless: null,
    })
    expect(scoresOf(unanswerable, right)).toMatchObject({ refusal_right: 0, refusal_missed: 1 })
    expect(scoresOf(reference, refused)).toMatchObject({ refusal_needless: 1, refusal_right: null })
  })

  test('leaves the reader with nothing: it does not raise the mean of what answers give', () => {
    expect(scoresOf(reference, refused)).toMatchObject({
      key_points_covered: 0,
      citation_recall: 0,
      outcome_accurate: 0,
      outcome_hallucinated: 0,
    })
  })

  test('is not a failure, and a failure is no refusal', () => {
    const failed = anAnswer({ status: 'failed', answer: '', error: 'Zeit abgelaufen' })
    expect(scoresOf(unanswerable, failed)).toMatchObject({ refusal_right: 0, refusal_missed: 0, failed: 1 })
  })
})

describe('an outcome by rules', () => {
  const outcomeOf = (fields: Partial<AnswerRecord>) =>
    run([reference], [{ ...right, ...fields }]).questions[0]?.outcomes

  test.each<[string, Partial<AnswerRecord>]>([
    ['an invented place', { sources: [{ ...quoted, exists: false, documentId: null }] }],
    ['a place that was not in force', { sources: [{ ...quoted, inForce: false }] }],
    ['a quote that is none', { sources: [{ ...quoted, verbatim: false }] }],
    ['a forbidden claim', { sentences: [{ text: 'Die Mondkarte wird für zehn Jahre erteilt.', sources: [0] }] }],
    [
      'a key point with another number',
      { sentences: [{ text: 'Die Mondkarte wird für vier Jahre erteilt.', sources: [0] }] },
    ],
  ])('is hallucinated with %s', (_name, fields) => {
    expect(outcomeOf(fields)).toEqual(['hallucinated'])
  })

  test('is incomplete where a key point or the norm is missing', () => {
    expect(outcomeOf({ sentences: right.sentences.slice(0, 1) })).toEqual(['incomplete'])
    expect(outcomeOf({ sources: [], sentences: right.sentences.map(({ text }) => ({ text, sources: [] })) })).toEqual([
      'incomplete',
    ])
  })
})

test('an expert’s answer without key points is a figure of its own, never mixed with key points', () => {
  const expert = aCase({
    gold: [],
    reference_answer: 'Guten Tag! Die Mondkarte wird für zwei Jahre erteilt. Sie ist beim Sternenamt zu beantragen.',
  })
  const scores = scoresOf(expert, right)
  expect(scores).toMatchObject({ expert_sentences_covered: 0.5, key_points_covered: null })
  expect(scores).not.toHaveProperty('citation_recall')
  expect(scoresOf(reference, right)).toMatchObject({ expert_sentences_covered: null })
})

describe('the same question of two days', () => {
  const early = aCase({
    ...reference,
    id: 'q-0',
    as_of: '2020-01-01',
    key_points: ['Die Mondkarte wird für vier Jahre erteilt.'],
  })
  const said = (years: string, caseId: string): AnswerRecord => ({
    ...right,
    caseId,
    sentences: [{ text: `Die Mondkarte wird für ${years} Jahre erteilt. Zuständig ist das Mondamt.`, sources: [0] }],
  })
  const pairOf = (...answers: AnswerRecord[]) =>
    run([reference, early], answers).questions.map(({ scores }) => scores['point_in_time_pairs'])

  test('counts once, at the earlier day, and only where both answers are right', () => {
    expect(pairOf(said('vier', 'q-0'), said('zwei', 'q-1'))).toEqual([null, 1])
    expect(pairOf(said('zwei', 'q-0'), said('zwei', 'q-1'))).toEqual([null, 0])
  })

  test('share a cluster, with or without a topic', () => {
    const untitled = [reference, early].map((one) => ({ ...one, topic: 'ohne Thema' }))
    const clusters = run(untitled, [said('vier', 'q-0'), said('zwei', 'q-1')]).questions.map(({ cluster }) => cluster)
    expect(new Set(clusters).size).toBe(1)
    const other = { ...untitled[0], id: 'q-2', question: 'Wer führt das Kraterregister?' } as ReferenceCase
    expect(run([...untitled, other], [said('zwei', 'q-1'), said('zwei', 'q-2')]).questions[1]?.cluster).not.toBe(
      clusters[0],
    )
  })
})

test('a slice is a kind, a style, a tag, or a topic of at least five questions', () => {
  const cases = Array.from({ length: 5 }, (_, at) => aCase({ id: `q-${at}`, question: `Frage ${at}?`, topic: 'Mond' }))
  const [first] = run(
    [aCase({ id: 'x', kind: 'deadline', style: 'typo', tags: ['Frist'], topic: 'Stern' }), ...cases],
    [anAnswer({ caseId: 'x' }), anAnswer({ caseId: 'q-3' })],
  ).questions
  expect(first?.slices).toEqual(['Art: deadline', 'Stil: typo', 'Schlagwort: Frist'])
  const [, second] = run(
    [aCase({ id: 'x' }), ...cases],
    [anAnswer({ caseId: 'x' }), anAnswer({ caseId: 'q-3' })],
  ).questions
  expect(second?.slices).toEqual(['Thema: Mond'])
})

test('the order of sentences and sources does not matter to content and citations', () => {
  const texts = [
    'Die Mondkarte wird für zwei Jahre erteilt.',
    'Das Amt ist montags geschlossen.',
    'Zuständig ist das Mondamt.',
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }), (order) => {
      const sentences = order.map((at) => ({ text: texts[at] ?? '', sources: [] }))
      const scores = scoresOf(reference, { ...right, sentences, sources: right.sources.toReversed() })
      expect(scores).toMatchObject({ key_points_covered: 1, citation_precision: 1, forbidden_present: 0 })
    }),
    { numRuns: 6 },
  )
})
