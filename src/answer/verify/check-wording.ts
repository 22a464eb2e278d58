import type { Evidence } from '../../law/answer.ts'
import { isSameWord } from '../../text/same-word.ts'
import { stem } from '../../text/stem.ts'
import { type Alignment, alignWords, type Gap } from './align-words.ts'
import type { CitedClaim, Failure } from './check.ts'
import { correlate } from './correlates.ts'
import { findSwappedNoun } from './find-swapped-noun.ts'
import { withoutFrame } from './without-frame.ts'

/** From here on a claim repeats a sentence, and what differs is meant to. */
const nearlyAll = 0.75
/** Where so little differs, another noun is another thing. */
const nearlyEqual = 0.8
const leastWords = 4
/** A longer stretch on one side is something left out or put in, not a word in place of another. */
const longestSwap = 4

const modal = /^(?:kann|konnen|konnte|darf|durfen|soll|sollen|muss|mussen|musst?)$/
const plain = /^(?:ist|sind|wird|werden|hat|haben)$/
const negator =
  /^(?:nicht|kein(?:e|er|es|em|en)?|nie|niemals|ohne|weder|un(?:zulassig|wirksam|moglich|anfechtbar)\p{L}*)$/u
const bounding = /^(?:nur|mehr|langer|weniger|spater|(?:uber|unter)schreit\p{L}*|ubersteig\p{L}*)$/u
const part = /^(?:\d+|[a-h])$/
const month = /^(?:januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)$/
const bounds: [string, RegExp][] = [
  ['least', /^(?:mindestens|wenigstens|mehr|langer)$/],
  ['most', /^(?:hochstens|maximal|langstens|weniger|kurzer)$/],
]
/**
 * A claim that repeats a cited sentence nearly word for word repeats the words that turn its meaning too: `nicht`,
 * `kann` or `muss`, `und` or `oder`, numbers, months, and the parts of references.
 */
export function checkWording({ text, evidence }: CitedClaim): Failure | null {
  const bare = withoutFrame(text)
  const best = closest(bare, evidence)
  if (!best || best.alignment.shared < nearlyAll || best.alignment.gaps.some(deniesAnother)) return null
  if (correlate(bare, best.evidence.text)) return null
  for (const gap of best.alignment.gaps) {
    const reason = turnedIn(gap)
    if (reason) return { reason, detail: detailOf(gap, best.evidence) }
  }
  if (best.alignment.shared < nearlyEqual) return null
  const swapped = best.alignment.gaps.find((gap) => isSwap(gap) && findSwappedNoun(gap, bare, best.evidence) !== null)
  if (swapped) return { reason: 'not_entailed', detail: detailOf(swapped, best.evidence) }
  return null
}

function closest(text: string, evidence: Evidence[]): { evidence: Evidence; alignment: Alignment } | null {
  let best: { evidence: Evidence; alignment: Alignment } | null = null
  for (const piece of evidence) {
    const alignment = alignWords(text, piece.text)
    if (!best || alignment.shared > best.alignment.shared) best = { evidence: piece, alignment }
  }
  return text.split(' ').length >= leastWords ? best : null
}

/** How a difference turns the meaning; null where it does not, as far as words can tell. */
function turnedIn(gap: Gap): Failure['reason'] | null {
  const { claim, source, isOuter } = gap
  const swap = isSwap(gap)
  if (swap && differ(gap, month)) return 'date_not_in_source'
  if (swap && differ(gap, part)) return 'number_not_in_source'
  if (swap && differ(gap, /^(?:und|oder)$/)) return 'not_entailed'
  if (swap && isBoundSwap(gap)) return 'number_not_in_source'
  if (swap && isModalitySwap(gap)) return 'modality'
  if (swap && correlate(claim.join(' '), source.join(' '))) return null
  const isShort = Math.max(claim.length, source.length) <= longestSwap
  return !isOuter && isShort && negations(claim) !== negations(source) ? 'negation' : null
}

/** `nicht weglassen` for `angeben`: denied is another verb, which says nothing of this one. */
function deniesAnother({ claim, source }: Gap): boolean {
  const [mine, theirs] = [claim, source].map((words) => words.findLast((word) => !negator.test(word)))
  if (mine === undefined || theirs === undefined || negations(claim) > 0 === negations(source) > 0) return false
  return mine.length > 4 && theirs.length > 4 && !isSameWord(stem(mine), stem(theirs))
}

/** Words in place of others, few enough to be meant for them. */
function isSwap({ claim, source }: Gap): boolean {
  return claim.length > 0 && source.length > 0 && Math.max(claim.length, source.length) <= longestSwap
}

/** True where both sides have such words, but not the same. */
function differ({ claim, source }: Gap, kind: RegExp): boolean {
  const [mine, theirs] = [claim, source].map((words) => words.filter((word) => kind.test(word)))
  return (
    mine !== undefined && theirs !== undefined && mine.length > 0 && theirs.length > 0 && mine.join() !== theirs.join()
  )
}

/** `mehr als drei` for `höchstens drei`, with the same number; not where one side denies. */
function isBoundSwap({ claim, source }: Gap): boolean {
  if ([...claim, ...source].some((word) => negator.test(word))) return false
  const [mine, theirs] = [claim, source].map((words) =>
    bounds.find(([, pattern]) => words.some((word) => pattern.test(word))),
  )
  return mine !== undefined && theirs !== undefined && mine !== theirs
}

/** `muss` may be said of a plain rule, or of `kann nur`; neither a power nor a `soll` may, and no plain rule of a power. */
function isModalitySwap(gap: Gap): boolean {
  if (isOnlyWay(gap.claim, gap.source) || isOnlyWay(gap.source, gap.claim)) return false
  if (differ(gap, modal)) return true
  const [mine, theirs] = [gap.claim, gap.source].map((words) => words.find((word) => modal.test(word)))
  if (mine !== undefined) return !mine.startsWith('mu') && gap.source.some((word) => plain.test(word))
  return theirs !== undefined && !theirs.startsWith('mu') && gap.claim.some((word) => plain.test(word))
}

/** `kann nur schriftlich`, `darf nur schriftlich`: it must be in writing. */
function isOnlyWay(words: string[], others: string[]): boolean {
  const isLimited = words.includes('nur') && words.some((word) => /^(?:kann|konnen|darf|durfen)$/.test(word))
  return isLimited && others.some((word) => /^mu(?:ss|ssen|sst)$/.test(word))
}

/** `nicht überschreiten` and `nicht mehr als` set a bound and deny nothing. */
function negations(words: string[]): number {
  return words.filter((word, at) => negator.test(word) && !bounding.test(words[at + 1] ?? '')).length
}

function detailOf({ claim, source }: Gap, { passage }: Evidence): string {
  const [said, meant] = [claim, source].map((words) => words.join(' '))
  if (meant === '') return `Die zitierte Stelle (${passage.label}) sagt an dieser Stelle nicht „${said}“.`
  if (said === '') return `Die Aussage lässt „${meant}“ weg, das in ${passage.label} steht.`
  return `In ${passage.label} steht „${meant}“, nicht „${said}“.`
}
