import type { Conflict, Correction } from './contradiction.ts'
import type { Day } from './day.ts'
import type { DocumentKind, DocumentSummary, ValidBasis } from './document.ts'
import type { Rewritten } from './earlier-question.ts'
import type { Flag } from './flag.ts'
import type { MendedWord } from './mended-word.ts'
import type { RankedPassage } from './passage.ts'
import type { Reference } from './reference.ts'
import type { Span } from './document-text.ts'
import type { DayMention, PersonMention, QuestionPart, TitleMention, Understood } from './understood.ts'
import type { SourceStand } from './source-stand.ts'

export const answerStyles = ['short', 'full', 'vermerk', 'einfache_sprache'] as const
export type AnswerStyle = (typeof answerStyles)[number]

export const claimRoles = ['rule', 'exception', 'consequence', 'procedure', 'deadline'] as const
export type ClaimRole = (typeof claimRoles)[number]

/** What the question says of a requirement. Nobody decides by it: what is not told is unknown, not missing. */
export const checklistStates = ['given', 'not_given', 'unknown'] as const
export type ChecklistState = (typeof checklistStates)[number]

export const removalReasons = [
  'unknown_id',
  'quote_not_found',
  'not_in_force',
  'number_not_in_source',
  'date_not_in_source',
  'reference_not_found',
  'modality',
  'negation',
  'not_entailed',
  'malformed',
] as const
export type RemovalReason = (typeof removalReasons)[number]

export const abstentionReasons = [
  'no_evidence',
  'not_in_force',
  'other_territory',
  'out_of_scope',
  'needs_facts',
  'conflict',
] as const
export type AbstentionReason = (typeof abstentionReasons)[number]

/** What a person asks. `asOf` and `territory` filter before anything is ranked. */
export interface Question {
  text: string
  asOf: Day
  territory: string
  style: AnswerStyle
  /** Null: all kinds. */
  kinds: DocumentKind[] | null
  /** Where `text` is a follow-up written out: what was typed, and the answer it follows up. */
  followUp?: { from: string | null; asked: string }
}

/** A law the question or a sentence may name, with every name it goes by. */
export interface LawName {
  documentId: string
  abbreviation: string
  names: string[]
}

/** A reference whose law is known here; `documentId` null: the law is not in the collection, or none was named. */
export interface ResolvedReference extends Reference {
  documentId: string | null
}

/** Kinds of document that a question asks for rather than the law, and how they are called. */
export interface WantedSource {
  kinds: DocumentKind[]
  name: string
}

/** Why what was found may not answer a question. */
export interface Doubt {
  reason: AbstentionReason
  /** German sentence that says what is missing and what to do. */
  message: string
  /** True: no model is asked. False: an extract is not shown, but a model may word what the verifier then holds. */
  isClear: boolean
  /** What to show instead of the passages found; absent: those. */
  nearest?: RankedPassage[]
}

/** A question as understood: what is asked, deterministic, before anything is looked up. */
export interface Inquiry {
  question: Question
  references: ResolvedReference[]
  /** Laws named in the question, with or without a paragraph. */
  documentIds: string[]
  /** Runs of words that can be the Aktenzeichen of a decree. */
  fileNumbers: string[]
  /** Null where it asks what the law says. */
  wanted: WantedSource | null
  /** True where nothing is left to search for once these names and empty words are taken out: `§ 18g AufenthG`. */
  namesOnly: boolean
  /** The law's words for what the question says in the office's words. */
  meanings: string[]
  /** Facts of the question, to show and to warn by. They narrow nothing: what they say may be said wrongly. */
  days: DayMention[]
  persons: PersonMention[]
  titles: TitleMention[]
  parts: QuestionPart[]
  /** True where the question tells of somebody's case, not of the law alone. */
  isCase: boolean
  /** Where this is one of several questions asked at once: its own words alone, and the whole text. Else null. */
  part: { own: Inquiry; of: string } | null
  /** Search sentences of a model, where one is asked; words are searched for, nothing else. */
  added: string[]
  /** Mistyped words with those they were also searched for as, to show. Each search finds them for itself. */
  mended: MendedWord[]
  /** The question with its dates blanked out, for searching by words. */
  searchText: string
  /** Set once passages were found; null before, and where nothing speaks against an answer. */
  doubt: Doubt | null
}

/** One sentence offered to the model, under an id it may choose (`E1` …). */
export interface Evidence {
  id: string
  passage: RankedPassage
  /** Number of the Satz within its Absatz. */
  sentence: number
  /** Offsets in the norm's canonical text. */
  span: Span
  text: string
  /** Where it is one item of a list in the sentence: its Nummer. */
  item?: string
}

/** A sentence as the model worded it, with the ids it chose. Nothing in it is trusted. */
export interface DraftClaim {
  text: string
  role: ClaimRole
  evidenceIds: string[]
}

/** A requirement as a model worded it, with what it takes from the question. Nothing in it is trusted. */
export interface DraftRequirement {
  text: string
  evidenceIds: string[]
  state: ChecklistState
  /** Words it copied from the question. */
  fact: string | null
}

