import type { Day } from '../../../src/law/day.ts'
import { officeNumberSource, trimmed } from './decree-numbers.ts'
import { findDays } from './find-days.ts'
import { instrumentSource } from './instrument-words.ts'

/** A work named in a clause that puts it out of force. Half-open range in the text it was looked for in. */
export interface NamedWork {
  /** The name as written, without article and day. */
  text: string
  issuedOn: Day | null
  fileNumber: string | null
  start: number
  end: number
}

/** What is said of the named work itself: by whom it was changed, which wording is meant, where it was published. */
const asides = [
  /\([^()]*\)/g,
  /\([^()]*\)/g,
  /\[[^[\]]*\]/g,
  /,\s(?:die|der|das|welche[rs]?)\s(?:zuletzt\s|durch\s|laut\s|gemäß\s|nach\s|mit\s|mehrfach\s)[\s\S]{0,600}?(?:worden\s(?:ist|sind)|geändert\s(?:wurden?|ist|sind)|enthalten\s(?:ist|sind))/g,
  /,?\s(?:zuletzt\s)?(?:geändert|enthalten|ergänzt|verlängert)\s(?:durch|laut|in|mit)\s(?:[^,()]|,(?=\sfür|\sdes|\sder\s\p{Lu}))*/gu,
]
const wording =
  /\s(?:in\sder\s(?:jeweils\sgeltenden\s|zuletzt\sgeltenden\s)?Fassung)(?:\sder\sBekanntmachung)?(?=\svom)/
const articles =
  /^(?:[\s,;:]|und\s|sowie\s|bzw\.\s|oder\s|zugleich\s|auch\s|(?:\d{1,2}\.|[a-z]\)|[-–•])\s)*(?:(?:[Dd]er|[Dd]ie|[Dd]as|[Dd]en|dem|des|[Mm]eine?n?s?|[Uu]nser(?:e|en|es)?|folgende[rns]?)\s)?/
const part =
  /^(?:§|Art(?:ikel|\.)?\s|(?:(?:\p{L}+te[rns]?|\d+\.)\s)?(?:Unterabschnitt|Abschnitt|Teil|Kapitel|Titel|Absatz|Satz)\s|Absätze|Abschnitte|Vorschriften\s(?:der|des|in)\s|Tarifstelle|Fußnote|Absatz|Abs\.|Nummern?\s|Nrn?\.|Ziffern?\s|Anlagen?\s|Anhang|Satz|Sätze|Buchstaben?\s|Teil\s|Kapitel|Wörter|Wort\s|Angabe|Regelung|Bestimmung)/u

/** Every work named in a clause with its day or number; single provisions are none, nor one that ends only `soweit …`. Offsets count in `clause`. */
export function repealedWorks(clause: string): NamedWork[] {
  const plain = asides.reduce(blank, clause)
  const days = findDays(plain).filter(({ start }) => /\b(?:vom|v\.)\s$/.test(plain.slice(0, start)))
  const ends: { nameEnd: number; end: number; day: Day | null }[] = days.map(({ day, start, end }) => ({
    day,
    end,
    nameEnd: start,
  }))
  if (ends.length === 0) ends.push({ day: null, end: plain.length, nameEnd: plain.length })
  let from = 0
  return ends.flatMap(({ day, end, nameEnd }, at) => {
    const before = plain.slice(from, nameEnd)
    if (isOfNamedAct(before, plain.slice(end, ends[at + 1]?.nameEnd ?? end))) return []
    const isOtherWording = from > 0 && /^[\s,]*(?:in\s(?:der|ihrer|seiner)\s.{0,40}Fassung)/.test(before)
    const start = from + (articles.exec(before)?.[0].length ?? 0)
    const more = behindDay.exec(plain.slice(end))?.[0] ?? ''
    from = end + more.length
    const raw = plain
      .slice(start, nameEnd)
      .replace(/\s(?:vom|v\.)\s$/, ' ')
      .replace(wordingAtEnd, '')
    const text = `${clause.slice(start, start + raw.trimEnd().length)}${more.trimEnd()}`.replaceAll(/\s+/g, ' ')
    const fileNumber = numberNear(clause, plain, start, nameEnd, end)
    if (/^\s*,\s(?:in)?soweit\s/.test(plain.slice(end))) return []
    if (isOtherWording || part.test(text) || !isWork(text, day, fileNumber)) return []
    return [{ text, issuedOn: day, fileNumber, start, end }]
  })
}

