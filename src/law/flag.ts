import type { Day } from './day.ts'
import type { Rank } from './document.ts'
import { germanDay } from './day.ts'

export const flagKinds = ['overtaken', 'amended'] as const

/** First day of a text, and the first day after it; null where it goes on. */
export interface TextPeriod {
  validFrom: Day
  validTo: Day | null
}

/**
 * Why somebody should look at a decree again before applying it: a norm that it carries out has another text since
 * (`overtaken`), or another decree amends it (`amended`). Derived for a day, never stored but in answers.
 */
export interface Flag {
  kind: (typeof flagKinds)[number]
  /** German sentence. */
  message: string
  /** The law whose norm changed, or the decree that amends. */
  documentId: string
  /** `§ 18a AufenthG`, or the name of the decree that amends. */
  label: string
  changedOn: Day
  /** The norm's text on the decree's day and on the day asked; null where it had none then, or for `amended`. */
  before: TextPeriod | null
  after: TextPeriod | null
}

/** A flag with what it stands at: a document, and where only one section of it is meant, that section's key. */
export interface DocumentFlag extends Flag {
  flagged: string
  section: string | null
}

/** What a norm's text became after a decree's day. `isOfficial`: the day is that of the change, not the one on which it was seen. */
export interface NormChange extends Pick<Flag, 'label' | 'changedOn' | 'after'> {
  isRepealed: boolean
  isOfficial: boolean
}

/** `Prüfen: § 18a AufenthG wurde nach diesem Erlass (12.03.2024) am 01.06.2024 geändert.` */
export function overtakenMessage(rank: Rank, since: Day, change: NormChange): string {
  const became = change.after === null || change.isRepealed ? 'aufgehoben' : 'geändert'
  const day = germanDay(change.changedOn)
  const how = change.isOfficial ? `am ${day} ${became}` : `${became} (am ${day} erstmals gesehen)`
  return `Prüfen: ${change.label} wurde nach ${dativeOf(rank)} (${germanDay(since)}) ${how}.`
}

export function amendedMessage(rank: Rank, by: string, changedOn: Day): string {
  const subject =
    rank === 'decree' ? 'Dieser Erlass' : rank === 'administrative_regulation' ? 'Diese Vorschrift' : 'Dieses Papier'
  return `Prüfen: ${subject} wurde geändert durch ${by}, ab ${germanDay(changedOn)}.`
}

function dativeOf(rank: Rank): string {
  if (rank === 'administrative_regulation') return 'dieser Verwaltungsvorschrift'
  return rank === 'decree' ? 'diesem Erlass' : 'diesem Papier'
}