/** Unverified. Cannot be sent: only `verify` makes the `VerifiedDraft` an answer is built from. */
export interface Draft {
  claims: DraftClaim[]
  /** Parts of the question left unanswered. */
  open: string[]
  /** Pieces of the model's output that could not be read as claims. */
  malformed: string[]
  /** Requirements of the case the question tells; absent where it tells none. */
  checklist?: DraftRequirement[]
}

export interface VerifiedClaim {
  text: string
  role: ClaimRole
  evidence: Evidence[]
  supports: 'rule' | 'model' | 'not_checked'
  references: ProseReference[]
  /** Why it would be removed if the rule that objects to it were sure; null where none does. Only with `not_checked`. */
  objection: RemovalReason | null
  /** An exception of the cited Absatz that no claim speaks of; null where there is none. */
  leftOut: LeftOut | null
  /** The heading it stands under in an extract. */
  heading?: string
}

/** A requirement that holds like a claim, with what the question says of it. */
export interface VerifiedRequirement {
  claim: VerifiedClaim
  state: ChecklistState
  fact: string | null
}

/** An exception in the law's own words. Offsets are in the norm's canonical text. */
export interface LeftOut extends Span {
  passage: RankedPassage
  text: string
}

/** A reference found in the prose. Offsets are in the text it stands in. */
export interface ProseReference extends Span {
  text: string
  verdict: 'ok' | 'not_found' | 'not_checked'
  /** Null where it could not be checked, and for decisions, which are not in force. */
  inForce: boolean | null
}

export interface RemovedClaim {
  text: string
  reason: RemovalReason
  /** German sentence for the reader: what was found wrong. */
  detail: string
}

declare const verified: unique symbol

/** A draft every claim of which was checked against the passages. Made by `verify`, narrowed by `applyVerdicts` alone. */
export interface VerifiedDraft {
  readonly [verified]: true
  claims: VerifiedClaim[]
  removed: RemovedClaim[]
  open: string[]
}

/** A verbatim quote, copied by the server from the stored version by offsets. */
export interface Citation extends Span {
  number: number
  document: DocumentSummary
  norm: string | null
  paragraph: string | null
  sentences: number[]
  label: string
  quote: string
  /** SHA-256 of the norm's canonical text, the text in which `start` and `end` count UTF-16 code units. */
  sha256: string
  passageId: string
  normKey: string
  validFrom: Day
  validTo: Day | null
  validBasis: ValidBasis
  url: string
  urlShows: 'this_version' | 'current_version'
  /** What to check before a decree is applied; absent where there is nothing, and in answers stored before there were flags. */
  flags?: Flag[]
}

export interface AnswerClaim {
  text: string
  role: ClaimRole
  citations: number[]
  exists: boolean
  supports: 'rule' | 'model' | 'not_checked'
  /** In an extract the German heading it stands under; shown where it differs from the one before. */
  heading?: string
}

/** One of several questions asked at once, with what answers it. */
export interface AnswerPart {
  /** Its own words; empty once the question is forgotten. */
  question: string
  /** Places in the answer's `claims`, from 0. A claim may answer two questions. */
  claims: number[]
  /** Why it has no claims; null where it has. */
  abstention: { reason: AbstentionReason; message: string } | null
}

/** A requirement of the law and what the question says of it. No decision. */
export interface ChecklistItem {
  requirement: string
  citations: number[]
  state: ChecklistState
  /** Verbatim piece of the question; null where the state is unknown or the question is forgotten. */
  fact: string | null
}

/** Shape of `POST /v1/questions`; fields may be added, never renamed (contracts.md). */
export interface Answer {
  id: string
  question: string
  /** How a follow-up was understood; null: the question stands by itself, or its words are forgotten. */
  rewritten: Rewritten | null
  asOf: Day
  territory: string
  style: AnswerStyle
  mode: 'llm' | 'extractive' | 'abstained'
  model: { name: string; promptHash: string } | null
  /** Why no model worded the answer (none set up, failed, or nothing it wrote held); null where one did. German. */
  fallback: string | null
  /** The model that said which claims the cited sentences carry; null where none did. A classifier has no prompt. */
  checker: { name: string; promptHash: string | null } | null
  answer: string
  claims: AnswerClaim[]
  /** Each question by itself, where several were asked at once; else empty. */
  parts: AnswerPart[]
  /** Where the question tells a case: what the law asks for, and what is told of it. */
  checklist: ChecklistItem[]
  citations: Citation[]
  references: ProseReference[]
  removed: RemovedClaim[]
  open: string[]
  conflicts: Conflict[]
  /** Made of the question's words: forgotten with them. */
  corrections: Correction[]
  abstention: { reason: AbstentionReason; message: string; nearest: RankedPassage[] } | null
  /** German sentences the reader must see: an assumed text, an invented collection, a link that shows another version. */
  notices: string[]
  /** Null once the question's words are forgotten. */
  understood: Understood | null
  /** `stand`: of each source that is cited; records made before there was one do not have it. */
  sources: { corpusState: string; freshest: Day | null; stand?: SourceStand[] }
  createdAt: string
}
