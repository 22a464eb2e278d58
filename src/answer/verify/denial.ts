import { legalWords } from '../../legal-words.ts'
import { fold } from '../../text/fold.ts'
import { stem } from '../../text/stem.ts'
import { isParted } from './limits.ts'

const explicit =
  /\b(?:nicht|nichts|kein(?:e|er|es|em|en|erlei|esfalls|eswegs)?|niemand\p{L}*|nie|niemals|weder|ohne)\b/gu
/** `nicht` that sets a bound or goes on with `sondern auch`: nothing is denied. */
const bounding =
  /\bnicht (?:nur|mehr als|langer als|weniger als|unter|uber|spater als|uberschreit\p{L}*|unterschreit\p{L}*|ubersteig\p{L}*)\b/gu
/** `unverschuldet`, `unrichtig`: may be said as `nicht verschuldet`. */
const negated = /^un(?!d$|s|t|i|mittelbar|verzuglich|beschadet|abhangig|gefahr|ter|geachtet|befristet)\p{L}{5,}/u

/** Whether a text says that something is not so, as far as its words tell. */
export type Polarity = 'denies' | 'affirms' | 'unclear'

/**
 * Whether a text denies, read beside another that says the same thing: words that deny by themselves (`unterbleibt`)
 * count only where the other does not have them too. `nicht verzichtet` affirms.
 */
export function polarityOf(text: string, other: string): Polarity {
  if (isParted(text) !== isParted(other)) return 'unclear'
  const folded = fold(text)
  const bounds = folded.match(bounding)?.length ?? 0
  const plain = folded.replace(bounding, ' ')
  const said = plain.match(explicit)?.length ?? 0
  const theirs = fold(other).match(/\p{L}+/gu) ?? []
  const [stems, kinds] = [new Set(theirs.map(stem)), new Set(theirs.map(legalWords.mayDeny))]
  const own = verbsOf(text).filter((word) => !stems.has(stem(word)))
  const silent = own.filter((word) => legalWords.denies(word) && !legalWords.meansOneOf(word, theirs))
  if (bounds > 0 || (said > 1 && /\bohne\b/.test(plain)) || own.some((word) => mayDeny(word, kinds))) return 'unclear'
  return said > 0 === silent.length > 0 ? 'affirms' : 'denies'
}

/** Not where the other has a word of the same line: `nur` for `lediglich`. */
function mayDeny(word: string, kinds: ReadonlySet<number | null>): boolean {
  const kind = legalWords.mayDeny(word)
  return (kind !== null && !kinds.has(kind)) || (negated.test(word) && !legalWords.denies(word))
}

/** Words in small letters: what a noun names is neither affirmed nor denied. */
function verbsOf(text: string): string[] {
  return (text.match(/(?<!\p{L})\p{Ll}+/gu) ?? []).map(fold)
}
