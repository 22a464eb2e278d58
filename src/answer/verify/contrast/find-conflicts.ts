import type { Evidence, LawName } from '../../../law/answer.ts'
import { type Rank, ranks } from '../../../law/document.ts'
import type { RankedPassage } from '../../../law/passage.ts'
import { covers } from '../../../law/references/expand-range.ts'
import { resolveAt } from '../name-norms.ts'
import { closestSentences, findContradiction, type Likeness } from './find-contradiction.ts'
import { readSentences, type Sentence } from './pair-sentences.ts'

/** Sentences about one matter that say different things: in the order of their ranks, at least two. */
export interface FoundConflict {
  sides: Evidence[]
  /** False: all sides have one rank, and no rule of rank tells which applies. */
  isBetweenRanks: boolean
}

/** Where one side names the other's norm, that vouches for much of the matter. */
const alike: Record<'named' | 'unnamed', Likeness> = {
  named: { recall: 0.6, precision: 0.4, ofBinding: 0.6, isLoose: false },
  unnamed: { recall: 0.8, precision: 0.6, ofBinding: 0.75, isLoose: false },
}

/** A sentence with one of these differs from another on purpose. */
const onPurpose =
  /(?<!\p{L})(?:abweichend|unbeschadet|ausnahmsweise|ausgenommen|anstelle|im Übrigen|mit Ausnahme|es sei denn|entsprechend|sinngemäß|an die Stelle|Anwendung)(?!\p{L})/iu

/** Ranks of which two documents can contradict each other: the laws of one parliament are read as one. */
const apartWithinRank: ReadonlySet<Rank> = new Set<Rank>(['administrative_regulation', 'decree', 'ruling'])

/** A Bekanntmachung of a law announces what a norm says or orders: another amount there is the norm's own doing. */
const announcing: Rank = 'notice'

/**
 * What the cited and the rest of the evidence say differently of one matter, where they are of
 * different ranks, or of different decrees or rulings. Pairs that share a sentence are one conflict. Pure.
 */
export function findConflicts(citedEvidence: Evidence[], evidence: Evidence[], register: LawName[]): FoundConflict[] {
  const cited = new Set(citedEvidence.map(({ id }) => id))
  if (new Set(evidence.map(({ passage }) => passage.document.id)).size < 2) return []
  const sentences = readSentences(evidence.filter(canBeSide))
  const citedHere = sentences.filter(({ evidence: { id } }) => cited.has(id))
  const groups: Evidence[][] = []
  for (const sentence of sentences) {
    const others = cited.has(sentence.evidence.id) ? sentences : ofTheirDocuments(citedHere, sentences)
    for (const [one, other] of contradicted(sentence, others, register)) {
      if (!cited.has(one.id) && !cited.has(other.id)) continue
      const known = groups.find((sides) => sides.some(({ id }) => id === one.id || id === other.id))
      if (!known) groups.push([one, other])
      else known.push(...[one, other].filter(({ id }) => !known.some((side) => side.id === id)))
    }
  }
  return groups.map((sides) => ({
    sides: sides.toSorted((a, b) => placeOf(a) - placeOf(b)),
    isBetweenRanks: new Set(sides.map(({ passage }) => passage.document.rank)).size > 1,
  }))
}

/** Nearly as close as the cited sentence, others of its document could be the one that is meant. */
function ofTheirDocuments(cited: Sentence[], sentences: Sentence[]): Sentence[] {
  const ids = new Set(cited.map(({ evidence }) => evidence.passage.document.id))
  return sentences.filter(({ evidence }) => ids.has(evidence.passage.document.id))
}

/** The sentence with each one that speaks against it, at most one of a document: the closest there decides. */
function contradicted(
  { evidence: own, own: about }: Sentence,
  sentences: Sentence[],
  register: LawName[],
): [Evidence, Evidence][] {
  if (onPurpose.test(own.text)) return []
  const others = sentences.filter(({ evidence }) => canConflict(own, evidence))
  const documents = new Set(others.map(({ evidence }) => evidence.passage.document.id))
  return [...documents].flatMap((id): [Evidence, Evidence][] => {
    const ofDocument = others.filter(({ evidence }) => evidence.passage.document.id === id)
    const [first] = closestSentences(about, ofDocument, alike.named)
    if (!first) return []
    const likeness = isNamed(own, first.evidence, register) ? alike.named : alike.unnamed
    const found = findContradiction(own.text, closestSentences(about, ofDocument, likeness), likeness)
    return found && !onPurpose.test(found.evidence.text) ? [[own, found.evidence]] : []
  })
}

function canConflict(a: Evidence, b: Evidence): boolean {
  const [mine, theirs] = [a.passage.document, b.passage.document]
  return mine.id !== theirs.id && (mine.rank !== theirs.rank || apartWithinRank.has(mine.rank))
}

/** A piece of a list says nothing by itself. */
function canBeSide({ passage, text }: Evidence): boolean {
  const { kind, rank } = passage.document
  return (kind !== 'statute' || rank !== announcing) && /[.!)“”]\s*$/u.test(text)
}

/** True where the passage of one side names the norm of the other. */
function isNamed(a: Evidence, b: Evidence, register: LawName[]): boolean {
  return names(a.passage, b.passage, register) || names(b.passage, a.passage, register)
}

function names(passage: RankedPassage, other: RankedPassage, register: LawName[]): boolean {
  const text = `${passage.heading ?? ''}\n${passage.text}`
  return resolveAt(text, register, () => passage.document.id).some(
    (reference) => reference.documentId === other.document.id && covers(reference, other.norm ?? ''),
  )
}

function placeOf({ passage }: Evidence): number {
  return ranks.indexOf(passage.document.rank)
}
