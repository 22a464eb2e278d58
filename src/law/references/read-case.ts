import { findDates } from '../../text/dates.ts'
import { shortCourt } from '../courts.ts'
import { isDay, type Day } from '../day.ts'
import type { Reference } from '../reference.ts'

/** A decision as it is cited, with what its Aktenzeichen alone does not say. */
export type CaseReference = Reference & { kind: 'case'; caseNumber: string }

const federal =
  'BVerwG|BVerfG|BGH|BSG|BAG|BFH|BPatG|EuGH|EuG|EGMR|GmSOGB|Bundesverwaltungsgerichts?|Bundesverfassungsgerichts?|Bundesgerichtshofs?|Bundessozialgerichts?|Bundesarbeitsgerichts?|Bundesfinanzhofs?'
const state =
  '(?:BayVGH|HessVGH|VGHBW|(?:Nds|Sächs|Thür|Hmb|Saarl|Schl-H|OVG|VGH|VG|LSG|SG|OLG|KG|LG|AG|FG|LAG|ArbG|VerfGH)(?:OVG)?' +
  '|Oberverwaltungsgerichts?|Verwaltungsgerichtshofs?|Verwaltungsgerichts?|Oberlandesgerichts?|Landessozialgerichts?)'
const place =
  '(?:[ \\u00a0](?:für[ ]das[ ]Land[ ])?[A-ZÄÖÜ][\\p{L}./-]{1,30}(?:[ ](?:am|an[ ]der|i\\.[ ]?d\\.)[ ][A-ZÄÖÜ]\\p{L}+)?){0,2}'
const courtName = `(?<court>${federal}|${state}${place})`
const kind =
  '(?:\\p{L}{0,20}(?:[Uu]rteile?|[Bb]eschlu(?:ss|ß)|[Bb]eschlüsse|[Bb]escheid)|Urt\\.|Beschl\\.|Ents?ch\\.|[BU]\\.|Entscheidung)' +
  '(?:[ ]de[rs][ ][^,;()]{2,60}?)?'
const date = '(?<date>\\d{1,2}\\.[ \\u00a0]?(?:\\d{1,2}\\.[ \\u00a0]?\\d{4}|\\p{L}{3,9}[ \\u00a0]\\d{4}))'
const joint = '[ \\u00a0,:]{0,3}(?:[-–—][ \\u00a0]?)?(?:(?:Az\\.?|Aktenzeichen):?[ ])?(?:BVerwG[ ])?$'

/** `BVerwG, Urteil vom 22. Februar 2024 - `, the court alone, or the date alone in a list that goes on. */
const leads = [
  new RegExp(
    `(?<![\\p{L}\\d])${courtName}(?:[ \\u00a0]<[^<>]{1,12}>)?[-, \\u00a0]{1,3}(?:${kind}[ \\u00a0]{0,2})?(?:(?:vom|v\\.)[ \\u00a0]?)?${date}${joint}`,
    'u',
  ),
  new RegExp(`(?<![\\p{L}\\d])${courtName}[, \\u00a0]{1,3}(?:${kind}${joint.slice(0, -1)})?$`, 'u'),
  new RegExp(`(?<![\\p{L}\\d])(?:${kind}[ \\u00a0]{0,2})?(?:vom|v\\.)[ \\u00a0]?${date}${joint}`, 'u'),
]

const journal =
  '(?:zitiert nach |zit\\. nach )?(?:[Jj]uris|BVerwGE \\d+, \\d+|NVwZ(?:-RR)? \\d{4}, \\d+|BGHZ \\d+, \\d+)'
const margin = new RegExp(
  `^(?:[ \\u00a0]?[-–—])?(?:[,;]?[ \\u00a0]?(?:\\[ECLI:[^\\]]{1,60}\\]|${journal})(?:[ \\u00a0]?<\\d+>)?)?[,;]?[ \\u00a0]?(?:Rn|Rdnr|RdNr|Rdn|Randnr|Randnummer|Rz)\\.?[ \\u00a0]?(\\d{1,4})(?!\\d)`,
  'u',
)

/** How far back a citation's court and date may stand, and the court of the one before it in a list. */
const before = 140

/**
 * The citation around an Aktenzeichen: court, day and Randnummer where they are written with it, the court of the citation
 * before where a list goes on (`… - 1 C 16.09 - und vom 16. November 2010 - 1 C 20.09 -`). `text.slice(start, end)` is
 * widened to the whole citation.
 */
export function readCase(text: string, found: CaseReference, last: Reference | undefined): CaseReference {
  const from = Math.max(0, found.start - before, last?.end ?? 0)
  const lead = leads.map((pattern) => pattern.exec(text.slice(from, found.start + leadInside(found)))).find(Boolean)
  const named = lead?.groups?.['court'] ?? courtOfEcli(found.caseNumber)
  const court = named
    ? shortCourt(named.replace(/gerichts$|hofs$/, (end) => end.slice(0, -1)))
    : inherited(text, found, last)
  const decidedOn = dayOf(lead?.groups?.['date'] ?? '')
  const number = margin.exec(text.slice(found.end, found.end + 100))
  const start = lead ? from + lead.index : found.start
  const end = found.end + (number?.[0].length ?? 0)
  return {
    ...found,
    start,
    end,
    text: text.slice(start, end),
    paragraph: number?.[1] ?? null,
    ...(court ? { court } : {}),
    ...(decidedOn ? { decidedOn } : {}),
  }
}

/** The court that the pattern of the number took with it (`BVerwG 1 C 12.22`). */
function leadInside({ text, caseNumber }: CaseReference): number {
  return text.indexOf(caseNumber)
}

function courtOfEcli(number: string): string | undefined {
  return new RegExp(`^ECLI:DE:(${federal}):`).exec(number)?.[1]
}

/** A list of decisions goes on with `und vom`, `, vom`, `; Urteil vom`: its court is the one before. */
function inherited(text: string, found: CaseReference, last: Reference | undefined): string | null {
  if (last?.kind !== 'case' || last.court === undefined || found.start - last.end > before) return null
  const between = text.slice(last.end, found.start)
  return /(?:und|sowie|,|;)[^.!?]{0,20}(?:vom|v\.)/u.test(between) ? last.court : null
}

function dayOf(words: string): Day | null {
  const [found] = words === '' ? [] : findDates(words.replaceAll('\u00a0', ' '))
  if (!found || found.year === null || found.month === null || found.day === null) return null
  const day = [found.year, found.month, found.day].map((part) => String(part).padStart(2, '0')).join('-')
  return isDay(day) ? day : null
}
