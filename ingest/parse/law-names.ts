interface PublishedNames {
  /** The publisher's own abbreviations, made unique by a year or number: `AufenthG 2004`. */
  jurabks: string[]
  /** The official abbreviation. */
  amtabk: string | null
  shortTitle: string | null
  title: string
  slug: string
}

/** What a citation of the law ends with, and every name statutes and people cite it by. */
export function lawNames(published: PublishedNames): { abbreviation: string; names: string[] } {
  const { jurabks, amtabk, shortTitle, title, slug } = published
  const book = socialCodeBook(jurabks[0] ?? '')
  const introductory = introductoryAct(jurabks[0] ?? '', title)
  const plain = jurabks.map((jurabk) => withoutYear(jurabk, `${title} ${shortTitle ?? ''}`, amtabk !== null))
  const abbreviation = amtabk ?? book?.[0] ?? introductory ?? plain[0] ?? slug
  const titles = [shortTitle, title, title.replace(/\s*\([^()]*\)\s*$/, '')].filter((name) => name !== null)
  if (abbreviation === 'GG') titles.push('Grundgesetz')
  const written = titles.flatMap((name) => [name, modernSpelling(name)])
  const names = [abbreviation, ...plain, ...jurabks, ...(book ?? []), ...written]
  if (book === null) names.push(...written.flatMap(genitives))
  if (introductory !== null) names.push(introductory)
  names.push(...(customary[slug] ?? []))
  return { abbreviation, names: [...new Set(names)].filter((name) => name !== '') }
}

/** Names in use that the publisher does not give: former titles, and what practice says for short. */
const customary: Record<string, string[]> = {
  asylvfg_1992: ['Asylverfahrensgesetz', 'Asylverfahrensgesetzes'],
  freiz_gg_eu_2004: ['FreizügG', 'Freizügigkeitsgesetz', 'Freizügigkeitsgesetzes'],
  uhvorschg: ['UVG'],
}

/**
 * The year by which the publisher tells laws of one name apart goes; it stays where the title has it too
 * (`Rentenanpassungsverordnung 2002`). Where there is an official abbreviation, this one is only a further name.
 */
function withoutYear(jurabk: string, titles: string, official: boolean): string {
  const year = / ((?:18|19|20)\d\d)$/.exec(jurabk)?.[1]
  if (year === undefined || (!official && titles.includes(year))) return jurabk
  return jurabk.slice(0, -5)
}

/** The publisher files introductory acts under the act they introduce: BGBEG is cited as EGBGB. */
function introductoryAct(jurabk: string, title: string): string | null {
  return title.startsWith('Einführungsgesetz zu') && /^[A-Za-z]+EG$/.test(jurabk) ? `EG${jurabk.slice(0, -2)}` : null
}

const ordinals = 'Erst Zweit Dritt Viert Fünft Sechst Siebt Acht Neunt Zehnt Elft Zwölft Dreizehnt Vierzehnt'.split(' ')
const roman = 'I II III IV V VI VII VIII IX X XI XII XIII XIV'.split(' ')

/** The books of the Sozialgesetzbuch: `SGB II`, `Zweites Buch Sozialgesetzbuch`, and as it is inflected. */
function socialCodeBook(jurabk: string): [string, ...string[]] | null {
  const book = Number(/^SGB (\d{1,2})(?: \d{4})?$/.exec(jurabk)?.[1])
  const ordinal = ordinals[book - 1]
  if (ordinal === undefined) return null
  const inflected = [`${ordinal}es Buch`, `${ordinal}en Buches`, `${ordinal}en Buchs`, `${ordinal}en Buch`]
  const number = roman[book - 1] ?? ''
  const short = [`SGB ${book}`, `SGB${book}`, `SGB${number}`, `Sozialgesetzbuch ${number}`]
  const long = inflected.flatMap((name) => [
    `${name} Sozialgesetzbuch`,
    `${name} des Sozialgesetzbuchs`,
    `${name} des Sozialgesetzbuches`,
  ])
  return [`SGB ${number}`, ...short, ...long, `Sozialgesetzbuch ${ordinal}es Buch`]
}

/** `Bürgerliches Gesetzbuch` → `Bürgerlichen Gesetzbuchs`, `… Gesetzbuches`; other nouns do not change. */
function genitives(name: string): string[] {
  const noun = /gesetz(buch)?(?=$|[\s/,–-])/i.exec(name)
  if (noun === null || /ordnung|bekanntmachung/i.test(name.slice(0, noun.index))) return []
  const before = name.slice(0, noun.index).replace(/(\p{L})es (?=\p{Lu}|$)/gu, '$1en ')
  const endings = noun[1] === undefined ? ['es'] : ['s', 'es']
  return endings.map((ending) => `${before}${noun[0]}${ending}${name.slice(noun.index + noun[0].length)}`)
}

/** Titles from before the spelling reform, as laws since then write them. */
function modernSpelling(name: string): string {
  return name.replace(/(proze|pa|schlu|me|flu|nachla)ß/gi, '$1ss').replace('Schiffahrt', 'Schifffahrt')
}
