import type { Estimate } from '../score/bootstrap.ts'
import type { ScoreEstimates } from '../score/estimate-scores.ts'

const WIDTH = 22

/** Heads of the three columns of figures. */
export const figureHeads: string = ['recall@5', 'recall@10', 'MRR'].map((head) => head.padEnd(WIDTH)).join('  ')

/** The three figures of a row, each as mean (95 % interval). */
export function figureCells({ recallAt5, recallAt10, reciprocalRank }: ScoreEstimates): string {
  return [recallAt5, recallAt10, reciprocalRank].map((figure) => cell(figure, signless)).join('  ')
}

/** The same with signs, for differences. */
export function differenceCells({ recallAt5, recallAt10, reciprocalRank }: ScoreEstimates): string {
  return [recallAt5, recallAt10, reciprocalRank].map((figure) => cell(figure, signed)).join('  ')
}

function cell({ mean, low, high }: Estimate, show: (value: number) => string): string {
  return `${show(mean)} (${show(low)} … ${show(high)})`.padEnd(WIDTH)
}

function signless(value: number): string {
  return value.toFixed(2)
}

function signed(value: number): string {
  const rounded = value.toFixed(2)
  return Number(rounded) > 0 ? `+${rounded}` : rounded.replace(/^-(?=0\.00$)/, ' ').replace(/^(?=0)/, ' ')
}
