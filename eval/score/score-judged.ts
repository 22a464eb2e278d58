import type { PointsLine } from '../judge/judge-line.ts'
import { pointsKey, statementsOf } from '../judge/statements.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import type { Scores } from './metric.ts'
import { figure, shareOf } from './scorer.ts'

type Judged = PointsLine['verdicts'][number]

/**
 * What a judge made of an answer. J1 strict = key points supported ÷ key points; lenient gives half for partly (TREC RAG
 * 2024). J3 by the judge in two: a key point contradicted, a forbidden claim made. An expert's sentences apart. A reply that
 * could not be read stays in every denominator as not supported, and is counted for itself. What was not answered was not
 * judged and has 0. Null for an answer the judge was not asked about, or that was changed since.
 */
export function scoreJudged(lines: PointsLine[], reference: ReferenceCase, answer: AnswerRecord): Scores {
  if (!reference.answerable || lines.length === 0) return {}
  if (answer.status !== 'answered') return unanswered(reference)
  const line = lines.find((each) => each.key === pointsKey(each, reference, answer))
  if (!line) return {}
  const [points, expert, forbidden] = [
    ofSort(line, 'key_point'),
    ofSort(line, 'expert_sentence'),
    ofSort(line, 'forbidden'),
  ]
  return {
    judge_key_points: shareOf(points, isSupported),
    judge_key_points_lenient: lenient(points),
    judge_contradicted: points.length === 0 ? null : figure(points.some(({ verdict }) => verdict === 'contradicted')),
    judge_forbidden: forbidden.length === 0 ? null : figure(forbidden.some(isSupported)),
    judge_expert_sentences: shareOf(expert, isSupported),
    judge_unreadable: shareOf(line.verdicts, ({ verdict }) => verdict === 'unreadable'),
  }
}

function unanswered(reference: ReferenceCase): Scores {
  const has = (sort: Judged['sort']) => (statementsOf(reference).some((each) => each.sort === sort) ? 0 : null)
  return {
    judge_key_points: has('key_point'),
    judge_key_points_lenient: has('key_point'),
    judge_expert_sentences: has('expert_sentence'),
  }
}

function ofSort({ verdicts }: PointsLine, sort: Judged['sort']): Judged[] {
  return verdicts.filter((each) => each.sort === sort)
}

function isSupported({ verdict }: Judged): boolean {
  return verdict === 'supported'
}

function lenient(points: Judged[]): number | null {
  const [full, half] = [shareOf(points, isSupported), shareOf(points, ({ verdict }) => verdict === 'partly')]
  return full === null || half === null ? null : full + half / 2
}
