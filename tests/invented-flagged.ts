import type { Answer, Question } from '../src/law/answer.ts'
import { toDay } from '../src/law/day.ts'
import type { Flag } from '../src/law/flag.ts'
import { inventedAnswer } from './invented-service.ts'

/** The answer whose second place is of a decree that a change of the law has overtaken. */
export function inventedFlagged(question: Question): Answer {
  const answer = inventedAnswer(question)
  const flag: Flag = {
    kind: 'overtaken',
    message: 'Prüfen: § 2a MusterAufG wurde nach diesem Erlass (12.03.2023) am 01.03.2024 geändert.',
    documentId: 'demo:musteraufg',
    label: '§ 2a MusterAufG (erfunden)',
    changedOn: toDay('2024-03-01'),
    before: null,
    after: { validFrom: toDay('2024-03-01'), validTo: null },
  }
  return {
    ...answer,
    citations: answer.citations.map((each) => (each.number === 2 ? { ...each, flags: [flag] } : each)),
  }
}
