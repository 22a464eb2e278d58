import type { Day } from './day.ts'
import type { Flag } from './flag.ts'
import type { Relation } from './particulars.ts'

export const relationProblems = [
  'unknown',
  'ambiguous',
  'incomplete',
  'other_territory',
  'circular',
  'not_younger',
  'ends_before_it_begins',
] as const
export type RelationProblem = (typeof relationProblems)[number]

interface NamedDocument {
  documentId: string
  abbreviation: string
  title: string
  territory: string
}

/** A decree that holds on the day, with what to look at before it is applied. */
interface FlaggedDecree extends NamedDocument {
  flags: (Flag & { section: string | null })[]
}

/** What a decree says it does to another, or of its own end, and that has no effect; `message` says why, in German. */
export interface UnclearRelation extends NamedDocument {
  kind: Exclude<Relation['kind'], 'implements'> | 'valid_until'
  text: string
  problem: RelationProblem
  message: string
}

/** What staff should look at in the decrees of a collection. */
export interface DecreesToCheck {
  asOf: Day
  flagged: FlaggedDecree[]
  unclear: UnclearRelation[]
}

const reasons: Record<RelationProblem, string> = {
  unknown: 'Ein solches Dokument ist nicht gespeichert.',
  ambiguous: 'Mehrere gespeicherte Dokumente können gemeint sein.',
  incomplete: 'Aktenzeichen oder Tag fehlt; wer gemeint ist, muss jemand angeben.',
  other_territory: 'Das gemeinte Dokument gilt in einem Gebiet, über das dieses nicht bestimmt.',
  circular: 'Beide Dokumente heben einander auf; keines endet dadurch.',
  not_younger: 'Dieses Dokument ist nicht jünger als das gemeinte; es endet dadurch nicht.',
  ends_before_it_begins: 'Das Ende liegt vor dem Beginn; es wird nicht beachtet.',
}

export function reasonOf(problem: RelationProblem): string {
  return reasons[problem]
}
