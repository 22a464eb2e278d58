import { courtCodeSource } from './docket-form.ts'

const kind =
  '(?:(?:Bundes|Landes|Staats)?[Vv]erfassungsgericht(?:shof)?|Bundes(?:verwaltungs|sozial|arbeits|patent)gericht|Bundesgerichtshof|Bundesfinanzhof|(?:Ober|Hessischer )?[Vv]erwaltungsgericht(?:shof)?|(?:Oberstes |Bayerisches Oberstes )?(?:Ober)?[Ll]andesgericht|Kammergericht|(?:Landes)?[Ss]ozialgericht|(?:Landes)?[Aa]rbeitsgericht|Finanzgericht|Landgericht|Amtsgericht|Truppendienstgericht|Anwaltsgerichtshof|Vergabekammer)'
const before = '(?:(?:\\p{Lu}[\\p{L}-]+sche[srn]?|Thüringer) )?'
const notPlace =
  '(?!(?:Beschlu|Urteil|Teilurteil|Im Namen|Gerichts|Leits|Tenor|Verfügung|Hinweis|Senat|Kammer|Verkündet|Mitgeteilt|Entscheidung|Vorbescheid|Az|In de[rm] ))'
const place = `(?: (?:der Freien (?:und )?Hansestadt (?:Bremen|Hamburg)|(?:in (?=Bremen|Hamburg)|für (?:das Land |den Freistaat )?|des (?:Landes |Freistaates )?|der )?${notPlace}[A-ZÄÖÜ]\\p{L}+(?:[-/]\\p{Lu}\\p{L}+| (?:am|an der|im|a\\. ?d\\.) \\p{Lu}\\p{L}+){0,2}))?`

const wholeName = new RegExp(`^${before}${kind}${place}$`, 'u')
const shortName = new RegExp(`^${courtCodeSource}(?: [A-ZÄÖÜ][\\p{L}-]+(?:[ -][A-ZÄÖÜ]\\p{L}+){0,2})?$`, 'u')
const inSentence = new RegExp(
  `^(?<adjective>(?:[A-ZÄÖÜ][\\p{L}-]+sche[nsr]? )?)(?<court>${kind})(?:e?s)?(?<place>${place})`,
  'u',
)

/** True for the name of a court alone (`Hamburgisches Oberverwaltungsgericht`), without senate or chamber. */
export function isCourtName(text: string): boolean {
  const name = withoutCapitals(text)
  return (
    wholeName.test(name) ||
    (shortName.test(text) && (text.includes(' ') || /^(?:BVerwG|BVerfG|BGH|BSG|BAG|BFH|BPatG|BayObLG)$/.test(text)))
  )
}

/** The nominative of a court named at the beginning of `text`: `Sächsischen Oberverwaltungsgerichts durch …`; null where there is none. */
export function courtAtStart(text: string): { name: string; length: number } | null {
  const found = inSentence.exec(text)
  if (found === null) return null
  const { adjective = '', court = '', place: where = '' } = found.groups ?? {}
  const seat = court.startsWith('Bundes') ? '' : where
  return {
    name: `${adjective.replace(/(?<=sche)[nsr]? $/i, 's ')}${court}${seat}`,
    length: found[0].length - where.length + seat.length,
  }
}

/** `B U N D E S G E R I C H T` as one word; other text as it is. */
export function withoutLetterSpacing(text: string): string {
  return /^(?:\p{L} ){5,}\p{L}$/u.test(text) ? text.replaceAll(' ', '') : text
}

/** Names in capitals as they are written in a sentence: `SÄCHSISCHES OBERVERWALTUNGSGERICHT`. */
export function withoutCapitals(name: string): string {
  if (name !== name.toUpperCase() || name.length < 8) return name
  return name
    .toLowerCase()
    .replaceAll(/(?<![\p{L}])(?!(?:der|die|das|des|in|für|und|am|an|im)\b)\p{L}/gu, (letter) => letter.toUpperCase())
}
