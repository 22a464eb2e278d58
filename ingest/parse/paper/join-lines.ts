const hyphenEnd = /(?<=\p{L})[-\u2010\u00ad]$/u
const softEnd = /\u00ad$/
/** Words behind a hyphen that stands for what follows: `Ein- und Ausreise`. */
const readsOn =
  /^(?:und|oder|bzw\.?|beziehungsweise|sowie|als|noch|wie|u\.|o\.|bis|statt|mit|nach|aber|sondern|and|or)(?![\p{L}])/u
const small = /^\p{Ll}/u

/**
 * Two lines of running text as one. A word cut at the line's end is joined (`Aufent-` / `halt`); a hyphen that stands
 * for a word to come stays (`Ein-` / `und Ausreise`), as does one before a capital letter or digit (`EU-` / `Bürger`).
 */
export function joinLines(first: string, second: string): string {
  const left = first.trimEnd()
  const right = second.trimStart()
  if (left === '' || right === '') return left + right
  if (softEnd.test(left)) return left.slice(0, -1) + right
  if (!hyphenEnd.test(left)) return `${left} ${right}`
  if (readsOn.test(right)) return `${left} ${right}`
  if (small.test(right)) return abbreviation.test(left) ? left + right : left.slice(0, -1) + right
  return left + right
}

/** Letters in capitals before the hyphen: `EU-weit`, `DNA-basiert`; there the hyphen belongs to the word. */
const abbreviation = /(?<!\p{L})\p{Lu}{2,}[-\u2010]$/u
