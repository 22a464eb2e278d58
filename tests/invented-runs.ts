import type { AnswerRecord } from '../eval/run/answer-record.ts'
import { parseReferenceCases } from '../eval/reference/parse-reference-cases.ts'
import type { Metric } from '../eval/score/metric.ts'
import type { ScoredRun } from '../eval/score/scored-run.ts'
import { toDay } from '../src/law/day.ts'

export const rightMetric: Metric = {
  id: 'right',
  title: 'Richtig',
  group: 'content',
  better: 'higher',
  scale: 'share',
  unit: '',
  headline: true,
}
export const lengthMetric: Metric = {
  id: 'words',
  title: 'Länge',
  group: 'form',
  better: 'lower',
  scale: 'mean',
  unit: 'Wörter',
  headline: false,
}
export const judgeMetric: Metric = { ...rightMetric, id: 'judged', title: 'Urteil', group: 'judge', headline: false }

/** A scored run of invented questions: one figure each of `right`, and twenty words more a question. */
export function inventedRun(system: string, right: number[], options: Partial<ScoredRun> = {}): ScoredRun {
  const ids = right.map((_, place) => `mu-${String(place + 1).padStart(3, '0')}`)
  const cases = parseReferenceCases(
    ids
      .map((id) =>
        JSON.stringify({
          id,
          question: `Wie viele <Musterstempel> braucht Bescheid ${id}?`,
          as_of: '2025-01-01',
          topic: `Stempel ${id}`,
          gold: [{ law: 'demo_musterg', norm: '§ 1', para: '1', essential: true }],
          key_points: ['Drei Stempel sind nötig.'],
        }),
      )
      .join('\n'),
  )
  return {
    name: `${system}-2026`,
    facts: {
      system,
      kind: 'imported',
      model: null,
      promptHash: null,
      set: 'muster.jsonl',
      setSha256: 'a'.repeat(64),
      cases: right.length,
      repeats: 1,
      seed: 1,
      style: 'short',
      corpusState: null,
      revision: null,
      startedAt: '2026-11-24T10:00:00.000Z',
    },
    cases,
    answers: ids.map((id) => inventedAnswer(id)),
    questions: ids.map((caseId, place) => ({
      caseId,
      cluster: `Stempel ${caseId}`,
      slices: ['Art: direct'],
      weight: 1,
      scores: { right: right[place] ?? null, words: 20 * (place + 1), judged: 1 },
    })),
    metrics: [rightMetric, lengthMetric],
    judge: 'none',
    ...options,
  }
}

function inventedAnswer(caseId: string): AnswerRecord {
  return {
    caseId,
    repeat: 1,
    asOf: toDay('2025-01-01'),
    status: 'answered',
    answer: 'Drei Stempel <b>sind</b> nötig.',
    sentences: [{ text: 'Drei Stempel sind nötig.', sources: [0] }],
    sources: [
      {
        written: '§ 1 Abs. 1 MusterG',
        documentId: 'gii:demo_musterg',
        norm: '§ 1',
        paragraph: '1',
        quote: 'Drei Stempel sind nötig.',
        exists: true,
        inForce: true,
        verbatim: false,
      },
    ],
    references: [],
    retrieved: null,
    refusalReason: null,
    firstEventMs: null,
    totalMs: null,
    tokens: null,
    error: null,
    raw: null,
  }
}
