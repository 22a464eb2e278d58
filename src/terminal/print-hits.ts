import type { Day } from '../law/day.ts'
import type { RankedPassage, Why } from '../law/passage.ts'
import { linkLine } from './link-line.ts'
import { validityLine } from '../law/validity-line.ts'
import { wrap } from './wrap.ts'

const whyNames: Record<Why['by'], string> = {
  text: 'Wortlaut',
  vector: 'Sinn',
  reference: 'genannt',
  asked: 'übliche Fragen',
  cited: 'Verweis',
  defined: 'Begriffsbestimmung',
  implements: 'führt eine Fundstelle aus',
  list: 'dieselbe Aufzählung',
  rerank: 'Rangmodell',
}
const excerptChars = 400

/** Places found, for people: label, heading, the beginning of the text, link, and why each was found. */
export function printHits(hits: RankedPassage[], asOf: Day, width: number): string {
  return hits.map((hit) => printHit(hit, asOf, width)).join('\n\n')
}

function printHit(hit: RankedPassage, asOf: Day, width: number): string {
  const number = `${hit.rank}. `
  const indent = ' '.repeat(number.length)
  const text = hit.text.length > excerptChars ? `${hit.text.slice(0, excerptChars).trimEnd()} …` : hit.text
  const why = hit.why.map(({ by }) => whyNames[by]).join(', ')
  return [
    wrap([hit.label, hit.heading].filter(Boolean).join(' – '), width, indent, number),
    wrap(text, width, indent),
    wrap(`${validityLine(hit, asOf)} · gefunden über: ${why}`, width, indent),
    wrap(linkLine(hit), width, indent),
  ].join('\n')
}
