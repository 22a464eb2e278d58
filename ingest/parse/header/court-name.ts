import { courtCodeSource } from './docket-form.ts'

const kind =
  '(?:(?:Bundes|Landes|Staats)?verfassungsgericht(?:shof)?|Bundes(?:verwaltungs|sozial|arbeits|patent)gericht|Bundesgerichtshof|Bundesfinanzhof|(?:Ober)?verwaltungsgericht(?:shof)?|(?:Oberstes )?(?:Ober)?landesgericht|Kammergericht|(?:Landes)?sozialgericht|(?:Landes)?arbeitsgericht|Finanzgericht|Landgericht|Amtsgericht|Truppendienstgericht|Anwaltsgerichtshof|Disziplinarhof)'
const before = '(?:(?:[A-ZÄÖÜ][\\p{L}]+(?:-[A-ZÄÖÜ]\\p{L}+)?(?:sche|ische|ische)[srn]?|Hanseatische[srn]?|Thüringer|Baden-Württembergische[srn]?) )?'
const place =
  '(?: (?:der Freien (?:und )?Hansestadt (?:Bremen|Hamburg)|(?:in |für (?:das Land |den Freistaat )?|des (?:Landes |Freistaates )?|der )?[A-ZÄÖÜ][\\p{L}]+(?:[-/ ](?:am |an der |im )?[A-ZÄÖÜ]\\p{L}+){0,2}))?'

const wholeName = new RegExp(`^${before}${kind}${place}$`, 'iu')
const shortName = new RegExp(`^${courtCodeSource}(?: [A-ZÄÖÜ][\\p{L}-]+(?:[ -][A-ZÄÖÜ]\\p{L}+){0,2})?$`, 'u')
const inSentence = new RegExp(`^(?<adjective>(?:[A-ZÄÖÜ][\\p{L}-]+sche[nsr]? )?)(?<court>${kind})(?:e?s)?(?<place>${place})`, 'iu')

/** True for the name of a court alone (`Hamburgisches Oberverwaltungsgericht`), without senate or chamber. */
export function isCourtName(text: string): boolean {
  return wholeName.test(text) || shortName.test(text)
}

/** The nominative of a court named at the beginning of `text`: `Sächsischen Oberverwaltungsgerichts durch …`; null where there is none. */
export function courtAtStart(text: string): { name: string; length: number } | null {
  const found = inSentence.exec(text)
  if (found === null) return null
  const { adjective = '', court = '', place: where = '' } = found.groups ?? {}
  const seat = /^ (?:durch|unter|in der|am|auf|hat|für Recht)\b/i.test(where) ? '' : where
  return { name: `${adjective.replace(/(?<=sche)[nsr]? $/i, 's ')}${court}${seat}`, length: found[0].length - where.length + seat.length }
}

/** `B U N D E S G E R I C H T` as one word; other text as it is. */
export function withoutLetterSpacing(text: string): string {
  return /^(?:\p{L} ){5,}\p{L}$/u.test(text) ? text.replaceAll(' ', '') : text
}

/** Names in capitals as they are written in a sentence: `SÄCHSISCHES OBERVERWALTUNGSGERICHT`. */
export function withoutCapitals(name: string): string {
  if (name !== name.toUpperCase() || name.length < 8) return name
  return name.toLowerCase().replaceAll(/(?<![\p{L}])(?!(?:der|die|das|des|in|für|und|am|an|im)\b)\p{L}/gu, (letter) => letter.toUpperCase())
}
