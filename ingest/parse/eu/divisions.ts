/** The headings one is under, outermost first. */
export type Divisions = { label: string; title: string | null; depth: number }[]

/** Words of the outline from the outermost to the innermost. */
const levels = ['teil', 'titel', 'kapitel', 'abschnitt', 'unterabschnitt']
const pattern = new RegExp(`^(${levels.join('|')}) (?:[IVXLC]+[a-z]?|\\d{1,3}[a-z]?|[A-Z]|[A-ZÄÖÜ]{3,})$`, 'i')

/** True for a line that is nothing but the number of a division: `KAPITEL II`. */
export function isDivision(text: string): boolean {
  return pattern.test(text)
}

/** The headings below this one: it replaces what was at its depth or deeper. */
export function enterDivision(divisions: Divisions, text: string): Divisions {
  const word = pattern.exec(text)?.[1] ?? ''
  const depth = levels.indexOf(word.toLowerCase())
  const label = `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}${text.slice(word.length)}`
  return [...divisions.filter((one) => one.depth < depth), { label, title: null, depth }]
}
