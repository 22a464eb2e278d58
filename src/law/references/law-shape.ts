import { matchAt } from '../../text/match-at.ts'
import type { Span } from '../document-text.ts'
import { euActShapes } from './eu-act-shape.ts'

const upper = 'A-ZÄÖÜ'
const after = '(?![\\p{L}\\d])'

/** Capitals after a § that are no law: offices, places, the Union itself. */
const noLaw = new Set([
  'EU',
  'EG',
  'BAMF',
  'ABH',
  'AZR',
  'NRW',
  'BRD',
  'DDR',
  'USA',
  'BVerwG',
  'BVerfG',
  'EuGH',
  'OVG',
  'VGH',
  'VG',
  'BGH',
  'BGBl',
])

/** Words that end like a law's name and are none. */
const noName =
  /^(?:Richtlinie|Rechtsverordnung|Rechtsordnung|Verordnung|Anordnung|Ordnung|Gesetz|Zuordnung|Einordnung|Verteilungsordnung|Bundesgesetz|Landesgesetz|Landesverordnung|Staatsvertrag|Vertrag|Arbeitsvertrag|Mietvertrag|Ausbildungsvertrag|Kaufvertrag|Tarifvertrag)(?:e?s)?$/

const socialCode = new RegExp(`SGB[ \\u00a0-]?(?:[IVX]{1,4}|\\d{1,2})${after}`, 'uy')
const socialCodeBook = new RegExp(
  `[${upper}]\\p{Ll}{3,12}(?:en|es) Buch(?:e?s)?(?: (?:des )?(?:Sozialgesetzbuch(?:e?s)?|SGB))${after}`,
  'uy',
)
const abbreviation = new RegExp(`[${upper}][\\p{L}]{1,24}(?:[-/][${upper}][\\p{L}]{0,12}){0,2}${after}`, 'uy')
const kind =
  '(?:gesetz|gesetzbuch|ordnung|übereinkommen|konvention|verfassung|vertrag|satzung|charta|kodex|richtlinie)(?:e?s|e)?(?:/EU)?'
const introductory = new RegExp(
  `(?:Ein|Aus|Durch)führungsgesetz(?:es)? (?:zum|zur) (?:[${upper}]\\p{Ll}{2,20}en )?[${upper}][\\p{L}-]{1,40}${after}`,
  'uy',
)
const title = new RegExp(
  `(?:[${upper}][\\p{L}-]{1,40}- und )?(?:[${upper}]\\p{Ll}{2,20}(?:en|es) )?[${upper}-][\\p{L}-]{0,60}?${kind}${after}`,
  'uy',
)
const described = new RegExp(
  `(?:Gesetzes?|Verordnung|Übereinkommens?|Abkommens?|Vertrag(?:e?s)?) (?:über|zur|zum|für|vom|von)(?: [\\p{Ll}\\d.]{1,20}){0,3} [${upper}][\\p{L}-]{1,50}(?: \\d{4})?`,
  'uy',
)

/** Reads a law's name by its shape alone, so that an unknown law is read as one and can be reported as unknown. */
export function readLawShape(text: string, at: number): Span | null {
  const exact = firstOf([socialCode, socialCodeBook, ...euActShapes, described, introductory], text, at)
  if (exact) return { start: at, end: at + exact.length }
  const long = matchAt(title, text, at)?.[0]
  if (long && !noName.test(long)) return { start: at, end: at + long.length }
  const short = matchAt(abbreviation, text, at)?.[0]
  return short && isAbbreviation(short) ? { start: at, end: at + short.length } : null
}

function isAbbreviation(word: string): boolean {
  return !noLaw.has(word) && (word.match(/\p{Lu}/gu) ?? []).length >= 2 && !/\p{Ll}{9}/u.test(word)
}

function firstOf(patterns: RegExp[], text: string, at: number): string | null {
  for (const pattern of patterns) {
    const found = matchAt(pattern, text, at)
    if (found) return found[0]
  }
  return null
}
