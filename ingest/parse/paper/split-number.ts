export interface Numbered {
  /** As written: `2.1`, `a)`, `(3)`, `II.`, `§ 4`. */
  number: string
  rest: string
}

const months = 'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember'
const forms = [
  '§§? ?\\d{1,3}[a-z]?',
  '(?:Artikel|Art\\.) ?\\d{1,3}[a-z]?',
  '(?:Anlage|Anhang|Teil|Abschnitt|Kapitel|Ziffer|Nr\\.) ?(?:\\d{1,2}|[A-Z]|[IVX]{1,5})(?:\\.\\d{1,2})*[.:]?',
  '\\d{1,3}[a-z]?(?:\\.\\d{1,2}[a-z]?){1,6}\\.?',
  '\\d{1,2}[a-z]?[.)]',
  '[IVX]{1,5}[.)]',
  '[A-HJ-Z]\\.',
  '[a-z]{1,2}\\)',
  '\\(\\d{1,2}[a-z]?\\)',
  '\\([a-z]{1,2}\\)',
]
const pattern = new RegExp(`^(${forms.join('|')})[\\s\\u00a0]+(?=\\S)`)
const bare = new RegExp(`^(${forms.join('|')})$`)
/** Behind `§ 8` or `Art. 4` it is a reference, not the number of what follows. */
const reference =
  '(?:§§?|Art(?:ikel|\\.)?) ?\\d+[a-z]?[\\s\\u00a0]+(?:Abs|Satz|S\\.|Nr|Rn|Buchst|Unterabs|und|oder|bis|ff?\\.|i\\.|[A-Z][A-Za-z]*(?:G|O|V|GB)\\b)'
const notANumber = new RegExp(
  `^(?:${reference})|^\\d{1,2}\\.[\\s\\u00a0]+(?:${months}|Kalender|Lebens|Halb)|^\\d{1,2}\\.\\d{1,2}\\.(?:\\d{2}|\\d{4})\\b`,
)
const bullet = /^([•‣▪●○■□◦∙·*\u2022\uf0b7\uf0a7o–—-])[\s\u00a0]+(?=\S)/

/**
 * The number a line begins with, and what stands behind it; null where it begins with none. A day (`12. März`) is no
 * number, nor is an ordinal (`2. Halbjahr`); `1 Allgemeines` counts only where `loose`, as in headings, and so does
 * `2.1Dauer`, as LibreOffice exports them to HTML.
 */
export function splitNumber(text: string, loose = false): Numbered | null {
  if (notANumber.test(text)) return null
  const found = pattern.exec(text) ?? (loose ? inHeading.exec(text) : null)
  return found?.[1] === undefined ? null : { number: found[1].trim(), rest: text.slice(found[0].length).trim() }
}

const inHeading = /^(\d{1,2}(?:\.\d{1,2}){0,4})(?:[\s\u00a0]+(?=\p{Lu})|(?=\p{Lu}\p{Ll}))/u

/** True for a number that stands alone, as in a line of its own. */
export function isBareNumber(text: string): boolean {
  return bare.test(text) && !notANumber.test(text)
}

/** The text behind a dash or dot that marks an item; null where there is none. */
export function splitBullet(text: string): string | null {
  const found = bullet.exec(text)
  return found === null ? null : text.slice(found[0].length).trim()
}
