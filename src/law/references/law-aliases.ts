import type { LawName } from '../answer.ts'
import { numberToRoman, romanToNumber } from './roman.ts'

const ordinals =
  'Erstes Zweites Drittes Viertes Fünftes Sechstes Siebtes Achtes Neuntes Zehntes Elftes Zwölftes Dreizehntes Vierzehntes'.split(
    ' ',
  )

const rules = [withoutYear, withoutSuffix, introductoryAct, socialCode]

/** Names under which a law is cited although no source lists them: `Zwölftes Buch Sozialgesetzbuch` for `SGB 12`. */
export function lawAliases(law: LawName): string[] {
  return [law.abbreviation, ...law.names].flatMap((name) => rules.flatMap((rule) => rule(name)))
}

/** `AufenthG 2004` → `AufenthG`: the publisher's way of telling editions apart. */
function withoutYear(name: string): string[] {
  const [, bare] = /^(\S+) (?:19|20)\d\d$/.exec(name) ?? []
  return bare ? [bare] : []
}

/** `Freizügigkeitsgesetz/EU` → `Freizügigkeitsgesetz`, `Grundgesetz für die Bundesrepublik Deutschland` → `Grundgesetz`. */
function withoutSuffix(name: string): string[] {
  const [, bare] = /^(\S{5,}(?: Gesetzbuch)?)(?:\/EU| für die Bundesrepublik Deutschland| \([^)]*\))$/.exec(name) ?? []
  return bare ? [bare] : []
}

/** The publisher writes `BGBEG`, everybody else `EGBGB`. */
function introductoryAct(name: string): string[] {
  const [, base] = /^([A-Z][A-Za-z]{2,5})EG$/.exec(name) ?? []
  return base ? [`EG${base}`] : []
}

function socialCode(name: string): string[] {
  const number = socialCodeNumber(name)
  if (number === null) return []
  const roman = numberToRoman(number)
  const ordinal = ordinals[number - 1] ?? ''
  return [
    ...[String(number), roman].flatMap((count) => [`SGB ${count}`, `SGB${count}`, `Sozialgesetzbuch ${count}`]),
    ...[`${ordinal} Buch`, `${ordinal} Buch des`].flatMap((book) => [`${book} Sozialgesetzbuch`, `${book} SGB`]),
    `Sozialgesetzbuch ${ordinal} Buch`,
  ]
}

function socialCodeNumber(name: string): number | null {
  const [, count = ''] = /^SGB ?(\d{1,2}|[IVX]{1,4})$/.exec(name) ?? []
  const [, inTitle] = /^Sozialgesetzbuch.*? (\p{L}+) Buch\b/u.exec(name) ?? []
  const number = inTitle
    ? ordinals.indexOf(inTitle) + 1
    : /^\d+$/.test(count)
      ? Number(count)
      : (romanToNumber(count) ?? 0)
  return number >= 1 && number <= ordinals.length ? number : null
}
