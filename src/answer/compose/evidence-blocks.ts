import type { Evidence } from '../../law/answer.ts'
import { germanDay } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { sourceName } from '../../law/legal-order.ts'
import { territoryName } from '../../law/territory.ts'
import { asData } from '../../text/as-data.ts'

/** Sentences of one passage as the prompt has them: under its label, rank, first day and territory. */
export interface EvidenceBlock {
  evidence: Evidence[]
  text: string
}

/** The evidence passage by passage, in its order. */
export function evidenceBlocks(evidence: Evidence[]): EvidenceBlock[] {
  const blocks = new Map<string, Evidence[]>()
  for (const piece of evidence) blocks.set(piece.passage.id, [...(blocks.get(piece.passage.id) ?? []), piece])
  return [...blocks.values()].map((pieces) => {
    const lines = pieces.map(({ id, text }) => `${id}: ${asData(text)}`)
    return { evidence: pieces, text: [`<stelle> ${asData(headOf(pieces))}`, ...lines, '</stelle>'].join('\n') }
  })
}

function headOf([first]: Evidence[]): string {
  if (!first) return ''
  const { label, heading } = first.passage
  return `${[label, heading].filter(Boolean).join(': ')} (${standing(first.passage)})`
}

/** An assumed first day is the oldest text's: that text stands for the days before it, and did not begin then. */
function standing({ document, territory, validFrom, validBasis }: RankedPassage): string {
  const since = validBasis === 'assumed' ? 'ältester Text vom' : 'Text in Kraft seit'
  return `${sourceName(document)}, ${since} ${germanDay(validFrom)}, ${territoryName(territory)}`
}
