import { fold } from '../../text/fold.ts'
import { matchAt } from '../../text/match-at.ts'
import type { Span } from '../document-text.ts'

/** A word of a law's name, comparable across spelling and inflection. */
export interface LawWord extends Span {
  key: string
  text: string
}

const word = /[\p{L}\p{N}]{1,80}/uy
/** Brackets and points within a name only: `Verordnung (EG) Nr. 810/2009`. */
const gap = /(?:(?<=\((?:EU|EG|EWG|EURATOM|Euratom|JI))\)|(?<=\bNr)\.)?[\s\-‐‑–/(]{0,3}/uy

/** Words of a name from `at` on, as far as nothing but blanks, hyphens, slashes and brackets stands between them. */
export function readLawWords(text: string, at: number, most: number): LawWord[] {
  const words: LawWord[] = []
  for (let cursor = at; words.length < most;) {
    const found = matchAt(word, text, cursor)
    if (!found) break
    const end = cursor + found[0].length
    words.push({ start: cursor, end, key: lawKey(found[0]), text: found[0] })
    cursor = end + (matchAt(gap, text, end)?.[0].length ?? 0)
  }
  return words
}

/** All words of a whole name: `Freizügigkeitsgesetzes/EU` → `freizugigkeitsgesetz eu`. */
export function lawKeys(name: string): string[] {
  return (name.match(/[\p{L}\p{N}]+/gu) ?? []).map(lawKey)
}

/** A word folded and without its case ending: `Aufenthaltsgesetzes`, `Gesetzbuchs`, `Zwölften`. */
function lawKey(text: string): string {
  const folded = fold(text)
  const ending = ['es', 'em', 'en', 'er', 'e', 'n', 's'].find(
    (candidate) => folded.endsWith(candidate) && folded.length - candidate.length >= 4,
  )
  return ending ? folded.slice(0, -ending.length) : folded
}
