/** Words of the longest sentence still called easy language: one thought, one subordinate clause at most. Our bound. */
export const longestEasySentence = 20

/** Words of the average sentence: a text of nothing but the longest allowed is not easy, either. Our bound. */
export const averageEasySentence = 15

/** Words of a text: what stands between white space and has a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length
}
