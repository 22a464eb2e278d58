import { pick } from '../seeded-random.ts'

const rows = ['qwertzuiopü', 'asdfghjklöä', 'yxcvbnm']

/** The letters beside each letter on the German keyboard, in its own row. */
export const neighbours: ReadonlyMap<string, string[]> = new Map(
  rows.flatMap((row) =>
    [...row].map((letter, place) => [letter, [row[place - 1], row[place + 1]].filter((key) => key !== undefined)]),
  ),
)

const umlauts: Record<string, string[]> = {
  ä: ['ae', 'a'],
  ö: ['oe', 'o'],
  ü: ['ue', 'u'],
  Ä: ['Ae', 'A'],
  Ö: ['Oe', 'O'],
  Ü: ['Ue', 'U'],
}

/**
 * A word (at least two letters) with one typing error drawn by `random`: a letter dropped, doubled, swapped with the
 * next or replaced by a neighbour on the keyboard, or an umlaut written without its dots. Never the word itself.
 */
export function damageWord(word: string, random: () => number): string {
  const damages = [drop, double, swap, replace, ...(hasUmlaut(word) ? [undot] : [])]
  for (;;) {
    const damaged = pick(damages, random)(word, random)
    if (damaged !== word) return damaged
  }
}

type Damage = (word: string, random: () => number) => string

const drop: Damage = (word, random) => spliced(word, placeIn(word, random), 1, '')

const double: Damage = (word, random) => {
  const place = placeIn(word, random)
  return spliced(word, place, 0, word[place] ?? '')
}

const swap: Damage = (word, random) => {
  const place = Math.floor(random() * (word.length - 1))
  return spliced(word, place, 2, `${word[place + 1]}${word[place]}`)
}

const replace: Damage = (word, random) => {
  const place = placeIn(word, random)
  const letter = word[place] ?? ''
  const beside = neighbours.get(letter.toLowerCase())
  if (!beside) return word
  const key = pick(beside, random)
  return spliced(word, place, 1, letter === letter.toLowerCase() ? key : key.toUpperCase())
}

const undot: Damage = (word, random) => {
  const places = [...word].flatMap((letter, place) => (umlauts[letter] ? [place] : []))
  const place = pick(places, random)
  return spliced(word, place, 1, pick(umlauts[word[place] ?? ''] ?? [''], random))
}

function hasUmlaut(word: string): boolean {
  return [...word].some((letter) => letter in umlauts)
}

function placeIn(word: string, random: () => number): number {
  return Math.floor(random() * word.length)
}

function spliced(word: string, place: number, length: number, letters: string): string {
  return word.slice(0, place) + letters + word.slice(place + length)
}
