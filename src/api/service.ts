import type { TextToCheck } from '../answer/check-text.ts'
import type { Absence } from '../law/absence.ts'
import type { AnswerEvent } from '../law/answer-event.ts'
import type { Answer, LawName, Question } from '../law/answer.ts'
import type { ChangedAnswer, ChangedCount } from '../law/changed-answer.ts'
import type { CheckedText } from '../law/checked-text.ts'
import type { Day } from '../law/day.ts'
import type { DecreesToCheck } from '../law/decrees-to-check.ts'
import type { Document, DocumentKind } from '../law/document.ts'
import type { EarlierQuestion } from '../law/earlier-question.ts'
import type { Feedback } from '../law/feedback.ts'
import type { DocumentHistory, EmbeddingState, NormLookup, NormPeriod, SourceState } from '../law/library.ts'
import type { RankedPassage } from '../law/passage.ts'
import type { Recheck } from '../law/recheck.ts'
import type { Upkeep } from '../law/upkeep.ts'
import type { OutlineStep } from '../law/document-text.ts'

/** What the API needs of the house, handed in by the wiring. A broken database throws; "not there" is a value. */
export interface Service {
  /**
   * Answers and stores the record under `owner`. `onEvent` hears of passages and claims as they are ready; `signal`
   * ends the work, and then the promise rejects.
   */
  ask(asking: Asking): Promise<Answer>
  /** Null where there is no such answer, or where it is another's: the two cannot be told apart. */
  findAnswer(id: string, owner: string): Promise<Answer | null>
  /** Whether an answer still holds on a day. Its record stays as it is. */
  recheck(answer: Answer, asOf: Day): Promise<Recheck>
  /** The owner's answers that stand on places which read otherwise on this day than as cited; the newest, newest first. */
  changedAnswers(owner: string, today: Day): Promise<ChangedAnswer[]>
  countChangedAnswers(today: Day): Promise<ChangedCount>
  /** Kept without who said it. */
  saveFeedback(feedback: Feedback): Promise<void>
  search(query: SearchQuery): Promise<SearchResult>
  /** Every reference of a text somebody wrote, and whether the norms carry its sentences. Nothing is stored. */
  check(asked: TextToCheck): Promise<CheckedText>
  /** Documents ordered by id, those after `after`. */
  listDocuments(page: { after: string | null; limit: number }): Promise<Document[]>
  documentHistory(documentId: string): Promise<DocumentHistory | null>
  /** The norms of a document in force on a day, in the law's order; null where the document is unknown. */
  outline(documentId: string, day: Day): Promise<NormEntry[] | null>
  /** `norm` is the norm's name or key as the publisher has it (`§ 18g`). */
  findNorm(documentId: string, norm: string, day: Day): Promise<NormLookup>
  /** Oldest first; null where the document or the norm is unknown. */
  normPeriods(documentId: string, norm: string): Promise<NormPeriod[] | null>
  /** Every law of the collection with the names it goes by; of several with one name, the one meant that day first. */
  lawNames(day: Day): Promise<LawName[]>
  /** Decrees somebody should look at on a day, and what they say of others without effect. */
  decreesToCheck(day: Day): Promise<DecreesToCheck>
  sources(): Promise<SourceState[]>
  embedding(): Promise<EmbeddingState>
  corpus(): Promise<CorpusState>
  /** What staff sees of keeping the collection current and whole. */
  upkeep: Upkeep
  readiness(): Readiness
  /** The model that words answers; null: answers are extracts. */
  model(): { name: string } | null
}

export interface Asking {
  question: Question
  owner: string
  onEvent: (event: AnswerEvent) => void
  signal: AbortSignal
  /** The question this one follows up, or that stands before it in a conversation. */
  earlier?: EarlierQuestion | null
}

export interface SearchQuery {
  text: string
  asOf: Day
  territory: string
  /** Null: all kinds. */
  kinds: DocumentKind[] | null
  limit: number
}

/** What a search found, and what its words name in vain. */
export interface SearchResult {
  /** Best first. */
  passages: RankedPassage[]
  absences: Absence[]
}

export interface NormEntry {
  key: string
  norm: string | null
  label: string
  heading: string | null
  outline: OutlineStep[]
  repealed: boolean
}

interface CorpusState {
  /** Changes whenever anything answers are made of changes. */
  corpusState: string
  freshest: Day | null
  /** True where the collection is the bundled, invented one. */
  invented: boolean
}

export interface Readiness {
  ready: boolean
  progress: {
    /** German: what is being done. */
    step: string
    done: number
    /** Null while it is not known how much there is. */
    total: number | null
  }
}
