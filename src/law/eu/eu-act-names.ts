import { parseCelex, type Celex } from './celex.ts'
import { officeEuActs } from './office-eu-acts.ts'

/**
 * What a citation of an act ends with, and every name it is cited by: those formed from kind, number and year, those
 * in use, and its title. `title` decides between EWG, EG and EU; without it the year of the act does.
 */
export function euActNames(celex: string, title: string | null): { abbreviation: string; names: string[] } {
  const read = parseCelex(celex)
  const usual = officeEuActs.find((act) => act.celex === celex)?.names ?? []
  const formed = read === null ? [] : numberNames(read, title)
  const given = title === null ? [] : [title, ...bracketed(title)]
  const names = [...usual, ...formed, ...given]
  const abbreviation = names[0] ?? celex
  return { abbreviation, names: [...new Set([abbreviation, ...names])] }
}

/** `… (Visakodex)` at the end of a title is what the act calls itself. */
function bracketed(title: string): string[] {
  const name = /\((\p{Lu}[\p{L} -]{3,60})\)(?: \([^()]*\))?$/u.exec(title)?.[1]
  return name === undefined || /^(?:Text|Neufassung|Kodifizierte|Kodifizierter)/.test(name) ? [] : [name]
}

type Naming = (celex: Celex, community: string) => string[]

const namings: Record<string, Naming> = { R: regulation, L: directive, D: decision, F: frameworkDecision }

function numberNames(celex: Celex, title: string | null): string[] {
  const naming = celex.sector === '3' ? namings[celex.type] : undefined
  if (naming === undefined) return []
  const stated = /\((EU|EG|EWG)\)|\d\/(EU|EG|EWG)\b/.exec(title ?? '')
  const community = stated?.[1] ?? stated?.[2]
  const named = community === undefined ? communitiesOf(celex.year) : [community]
  return named.flatMap((name) => naming(celex, name))
}

/** The Union took the Community's place on 1 December 2009, the Community the EWG's on 1 November 1993. */
function communitiesOf(year: number): string[] {
  if (year === 2009) return ['EG', 'EU']
  if (year === 1993) return ['EWG', 'EG']
  return [year > 2009 ? 'EU' : year > 1993 ? 'EG' : 'EWG']
}

/** Until 2014 `Nr. 604/2013`, since then `2016/399`; before 1999 the year has two digits. */
function regulation({ year, number }: Celex, community: string): string[] {
  const count = year >= 2015 ? `${year}/${number}` : `${number}/${shortYear(year)}`
  const counts = year >= 2015 ? [count] : [count, `Nr. ${count}`]
  const short = ['VO', 'Verordnung', 'EU-VO'].flatMap((word) => counts.map((one) => `${word} ${one}`))
  return [
    `VO (${community}) ${count}`,
    ...counts.flatMap((one) => [`Verordnung (${community}) ${one}`, `VO (${community}) ${one}`]),
    ...short,
    `VO ${count}/${community}`,
    `Verordnung ${count}/${community}`,
  ]
}

function directive({ year, number }: Celex, community: string): string[] {
  return yearFirst(['RL', 'Richtlinie'], year, number, community)
}

function decision({ year, number }: Celex, community: string): string[] {
  return yearFirst(['Beschluss', 'Durchführungsbeschluss', 'Entscheidung'], year, number, community)
}

/** Third pillar: framework decisions, before them joint actions. */
function frameworkDecision({ year, number }: Celex): string[] {
  return [`${year < 1999 ? 'Gemeinsame Maßnahme' : 'Rahmenbeschluss'} ${shortYear(year)}/${number}/JI`]
}

/** `RL 2008/115/EG`, since 2015 `RL (EU) 2021/1883`; people write the newer in the old way, too. */
function yearFirst(words: string[], year: number, number: number, community: string): string[] {
  const count = `${shortYear(year)}/${number}`
  return words.flatMap((word) => {
    const suffixed = `${word} ${count}/${community}`
    const prefixed = `${word} (${community}) ${count}`
    const official = year >= 2015 ? [prefixed, suffixed] : [suffixed, prefixed]
    return [...official, `${word} ${count}`]
  })
}

function shortYear(year: number): string {
  return year < 1999 ? String(year % 100).padStart(2, '0') : String(year)
}
