import { isCourtName, withoutLetterSpacing } from './court-name.ts'
import { courtCodeSource, docketSource } from './docket-form.ts'

/** A line of a document as a person sees it, without its end; `page` counts from 1 where the format has pages. */
export interface HeaderLine {
  text: string
  page?: number | null
}

/** A line and where it stands in the whole text. */
export interface PlacedLine {
  text: string
  start: number
  end: number
}

/** What kind of head it is: each has its own places for issuer, number and day. */
type Genre = 'eu_ruling' | 'eu_act' | 'parliament' | 'ruling' | 'decree'

/** The document as the recogniser looks at it. */
export interface HeaderText {
  /** All lines joined by line ends: what offsets of findings count in. */
  text: string
  lines: PlacedLine[]
  /** The lines before the reasons of a ruling; of other papers the first ones. */
  opening: PlacedLine[]
  genre: Genre
}

/** Longest part of a document looked at from its beginning: titles and forewords are longer than one thinks. */
const openingLines = 250
const reasons = /^(?:(?:Entscheidungs)?gründe|G ?r ?ü ?n ?d ?e|Tatbestand|T a t b e s t a n d|Randnummer)\s?:?$/i

/** No-break and thin spaces, which publishers put into days and names. */
const unusualSpace = /[\t\u00A0\u2000-\u200A\u202F]/g

/** The lines with their places; one space of any kind counts as a plain one. They should come without empty ones. */
export function readHeaderText(lines: readonly HeaderLine[]): HeaderText {
  let start = 0
  const placed = lines.map(({ text: written }) => {
    const text = written.replaceAll(unusualSpace, ' ')
    const line = { text, start, end: start + text.length }
    start = line.end + 1
    return line
  })
  const end = placed.findIndex(({ text }, at) => at >= openingLines || reasons.test(text))
  const opening = end === -1 ? placed.slice(0, openingLines) : placed.slice(0, end)
  return {
    text: placed.map(({ text }) => text).join('\n'),
    lines: placed,
    opening,
    genre: genreOf(placed, opening, end),
  }
}

const euRuling =
  /^(?:JUDGMENT|ORDER|OPINION)S? OF THE (?:COURT|GENERAL COURT|VICE)|^(?:URTEIL|BESCHLUSS) DE[SR] (?:GERICHTS|GERICHTSHOFS|VIZEPRÄSIDENT|PRÄSIDENT)|^Gutachten \d+\/\d+|^In (?:der Rechtssache|den verbundenen Rechtssachen|(?:Joined )?Cases?) [CTF][-‑–]/
const euAct =
  /^(?:[\d/A-Z]+: )?(?:(?:commission |council )?(?:(?:implementing |delegated )?(?:regulation|directive|decision)|recommendation|joint action)|(?:durchführungs|delegierte )?(?:verordnung|richtlinie|beschlu(?:ss|ß)|entscheidung|rahmenbeschlu(?:ss|ß))|empfehlung|gemeinsame maßnahme)(?: (?!zur|zum|über|für)\S+){0,3} (?:of the (?:european parliament|council|commission)|(?:des|der) (?:europäischen parlaments|rates\b|kommission))|^gemeinsame maßnahme$|^council (?:regulation|directive|decision|framework)|^commission .{0,30}(?:regulation|directive|decision)|^(?:der rat der europäischen|das europäische parlament und der rat|the (?:council of the european|european parliament and))/i
/** How the institutions begin and end what they enact; an act of a Land or the Federation may cite their titles. */
const enacted =
  /^(?:DER RAT DER|DAS EUROPÄISCHE PARLAMENT UND|DIE (?:EUROPÄISCHE )?KOMMISSION|THE (?:COUNCIL|EUROPEAN|COMMISSION)|HA(?:T|BEN) FOLGENDE|HA(?:S|VE) ADOPTED|GEMEINSAME MAßNAHME)/
const court =
  /^(?:Tenor|Leits[aä]tze?|Orientierungss[aä]tze?|Verfahrensgang):?$|^In de[rm] [^.]{0,80}(?:sache|streit|verfahren)[,:]?$|\bhat (?:der|die) \d+\w?\. (?:\w+-?)?(?:senat|kammer)|^hat das .{0,60}gericht|hat das .{0,60}gericht.{0,12}(?:senat|kammer|durch die)/i

const numbered = new RegExp(`^${courtCodeSource} ${docketSource}(?:$| )`, 'u')

/** A page that begins with the citation of the decision it shows. */
const cited = /^(?:[^,]{2,60}, )?(?:Urteil|Beschlu(?:ss|ß)|Gerichtsbescheid) (?:vom|v\.) \d/

function genreOf(lines: PlacedLine[], opening: PlacedLine[], end: number): Genre {
  const first = lines.slice(0, 20).map(({ text }) => text)
  const enactedHere = first.findIndex((text) => /^(?:Eingangsformel$|Auf ?[Gg]rund )/.test(text))
  if (
    first
      .slice(0, 6)
      .some((text) =>
        /(?:Bundestag|Landtag|Bundesrat|Bürgerschaft|Abgeordnetenhaus).*Drucksache|^Drucksache \d/.test(text),
      )
  )
    return 'parliament'
  if (first.some((text) => euRuling.test(text))) return 'eu_ruling'
  if (
    first.slice(0, 2).some((text) => euAct.test(text.slice(0, 400))) ||
    (first.slice(0, enactedHere === -1 ? 20 : enactedHere).some((text) => euAct.test(text)) &&
      opening.some(({ text }) => enacted.test(text)))
  )
    return 'eu_act'
  if (first.slice(0, 6).some((text) => cited.test(text))) return 'ruling'
  if (first.some((text) => isCourtName(withoutLetterSpacing(text)) || numbered.test(text))) return 'ruling'
  const hasReasons = end !== -1 && end < openingLines && lines[end] !== undefined && reasons.test(lines[end].text)
  return hasReasons || opening.some(({ text }) => court.test(text)) ? 'ruling' : 'decree'
}
