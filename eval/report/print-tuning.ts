import type { TunedWeights } from '../run/tune-weights.ts'
import { figureCells, figureHeads } from './estimate-cell.ts'

const NAME = 26
const CHOICES_SHOWN = 5

/** What tuned weights reach on topics they were not tuned on, and which weights those were. */
export function printTuning({ tried, heldOut, chosen, inSample }: TunedWeights): string {
  const topics = chosen.reduce((sum, choice) => sum + choice.topics, 0)
  return [
    `${`tuning, ${tried} settings`.padEnd(NAME)}  ${figureHeads}`,
    `${'topic left out'.padEnd(NAME)}  ${figureCells(heldOut)}`,
    `${'best in sample'.padEnd(NAME)}  ${figureCells(inSample.figures)}  ${JSON.stringify(inSample.weights)}`,
    ...chosen
      .slice(0, CHOICES_SHOWN)
      .map((choice) => `  chosen for ${choice.topics} of ${topics} topics: ${JSON.stringify(choice.weights)}`),
  ].join('\n')
}
