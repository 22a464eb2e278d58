import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import { expertSentences } from '../score/score-key-points.ts'
import { judgeKey, type PointsLine } from './judge-line.ts'

/** A statement the judge looks for in an answer. */
export type Statement = Omit<PointsLine['verdicts'][number], 'verdict'>

/** All statements of a question, those to be made and those not to be made, in an order that tells nothing of which is which. */
export function statementsOf(reference: ReferenceCase): Statement[] {
  if (!reference.answerable) return []
  const statements: Statement[] = [
    ...reference.key_points.map((statement) => ({ statement, sort: 'key_point' as const })),
    ...expertSentences(reference).map((statement) => ({ statement, sort: 'expert_sentence' as const })),
    ...reference.forbidden.map((statement) => ({ statement, sort: 'forbidden' as const })),
  ]
  const places = new Map(statements.map((each) => [each, judgeKey('', '', each.statement)]))
  return statements.toSorted((a, b) => ((places.get(a) ?? '') < (places.get(b) ?? '') ? -1 : 1))
}

/** The key under which a judge's verdicts on an answer are kept. */
export function pointsKey(
  { model, promptHash }: { model: string; promptHash: string },
  reference: ReferenceCase,
  answer: AnswerRecord,
): string {
  const statements = statementsOf(reference).map(({ statement }) => statement)
  return judgeKey(model, promptHash, [reference.question, statements, answer.answer])
}
