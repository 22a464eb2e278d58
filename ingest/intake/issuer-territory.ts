import { largeCities } from '../../src/law/large-cities.ts'
import { laender, territoriesOver } from '../../src/law/territory.ts'

const federal =
  /^Bundes|(?<!\p{L})Bundes(?:minist|amt|polizei|kanzler|agentur|verwaltung)|Deutschland|Deutscher Bundestag|^Auswärtiges Amt|Europäische[nrs]? (?:Union|Kommission|Parlament|Gerichtshof)/iu

/** How an office says in its own name which Land it belongs to, besides the Land's name. */
const ownWords: [code: string, RegExp][] = [
  ['DE-BW', /baden-württembergische|Regierungspräsidi\p{L}+ (?:Stuttgart|Karlsruhe|Freiburg|Tübingen)/iu],
  ['DE-BY', /(?<!\p{L})bayerische|Regierung von (?:Ober|Nieder|Mittel|Unter|der Ober|Schwaben)/iu],
  ['DE-BE', /(?<!\p{L})Berliner|Senatsverwaltung/iu],
  ['DE-BB', /brandenburgische/iu],
  ['DE-HB', /(?<!\p{L})brem(?:er|ische)|^(?:Der|Die)? ?Senator(?:in)? für/iu],
  ['DE-HH', /(?<!\p{L})hamburg(?:er|ische)/iu],
  ['DE-HE', /(?<!\p{L})hessische|Regierungspräsidi\p{L}+ (?:Darmstadt|Gießen|Kassel)/iu],
  ['DE-MV', /mecklenburg-vorpommersche/iu],
  ['DE-NI', /niedersächsische/iu],
  [
    'DE-NW',
    /(?<!\p{L})NRW(?!\p{L})|nordrhein-westfälische|Bezirksregierung (?:Arnsberg|Detmold|Düsseldorf|Köln|Münster)/iu,
  ],
  ['DE-RP', /rheinland-pfälzische|Aufsichts- und Dienstleistungsdirektion/iu],
  ['DE-SL', /saarländische/iu],
  ['DE-SN', /(?<!\p{L})sächsische/iu],
  ['DE-ST', /sachsen-anhaltische/iu],
  ['DE-SH', /schleswig-holsteinische/iu],
  ['DE-TH', /(?<!\p{L})thüring(?:er|ische)/iu],
]

/**
 * Where what an authority or court decides applies, by its name: `DE` of the Federation, the Land it names or is known
 * to lie in. Of a town the Land alone is known: one in the Land of `own` (where the office is) is taken for the office's,
 * one elsewhere for its Land's, so that it is never applied here. Null: the name does not say.
 */
export function issuerTerritory(issuer: string, own: string): string | null {
  if (federal.test(issuer)) return 'DE'
  const land = namedLand(issuer)
  if (land !== null) return land
  const city = landOfCity(issuer)
  return city === null || territoriesOver(own).includes(city) ? null : city
}

/** The one Land that a text names; null where it names none or several. */
export function namedLand(text: string): string | null {
  const byName = laender.filter(({ name }) => hasWord(text, name) && !isPartOfLonger(text, name))
  const named = new Set(byName.map(({ code }) => code))
  if (named.size === 0) for (const [code, words] of ownWords) if (words.test(text)) named.add(code)
  const [one] = named
  return named.size === 1 && one !== undefined ? one : null
}

/** `Sachsen` in `Sachsen-Anhalt` is not named. */
function isPartOfLonger(text: string, name: string): boolean {
  return laender.some((other) => other.name !== name && other.name.includes(name) && hasWord(text, other.name))
}

function hasWord(text: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}])${name}s?(?![\\p{L}])`, 'iu').test(text)
}

function landOfCity(issuer: string): string | null {
  const found = Object.entries(largeCities).find(([, cities]) =>
    cities.some((city) => new RegExp(`(?<![\\p{L}-])${city}(?![\\p{L}-])`, 'u').test(issuer)),
  )
  return found?.[0] ?? null
}
