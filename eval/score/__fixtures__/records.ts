import { referenceCaseSchema, type ReferenceCase } from '../../reference/reference-case.ts'
import { answerRecordSchema, type AnswerRecord, type AnswerSource } from '../../run/answer-record.ts'

/** A run of an invented system on one question. */
export const facts = {
  system: 'erfunden',
  kind: 'imported' as const,
  model: null,
  promptHash: null,
  set: 'mond.jsonl',
  setSha256: '',
  cases: 1,
  repeats: 1,
  seed: 1,
  style: 'full',
  corpusState: null,
  revision: null,
  startedAt: '2026-11-24T00:00:00Z',
}

/** A question about invented law; what a test does not say is as harmless as it can be. */
export function aCase(fields: Partial<Record<keyof ReferenceCase, unknown>> = {}): ReferenceCase {
  return referenceCaseSchema.parse({
    id: 'q-1',
    question: 'Wie lange gilt die Mondkarte?',
    as_of: '2025-03-05',
    topic: 'Mondkarte',
    gold: [gold('§ 1', '1')],
    ...fields,
  })
}

export function gold(norm: string, para: string | null, quote?: string, essential = true) {
  return { law: 'mondg', norm, para, essential, ...(quote === undefined ? {} : { quote }) }
}

export function anAnswer(fields: Partial<AnswerRecord> | Record<string, unknown> = {}): AnswerRecord {
  return answerRecordSchema.parse({
    caseId: 'q-1',
    repeat: 1,
    asOf: '2025-03-05',
    status: 'answered',
    answer: 'Die Mondkarte gilt zwei Jahre.',
    sentences: [],
    sources: [],
    references: [],
    retrieved: null,
    refusalReason: null,
    firstEventMs: null,
    totalMs: null,
    tokens: null,
    error: null,
    raw: null,
    ...fields,
  })
}

export function source(norm: string, paragraph: string | null, quote: string | null = null): AnswerSource {
  return {
    written: norm,
    documentId: 'gii:mondg',
    norm,
    paragraph,
    quote,
    exists: true,
    inForce: true,
    verbatim: quote === null ? null : true,
  }
}

export function found(norm: string, paragraph: string | null, text = '') {
  return { documentId: 'gii:mondg', norm, paragraph, text }
}
