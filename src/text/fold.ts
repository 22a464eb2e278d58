/**
 * Lower case, with umlauts, ß and their spellings with e folded together, so that "Auslaender", "Ausländer" and
 * "AUSLANDER" meet. Kept equal to `fundstelle_fold` in the database: what is folded here is looked up there. `ue`
 * after a vowel or q is no umlaut ("neue", "Quelle").
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[ßẞ]/g, 'ss')
    .toLowerCase()
    .replace(/ä/g, 'a')
    .replace(/ö/g, 'o')
    .replace(/ü/g, 'u')
    .replace(/ae/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<![aeiouq])ue/g, 'u')
}