const actInName = new RegExp(
  `\\s(?:zur|zum|zu|über|für)\\s(?:[\\s\\S]*\\s)?(?:der|des|dem|zum|zur)\\s(?:\\S+\\s){0,2}?(?:${instrumentSource}|Abkommens?|Übereinkommens?|Vertrage?s?|Protokolls?)\\s[\\s\\S]{0,60}$`,
  'u',
)
const nextWork = new RegExp(
  `(?:[,;\\n]|\\s(?:und|sowie|oder))\\s*(?:(?:\\d{1,2}\\.|[a-z]\\)|[-–•])\\s*)?(?:(?:der|die|das|den)\\s)?(?:\\S+\\s+){0,3}?(?:\\p{L}+-)*${instrumentSource}(?!\\p{L})`,
  'u',
)

/** `Verordnung zur Durchführung der Richtlinie vom 20. Juni 1991 über … vom 12. Juli 1993`: the first day is not its own. */
function isOfNamedAct(before: string, between: string): boolean {
  return actInName.test(before) && /\S/.test(between) && !/Fassung|geändert/.test(between) && !nextWork.test(between)
}

/** `Verordnung vom 9. Dezember 1965 über …`: the name goes on behind its day. */
const behindDay =
  /^\s(?:über|zur|zum|betreffend)\s(?:(?![,;]|\s(?:und|sowie)\s(?:der|die|das)\s|\s\d{1,2}\.\s\p{Lu}|\s{4})[\s\S]){3,300}/u
const wordingAtEnd = new RegExp(`${wording.source.replace('(?=\\svom)', '')}\\s*$`)

function blank(text: string, pattern: RegExp): string {
  return text.replaceAll(pattern, (words) => ' '.repeat(words.length))
}

/** A name that says which work is meant even without a day: `Musterausweisverordnung`, `Erlass über Muster`. */
const ownName = new RegExp(
  `^(?:\\S+\\s){0,3}(?:[\\p{L}-]{6,}(?:ordnung|erlass|erlaß|richtlinien?|vorschrift(?:en)?|anweisung|bekanntmachung|satzung)(?!\\p{L})|${instrumentSource}\\s(?:über|zur|zum)\\s)`,
  'u',
)

function isWork(text: string, day: Day | null, fileNumber: string | null): boolean {
  if (!/^[\p{L}„"]/u.test(text) || /^diese[rs]?\s/i.test(text) || text.length > 700) return false
  if (!/\p{Lu}\p{Ll}|\p{Lu}{2}/u.test(text)) return false
  return day !== null || fileNumber !== null || (ownName.test(text) && !text.includes('soweit'))
}

/** `Erlass vom 3.5.2019 – 15-39.06.01`, `Erlass 15-39.06.01 vom 3.5.2019`, `(Az. 15-39.06.01)`. */
function numberNear(clause: string, plain: string, start: number, nameEnd: number, end: number): string | null {
  const behind = new RegExp(
    `^\\s?(?:[-–—(,]\\s?)?(?:(?:Az|AZ|Aktenzeichen|Gz|GZ)\\.?:?\\s)(?<number>${officeNumberSource})|^\\s?[-–—(]\\s?(?!BGBl|GV|BAnz|SächsABl|SächsGVBl|MBl|GMBl|VkBl|ABl|SMBl|n\\. ?v)(?<other>${officeNumberSource})\\s?[-–—)]?`,
    'u',
  )
  const found = behind.exec(clause.slice(end, end + 80))?.groups
  const inName = new RegExp(`(?:Az|AZ|Aktenzeichen|Gz|GZ)\\.?:?\\s(?<number>${officeNumberSource})`, 'u').exec(
    plain.slice(start, nameEnd),
  )?.groups
  const number = found?.['number'] ?? found?.['other'] ?? inName?.['number']
  return number !== undefined && /\d.*\d/.test(number) ? trimmed(number) : null
}
