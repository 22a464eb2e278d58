import type { Lexicon } from '../../law/lexicon.ts'
import { fold } from '../../text/fold.ts'
import { stem } from '../../text/stem.ts'

const word = /[a-z0-9]+/g

/**
 * The law's words for what the office's words in a question mean (`nachholen` → `Familiennachzug …`), in the lexicon's
 * order. Phrases match in any inflection, abbreviations (`NE`) only as written: in lower case they are other words.
 */
export function expandWords(question: string, lexicon: Lexicon): string[] {
  const stems = ` ${stemsOf(question)} `
  const written = new Set(question.match(/[\p{L}\d]+/gu))
  const says = ({ phrase, sought }: Phrase) => (sought === null ? written.has(phrase) : stems.includes(sought))
  return phrasesOf(lexicon).flatMap(({ say, means }) => (say.some(says) ? [means] : []))
}

interface Phrase {
  phrase: string
  /** Its stems as they would stand in a question's; null for an abbreviation. */
  sought: string | null
}

interface Entry {
  say: Phrase[]
  means: string
}

/** A lexicon is read for every question and never changes. */
const readBefore = new WeakMap<Lexicon, Entry[]>()

function phrasesOf(lexicon: Lexicon): Entry[] {
  const known = readBefore.get(lexicon)
  if (known) return known
  const entries = lexicon.map(({ say, means }) => ({
    say: say.map((phrase) => ({ phrase, sought: isAbbreviation(phrase) ? null : ` ${stemsOf(phrase)} ` })),
    means,
  }))
  readBefore.set(lexicon, entries)
  return entries
}

function stemsOf(text: string): string {
  return (fold(text).match(word) ?? []).map(stem).join(' ')
}

function isAbbreviation(phrase: string): boolean {
  return /^[\p{Lu}\d]{2,4}$/u.test(phrase)
}
