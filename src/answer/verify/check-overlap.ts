import { contentWords } from '../../text/words.ts'
import type { CitedClaim, Failure } from './check.ts'
import { share, shareOfMeaning } from './clauses.ts'
import { matterOf } from './contrast/matter.ts'

/** Below this a claim is about something else than what it cites (measured on the reference questions). */
const leastOverlap = 0.3

/** Words that say nothing of what a claim is about. */
const filler =
  /^(?:will|woll|wollt|brauch|braucht|trotz|mehr|dafur|statt|find|gibt|geb|bekomm|bekommt|mitzahl|zahl|gilt|besteh|besteht|vorliegt|moglich|notig|notwendig|erforderlich|grundsatzlich|regelmassig|immer|stet|ergib|ergibt)$/

/** A claim speaks of what the cited passages speak of. */
export function checkOverlap(claim: CitedClaim): Failure | null {
  if (overlapOf(claim) >= leastOverlap) return null
  return { reason: 'not_entailed', detail: 'Die Aussage handelt von etwas anderem als die zitierte Stelle.' }
}

/** Share of a claim's words that occur in the cited sentences themselves, or in their headings. */
export function sentenceOverlapOf({ text, evidence }: CitedClaim): number {
  const sources = evidence.flatMap((piece) => contentWords(`${piece.text} ${piece.passage.heading ?? ''}`))
  return share([...new Set(contentWords(text))], [...new Set(sources)])
}

/** Share of a claim's words, with or without those that count, bind or deny, that occur in the cited passages, their headings and labels. */
function overlapOf({ text, passages }: CitedClaim): number {
  const sources = passages.flatMap(({ heading, label, outline, document, text: words }) =>
    contentWords([words, heading, label, document.title, ...outline.map(({ title }) => title)].join(' ')),
  )
  const known = [...new Set(sources)]
  const shares = [contentWords(text), matterOf(text)].map((words) => {
    const own = [...new Set(words)].filter((word) => !filler.test(word))
    return shareOfMeaning(own, known)
  })
  return Math.max(...shares)
}
