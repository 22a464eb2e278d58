/**
 * Lower case, with umlauts, ß and their spellings with e folded together, so that "Auslaender", "Ausländer" and
 * "AUSLANDER" meet. Kept equal to `fundstelle_fold` in the database: what is folded here is looked up there. `ue`
 * after a vowel or q is no umlaut ("neue", "Quelle").
 */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  // Most words have nothing to fold, and a sentence of an answer is folded again and again.
  if (!mayFold.test(lower)) return lower
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüß]/g, plain)
    .replace(/ae|oe|(?<![aeiouq])ue/g, plain)
}

const mayFold = /[\u0080-\uffff]|[aou]e/
const letters: Record<string, string> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss', ae: 'a', oe: 'o', ue: 'u' }

function plain(letter: string): string {
  return letters[letter] ?? letter
}
