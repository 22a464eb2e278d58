import { germanDay } from '../../../src/law/day.ts'
import type { NormLookup, NormText } from '../../../src/law/library.ts'
import type { Unit } from '../../../src/law/document-text.ts'
import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import type { GoldNorm } from '../reference-case.ts'
import { type Fault, faultIn, type NumberedCase } from './fault.ts'

/** Looks a norm up by the law's slug. */
export type FindNorm = (law: string, norm: string, asOf: NumberedCase['question']['as_of']) => Promise<NormLookup>

/** Whether the norms a question is measured by exist and are in force on its day, have the Absatz, and say the quote. */
export async function checkGold(one: NumberedCase, gold: GoldNorm[], findNorm: FindNorm): Promise<Fault[]> {
  const faults: Fault[] = []
  for (const norm of gold) {
    const lookup = await findNorm(norm.law, norm.norm, one.question.as_of)
    const fault = lookup.found ? faultOfText(one, norm, lookup.norm) : faultOfAbsence(one, norm, lookup)
    if (fault) faults.push(fault)
  }
  return faults
}

function faultOfAbsence(one: NumberedCase, gold: GoldNorm, lookup: NormLookup & { found: false }): Fault {
  const name = `${gold.norm} ${gold.law}`
  switch (lookup.reason) {
    case 'unknown_document':
      return faultIn(
        one,
        'error',
        `das Gesetz ${gold.law} ist nicht in der Sammlung`,
        'einlesen (npm run ingest) oder das Kürzel berichtigen',
      )
    case 'unknown_norm':
      return faultIn(
        one,
        'error',
        `${name} gibt es nicht`,
        'so schreiben, wie die Normen in der Sammlung heißen: „§ 18g“, „Art 6“, „Anlage 1“',
      )
    case 'not_yet':
      return faultIn(
        one,
        'error',
        `${name} gilt am ${germanDay(one.question.as_of)} noch nicht, erst ab ${germanDay(lookup.from)}`,
        'Stichtag oder Norm berichtigen',
      )
    case 'no_longer':
      return faultIn(
        one,
        'error',
        `${name} gilt am ${germanDay(one.question.as_of)} nicht mehr${lookup.until ? `, nur bis vor den ${germanDay(lookup.until)}` : ''}`,
        'Stichtag oder Norm berichtigen',
      )
  }
}

function faultOfText(one: NumberedCase, gold: GoldNorm, text: NormText): Fault | null {
  const name = `${gold.norm} ${gold.law}`
  const day = germanDay(one.question.as_of)
  if (text.repealed) return faultIn(one, 'error', `${name} ist am ${day} weggefallen`, 'Stichtag oder Norm berichtigen')
  const absaetze = text.units.filter(({ kind }) => kind === 'absatz')
  const meant = absaetze.find(({ number }) => number === gold.para)
  if (gold.para !== null && !meant) {
    const there = absaetze.map(({ number }) => number).join(', ')
    return faultIn(
      one,
      'error',
      `${name} hat am ${day} keinen Absatz ${gold.para}`,
      there === '' ? 'para auf null setzen: die Norm hat keine Absätze' : `vorhanden sind: ${there}`,
    )
  }
  return faultOfQuote(one, gold, text, meant ?? null)
}

function faultOfQuote(one: NumberedCase, gold: GoldNorm, { text, units }: NormText, meant: Unit | null): Fault | null {
  if (gold.quote === undefined) return null
  const quote = foldWhiteSpace(gold.quote).trim()
  const says = (part: string) => foldWhiteSpace(part).includes(quote)
  if (quote !== '' && says(meant ? text.slice(meant.start, meant.end) : text)) return null
  const what = `das Zitat „${shorten(quote)}“ steht nicht wörtlich in ${gold.norm}${meant ? ` Abs. ${meant.number}` : ''} ${gold.law}`
  const elsewhere = units.find(({ kind, start, end }) => kind === 'absatz' && says(text.slice(start, end)))
  const remedy =
    quote !== '' && elsewhere
      ? `es steht in Absatz ${elsewhere.number}: para berichtigen`
      : `aus der Fassung vom ${germanDay(one.question.as_of)} kopieren (npx fundstelle norm "${gold.norm} …" --as-of ${one.question.as_of}) oder quote weglassen`
  return faultIn(one, 'error', what, remedy)
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
