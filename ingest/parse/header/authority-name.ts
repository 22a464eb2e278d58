const office =
  '(?:\\p{L}*(?:[Mm]inisterium|[Mm]inisteriums)|\\p{L}*[Mm]inister(?:in|s)?|\\p{L}*[Rr]egierung|[\\p{L}-]*(?:[Aa]nstalt|[Aa]mt(?:e?s)?|[Bb]ank|[Aa]gentur|[Bb]ehörde)|Ministerrat(?:e?s)?|Generaldirektion|Landesdirektion|Regierungspräsidiums?|Regierung|Senats?|Senators?|Senatorin|Senatsverwaltung|Bezirksamt(?:e?s)?|Magistrats?|Landrats?|Landrätin|Beauftragte[rn]?|Direktoriums?|(?:Ober)?[Bb]ürgermeister(?:in|s)?|(?:Bundes|Landes)?[Pp]räsident(?:in|en)?|Bundeskanzler(?:in|s)?|Ministerpräsident(?:in|en)?|Bundestag(?:e?s)?|Landtag(?:e?s)?|(?:Bundesa|A)usschuss(?:es)?|Vorstands?|Chef(?:in|s)?|Verwaltung|Direktor(?:in|s)?|Landkreis(?:es)?|Kreis(?:es)?|(?:Landeshaupt|Kreis|Universitäts|Bundes|Hanse)?[Ss]tadt|Gemeinde|(?:Stadt|Kreis|Gemeinde|Landes)verwaltung|Ausländerbehörde|Behörde)'
const adjective =
  '(?:(?:\\p{Lu}[\\p{L}-]*(?:sche|che|are)[rnsm]?|Zentrale[rn]?|Oberste[rn]?|Große[rn]?|Freien? und|Freien?) )?'
/** A small word that is neither article nor link of a name nor an adjective of it (`ländlichen`): an adverb or a verb. */
const adverb =
  '\\s(?!(?:des|der|die|das|den|dem|für|und|von|am|im|in|an|bei|beim|zu)\\s|[dfuvi]\\.|(?:\\p{Ll}+e[nmrs]?(?:,|\\s(?:und\\s)?)){1,2}\\s?\\p{Lu})\\p{Ll}'
/** Words of a name behind its noun; a name ends where one of `stops` begins. */
const stops = `${adverb}|(?:,?\\s(?:hinsichtlich|soweit|jeweils|vertreten))|\\s(?:über|zur|zum|nach|vom|v\\.|betreffend|gemäß|im (?:Einvernehmen|Benehmen)|mit Zustimmung|auf (?:Grund|Vorschlag|der)|aufgrund|unter|in (?:seiner|ihrer)|an:|folgende|bekannt|am \\d|gemeinsam|sowie|für (?:die|den|das|ihren?|seinen?)\\s|verordnet|ordnet|erlässt|bestimmt|gibt|hat|haben|wird|werden|kann|legt|macht|weist|bittet)|(?<!für|und)\\s(?:die|den|dem|das)\\s|\\s?[:;(–]|\\s- |, (?:nachdem|die|der|das|zur|über)\\s|$`

/** Pattern of an authority's name up to the words that go on: `Ministerium des Innern`, `Sächsischen Staatsregierung`. */
export const authoritySource = `${adjective}${office}(?![\\p{L}])(?:(?!${stops})[\\s\\S]){0,140}?(?=${stops})`

const exact = new RegExp(
  `^(?:(?:Der|Die|Das) )?${adjective}${office}(?![\\p{L}])(?:[ ,/–-]+(?:\\p{Lu}[\\p{L}-]*|des|der|die|das|für|und|von|beim?|am|im|in|den|AG|GmbH|\\d))*$`,
  'u',
)
const verbs = /\s(?:ist|sind|wird|werden|hat|haben|kann|soll|tritt)\b/

/** True for a line that is an authority's name and nothing else, as in a letterhead or a signature. */
export function isAuthorityName(text: string): boolean {
  return text.length <= 160 && exact.test(text) && !verbs.test(text)
}

/**
 * The name in the nominative: `Sächsischen Staatsministeriums des Innern` (with `des` before it) is `Sächsisches
 * Staatsministerium des Innern`. `article` is the word before the name, null where there is none.
 */
export function nominative(name: string, article: string | null): string {
  const [first = '', ...rest] = name.replaceAll(/\s+/g, ' ').split(' ')
  const parts = / und de[sr] /.exec(name)
  if (
    parts &&
    /ministeriums?\b|regierung/.test(
      name
        .slice(parts.index + parts[0].length)
        .split(' ')
        .slice(0, 2)
        .join(' '),
    )
  )
    return `${nominative(name.slice(0, parts.index), article)} und ${nominative(name.slice(parts.index + parts[0].length), parts[0].trim().split(' ')[1] ?? null)}`
  const word =
    article === 'd.'
      ? (/^\S+sche/.test(first) ? (rest[0] ?? '') : first).endsWith('s')
        ? 'des'
        : 'der'
      : article?.toLowerCase()
  if (/(?:sche|che|are)[rnsm]?$/.test(first) && rest.length > 0) {
    const stem = first.replace(/(?<=sche|che|are)[rnsm]$/, '')
    const own = word === 'des' ? withoutGenitive(rest[0] ?? '') : (rest[0] ?? '')
    return [`${stem}${endingOf(own, word)}`, own, ...rest.slice(1)].join(' ')
  }
  return [word === 'des' ? withoutGenitive(first) : first, ...rest].join(' ')
}

/** `Sächsisches Ministerium`, `Deutscher Bundestag`, `Sächsische Staatsregierung`; behind "Der", "Die", "Das" the same. */
function endingOf(noun: string, article: string | undefined): string {
  if (/(?:ung|bank|agentur|anstalt|behörde|direktion|in|stadt)$/.test(noun) || article === 'die') return ''
  return /(?:ministerium|amt|präsidium)$/i.test(noun) || article === 'das' ? 's' : 'r'
}

function withoutGenitive(noun: string): string {
  return noun
    .replace(
      /(?<=[Mm]inisterium|präsidium|[Mm]inister|[Mm]eister|kanzler|[Ss]enator|[Vv]orstand|[Dd]irektor|[Ss]enat|[Mm]agistrat|[Ll]andrat|[Cc]hef)s$/,
      '',
    )
    .replace(/(?<=[Aa]mt|tag|[Kk]reis)e?s$/, '')
    .replace(/(?<=[Pp]räsident)en$/, '')
}
