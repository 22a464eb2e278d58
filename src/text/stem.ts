/** Endings of German inflection, folded. Word formation (`-ung`, `-keit`) stays: it changes the meaning. */
const ending = /(?:ern|en|em|er|es|e|n|(?<=[bdfghklmnrt])s)$/

/** Shortest stem that is left: below it the ending is more likely part of the word. */
const shortestStem = 4

/**
 * A folded word without its inflection, so that `Erlaubnisse` meets `Erlaubnis` and `Antrags` meets `Antrag`.
 * Deliberately crude: the same word must come out the same, the result need not be one.
 */
export function stem(word: string): string {
  const bare = word.replace(ending, '')
  const stemmed = bare.length >= shortestStem ? bare : word
  return stemmed.endsWith('ss') ? stemmed.slice(0, -1) : stemmed
}
