import type { Day } from '../../../src/law/day.ts'
import type { AnswerRecord, RunFacts } from '../answer-record.ts'

/** What is asked of a system: no more than a caseworker would say. */
interface Asked {
  /** The question's name in the set, for answers that were given before. */
  id: string
  question: string
  asOf: Day
}

/** A source as a system gives it; what it names is looked up in the collection afterwards. */
export interface GivenSource {
  written: string
  /** Null: `written` alone says which. */
  named: { documentId: string; norm: string | null; paragraph: string | null } | null
  quote: string | null
}

/** What a system answered, before anything of it is held against the collection. */
export interface GivenAnswer extends Pick<
  AnswerRecord,
  'status' | 'answer' | 'retrieved' | 'refusalReason' | 'firstEventMs' | 'totalMs' | 'tokens' | 'raw'
> {
  sources: GivenSource[]
  /** Sentences with the places of their sources; null: the answer is prose, its sentences are found by rule. */
  sentences: AnswerRecord['sentences'] | null
}

/** Something that answers questions: ours, another service, a bare model. */
export interface System {
  facts: Pick<RunFacts, 'system' | 'kind' | 'model' | 'promptHash' | 'corpusState'>
  /** @throws an error with a German sentence where there is no answer; the record keeps it. */
  ask(asked: Asked, signal: AbortSignal): Promise<GivenAnswer>
}
