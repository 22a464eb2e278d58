import type { AnswerJson } from '../../../src/law/answer-json.ts'
import type { Hit } from '../../../src/law/hit.ts'
import type { AnswerRecord } from '../answer-record.ts'
import type { GivenAnswer } from './system.ts'

/** Times of one answer, in milliseconds; `firstEventMs` null where only the whole answer was waited for. */
export interface AnswerTimes {
  firstEventMs: number | null
  totalMs: number
}

/** An answer of ours, asked in process or through the API, as every system's answers are scored. */
export function givenByFundstelle(answer: AnswerJson, hits: Hit[], times: AnswerTimes): GivenAnswer {
  const places = new Map(answer.citations.map(({ number }, place) => [number, place]))
  return {
    ...times,
    status: answer.abstention ? 'refused' : 'answered',
    answer: answer.answer,
    refusalReason: answer.abstention?.reason ?? null,
    sentences: answer.claims.map(({ text, citations }) => ({
      text,
      sources: citations.flatMap((number) => places.get(number) ?? []),
    })),
    sources: answer.citations.map(({ label, document, norm, paragraph, quote }) => ({
      written: label,
      named: { documentId: document.id, norm, paragraph },
      quote,
    })),
    retrieved: hits.map(asRetrieved),
    tokens: null,
    raw: answer,
  }
}

function asRetrieved({ document, norm, paragraph, text }: Hit): NonNullable<AnswerRecord['retrieved']>[number] {
  return { documentId: document.id, norm, paragraph, text }
}
