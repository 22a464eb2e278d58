import { largeCities } from '../../law/large-cities.ts'
import { laender } from '../../law/territory.ts'
import { fold } from '../../text/fold.ts'

/** `in Bayern`, `ABH München`; `nach Bayern` and `aus Bayern` say where somebody goes or comes from. */
const place =
  '(?:in|im|fur|bei der stadt|stadt|landeshauptstadt|auslanderbehorde|auslanderamt|abh|land|freistaat|regierung von)'
/** `bayerischer Erlass`: the stem of the adjective where it is not that of the name. */
const adjectives: Record<string, string> = {
  'DE-BW': 'baden-wurttembergisch',
  'DE-BY': 'bay[e]?risch',
  'DE-HE': 'hessisch',
  'DE-NI': 'niedersachsisch',
  'DE-SN': '(?<!nieder)sachsisch',
  'DE-ST': 'sachsen-anhaltisch',
  'DE-SH': 'schleswig-holsteinisch',
  'DE-TH': 'thuringisch',
  'DE-RP': 'rheinland-pfalzisch',
  'DE-NW': 'nordrhein-westfalisch',
  'DE-BB': 'brandenburgisch',
  'DE-SL': 'saarlandisch',
}
const shortNames: Record<string, string> = { 'DE-NW': 'nrw', 'DE-BW': 'bawu', 'DE-MV': 'meckpomm' }

const patterns = laender.map(({ code, name }) => {
  const names = [fold(name), shortNames[code], ...(largeCities[code] ?? []).map(fold)].filter(Boolean).join('|')
  const adjective = adjectives[code] ? `|(?<![a-z])${adjectives[code]}(?:e[mnrs]?)?(?![a-z])` : ''
  return { code, name, signs: new RegExp(`(?<![a-z])${place} (?:${names})(?![a-z-])${adjective}`) }
})

/** The Länder whose law or office a text names, by their names, adjectives and large cities. */
export function namedLands(text: string): { code: string; name: string }[] {
  const folded = fold(text).replace(/\s+/g, ' ')
  return patterns.filter(({ signs }) => signs.test(folded)).map(({ code, name }) => ({ code, name }))
}
