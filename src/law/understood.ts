import type { Day } from './day.ts'
import type { Reference } from './reference.ts'
import type { Span } from './document-text.ts'

/** What a day in a question is the day of. German, since these words are shown as they are. */
export const dayRoles = [
  'Antrag',
  'Einreise',
  'Ausreise',
  'Geburt',
  'Bescheid',
  'Zustellung',
  'Erteilung',
  'Ablauf',
  'Eheschließung',
  'Trennung',
  'Beginn',
  'Abschluss',
  'Anmeldung',
  'Urteil',
  'Rechtslage',
] as const
export type DayRole = (typeof dayRoles)[number]

/**
 * `calendar`: written as a date; `relative`: `gestern`, `letzten Monat`; `counted`: `vor zwei Jahren`, whose number and
 * unit may be the law's own; `law`: a state of the law without a day (`vor der Reform`).
 */
export const dayKinds = ['calendar', 'relative', 'counted', 'law'] as const

/** Days from the first to the last, both included; null where open. */
export interface DayRange {
  from: Day | null
  to: Day | null
}

/** A day or stretch of days a text names, its preposition included. */
export interface DayMention extends Span {
  text: string
  kind: (typeof dayKinds)[number]
  /** Null where the words name no day. */
  resolved: DayRange | null
  /** No year is written: the one that lies nearest to the day asked was taken. */
  yearAssumed: boolean
  /** Null where the words around it give none. */
  role: DayRole | null
}

/** Somebody a text names: by what they are, by age, or by nationality. */
export interface PersonMention extends Span {
  text: string
  person: string | null
  /** State whose national it is. */
  nationality: string | null
  age: number | null
  /** `kein Student`: named as what it is not. */
  negated: boolean
}

/** A residence title or other paper a text names. `negated`: `ohne Duldung`. */
export interface TitleMention extends Span {
  text: string
  title: string
  negated: boolean
}

/** One of the questions a text asks. `start`/`end` are its own words, `context` what else it needs to be understood. */
export interface QuestionPart extends Span {
  context: Span[]
  /** Context and own words, in the order of the text. */
  text: string
}

/** What was understood of a question, for its author to check. Made of the question's words: forgotten with them. */
export interface Understood {
  /** German, one line; empty where nothing was recognised. */
  summary: string
  days: DayMention[]
  persons: PersonMention[]
  titles: TitleMention[]
  parts: QuestionPart[]
  references: (Reference & { documentId: string | null })[]
  /** Sentences of the answer's `notices` that repeat words of the question. */
  notices: string[]
}
