import type { Queries } from './database.ts'

/** Shortest part of a compound: below it nearly every word would have one. */
const SHORTEST_PART = 4
/** How far apart two words may stand to be one: "Erlaubnis zum Aufenthalt" without its stop word is 1. */
const WINDOW = 4
const linkingElements = ['', 's', 'es', 'n', 'en']

/**
 * What German writes as one word and a question as several, and the other way round, as far as the collection has the
 * words: `erlaubnis`, `aufenthalt` → `aufenthaltserlaubnis`; `familiennachzug` → `familien`, `nachzug` (the most even cut
 * whose parts are both words). Each candidate is looked up by itself: `exists` made the planner read all lexemes
 * (125 ms at a million passages). `words` are folded, in the order of the question.
 */
export async function findCompounds(queries: Queries, words: string[]): Promise<string[]> {
  const rows = await queries.query<{ word: string }>(
    `with joined as (
       select distinct word from unnest($1::text[]) word
        where (select true from lexemes l where l.lexeme = (ts_lexize('german_stem', word))[1])
     ), cuts as (
       select word, left(word, at) as head, substr(word, at + 1) as tail
         from unnest($2::text[]) word, generate_series(${SHORTEST_PART}, length(word) - ${SHORTEST_PART}) at
     ), parted as (
       select distinct on (word) head, tail from cuts
        where (select true from lexemes l where l.lexeme = (ts_lexize('german_stem', head))[1])
          and (select true from lexemes l where l.lexeme = (ts_lexize('german_stem', tail))[1])
        order by word, least(length(head), length(tail)) desc
     )
     select word from joined union select head from parted union select tail from parted order by 1`,
    [joinedWords(words), [...new Set(words.filter((word) => /^[a-z]+$/.test(word)))]],
  )
  return rows.map(({ word }) => word)
}

/** Every two neighbours as one word, in both orders, with each linking element. */
function joinedWords(words: string[]): string[] {
  const long = words.filter((word) => word.length >= SHORTEST_PART && /^[a-z]+$/.test(word))
  return long.flatMap((first, place) =>
    long
      .slice(Math.max(0, place - WINDOW), place + WINDOW + 1)
      .filter((second) => second !== first)
      .flatMap((second) => linkingElements.map((link) => first + link + second)),
  )
}
