import { fold } from '../../../text/fold.ts'
import { isSameWord } from '../../../text/same-word.ts'
import { stem } from '../../../text/stem.ts'
import { bindingOf } from '../modalities.ts'

const auxiliary =
  /^(?:werden|wird|worden|sein|haben|hat|ist|sind|muss|mussen|kann|konnen|darf|durfen|soll|sollen|nicht|ja|doch|es|sie|er)$/
const denies = /(?<!\p{L})(?:nicht|kein(?:e|er|es|em|en)?|nie|niemals|weder)(?!\p{L})/iu
const atItsEnd = new RegExp(`${denies.source}(?:\\s\\p{L}+){0,6}$`, 'iu')
const bounds = /nicht (?:(?:über|unter)schreit|übersteig|mehr als|länger als|weniger als|später als)/u
const finite =
  /(?<!\p{L})(?:ist|sind|wird|werden|hat|haben|kann|können|darf|dürfen|soll|sollen|muss|müssen|bedarf|bedürfen|gilt|gelten|findet|finden|besteht|bestehen)(?!\p{L})/iu
const limits = /(?<!\p{L})(?:nur|erst|außer|ohne|allein|lediglich|sondern)(?!\p{L})/iu

/** True where a text says `muss` of what the stretch of a sentence leaves open (`kann`, `soll`), of the same doing. */
export function bindsOtherwise(text: string, stretch: string): boolean {
  if (bindingOf(text).verbs.join() !== 'must' || denies.test(text) || denies.test(stretch) || limits.test(stretch))
    return false
  const meant = bindingOf(stretch)
  const [only, ...more] = meant.verbs
  const isOpen = only !== undefined && only !== 'must' && more.length === 0 && !meant.hints.includes('must')
  return isOpen && isSameDoing(text, stretch)
}

/** True where both speak of the same doing with one verb of modality each, and not the same one. */
export function bindsApart(text: string, stretch: string): boolean {
  if ([text, stretch].some((each) => denies.test(each) || limits.test(each))) return false
  const [mine, theirs] = [bindingOf(text), bindingOf(stretch)]
  if (mine.verbs.length !== 1 || theirs.verbs.length !== 1 || mine.verbs[0] === theirs.verbs[0]) return false
  return mine.hints.length === 0 && theirs.hints.length === 0 && isSameDoing(text, stretch)
}

/**
 * True where a text affirms what the stretch of a sentence denies at its end: `nicht verlängerbar`, `bedarf es nicht`.
 * Not the other way round: what nobody denies may hold under a condition.
 */
export function deniesOtherwise(text: string, stretch: string): boolean {
  if (!finite.test(text) || denies.test(text) || limits.test(text) || limits.test(stretch)) return false
  const denied = atItsEnd.test(trimmed(stretch)) && !bounds.test(stretch)
  return denied && isAmong(wordsOf(stretch).at(-1), wordsOf(text))
}

function isSameDoing(text: string, stretch: string): boolean {
  const [mine, theirs] = [wordsOf(text).at(-1), wordsOf(stretch).at(-1)]
  return mine !== undefined && theirs !== undefined && isSameWord(mine, theirs)
}

function isAmong(word: string | undefined, words: string[]): boolean {
  return word !== undefined && words.some((other) => isSameWord(word, other))
}

/** What is done or what is so: a German clause ends with it, or with its object. */
function wordsOf(text: string): string[] {
  const words = fold(trimmed(text)).match(/\p{Ll}+/gu) ?? []
  return words.filter((word) => !auxiliary.test(word)).map(stem)
}

function trimmed(text: string): string {
  return text.replace(/\([^()]*\)/g, ' ').replace(/[\s.,;:?!–-]+$/u, '')
}
