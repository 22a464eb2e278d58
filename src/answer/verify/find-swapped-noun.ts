import type { Evidence } from '../../law/answer.ts'
import { legalWords } from '../../legal-words.ts'
import { fold } from '../../text/fold.ts'
import { stem } from '../../text/stem.ts'
import type { Gap } from './align-words.ts'

/** What a claim may call anything or anybody of whom the law speaks by another name. */
const general =
  /^(?:person|auslander|betroffen|behord|amt|stell|gesetz|vorschrift|regelung|bestimmung|verordnung|norm|fall|absatz|satz|nummer|teil|bund|deutschland)/
const shortest = 4

/**
 * The noun that stands in a claim in place of another noun of the sentence it repeats; null where none does. A word that
 * the cited norm has elsewhere may just say what a pronoun or a shorter name means, so it is none.
 */
export function findSwappedNoun(gap: Gap, claim: string, evidence: Evidence): string | null {
  // Numbers and dates have checks of their own, which know how else they may be said.
  if ([...gap.claim, ...gap.source].some((word) => /^\d+$/.test(word))) return null
  const known = stemsOf(contextOf(evidence))
  const [mine, theirs] = [nounsOf(claim), nounsOf(evidence.text)]
  const put = gap.claim.map(stem).filter((word) => mine.has(word) && !general.test(word))
  const lost = gap.source.map(stem).filter((word) => theirs.has(word) && !general.test(word))
  const strange = put.find((word) => !isKnown(word, known))
  const isLost = lost.length > 0 && lost.every((word) => !isKnown(word, stemsOf(claim)))
  return isLost ? (strange ?? null) : null
}

function contextOf({ passage }: Evidence): string {
  const { heading, label, outline, document, text } = passage
  return [text, heading, label, document.title, ...outline.map(({ title }) => title)].join(' ')
}

/** Equal, one a part of the other, or the same thing in law: `Frist` and `Ausreisefrist`. */
function isKnown(word: string, known: ReadonlySet<string>): boolean {
  const isForm = (other: string) =>
    other === word ||
    (Math.min(word.length, other.length) >= shortest &&
      [other.startsWith(word), other.endsWith(word), word.startsWith(other), word.endsWith(other)].some(Boolean))
  return [...known].some(isForm) || legalWords.meansOneOf(word, [...known])
}

function nounsOf(text: string): ReadonlySet<string> {
  return stemsOf((text.match(/(?<!^)(?<!\p{L})\p{Lu}[\p{L}-]{3,}/gu) ?? []).join(' '))
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set((fold(text).match(/\p{L}+/gu) ?? []).map(stem))
}
