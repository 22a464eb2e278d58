/**
 * The word a definition defines: the first noun of its first sentence (`Der Lebensunterhalt … ist gesichert, wenn` →
 * `Lebensunterhalt`; `Als ausreichender Wohnraum wird …` → `Wohnraum`). Null where the text begins with none.
 */
export function definedTerm(text: string): string | null {
  const words = text.replace(/^\(\d+\p{L}?\)\s*/u, '').match(/[\p{L}-]+/gu) ?? []
  return words.slice(0, LOOKED_AT).find(isNoun) ?? null
}

const LOOKED_AT = 8
const opener = /^(?:Dies\p{L}*|Eine\p{L}?|Jede\p{L}?|Soweit|Sofern|Wird|Sind|Unter|Nach|Für|Durch|Wenn|Keine?)$/u

function isNoun(word: string, place: number): boolean {
  return /^\p{Lu}\p{Ll}{3}/u.test(word) && !(place === 0 && opener.test(word))
}
