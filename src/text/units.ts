import { fold } from './fold.ts'
import { stem } from './stem.ts'

const measures = (
  'euro cent prozent tag woche monat jahr lebensjahr kalenderjahr schuljahr arbeitstag werktag kalendertag stunde ' +
  'unterrichtsstunde unterrichtseinheit minute sekunde punkt tagessatz monatsrate quadratmeter kilometer meter ' +
  'semester quartal vierteljahr halbjahr kalendermonat kalenderwoche zeitstunde lebensmonat zentimeter millimeter'
).split(' ')
const irregular: Record<string, string> = {
  '%': 'prozent',
  '€': 'euro',
  eur: 'euro',
  euros: 'euro',
  tagessatze: 'tagessatz',
  tagessatzen: 'tagessatz',
}
const inflected = new Map(
  measures.flatMap((measure) =>
    ['', 'e', 'n', 'en', 's', 'es', 'er'].map((ending) => [measure + ending, measure] as const),
  ),
)

/** The unit a noun names: a measure in the singular, or any other noun by its stem. */
export function unitOf(noun: string): { name: string; isMeasure: boolean } {
  const folded = fold(noun)
  const measure = irregular[folded] ?? inflected.get(folded)
  return measure === undefined ? { name: stem(folded), isMeasure: false } : { name: measure, isMeasure: true }
}
