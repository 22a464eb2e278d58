/** Words are akin where one has the beginning of the other in it: `Ehegatte`, `Ehegattennachzug`. */
const kinship = 5

/** True for words that are the same or of one family, as far as their letters tell. */
export function isAkin(word: string, other: string): boolean {
  if (word === other) return true
  const long = (text: string) => text.length >= kinship
  return long(word) && long(other) && (word.includes(other.slice(0, kinship)) || other.includes(word.slice(0, kinship)))
}
