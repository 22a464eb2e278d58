import type { JudgeVerdict } from './judge-line.ts'
import type { Label } from './read-labels.ts'

/** One thing that a person and a judge both judged. */
export interface Item {
  person: Label
  judge: JudgeVerdict
}

export interface Agreement {
  items: number
  /** Share of items that people did not call supported. */
  negatives: number
  kappa: number
  weightedKappa: number
  sensitivity: number
  specificity: number
  unreadable: number
}

/** From best to worst: how far two labels are apart is how many places lie between them. */
const order: JudgeVerdict[] = ['supported', 'partly', 'missing', 'contradicted']

/**
 * How far a judge agrees with people: Cohen's κ = 1 − observed ÷ expected disagreement (Cohen 1960; linear weights: Cohen
 * 1968), sensitivity and specificity for `supported`, which is what the strict figure counts. A reply that could not be
 * read is a disagreement as great as can be, and wrong for either side: it is never left out. NaN where nothing can
 * be told: both always say the same one thing, or nobody called anything supported.
 */
export function agreementOf(items: Item[]): Agreement {
  const positives = items.filter(({ person }) => person === 'supported')
  const negatives = items.filter(({ person }) => person !== 'supported')
  return {
    items: items.length,
    negatives: negatives.length / items.length,
    kappa: kappaOf(items, (a, b) => (a === b ? 0 : 1)),
    weightedKappa: kappaOf(items, distance),
    sensitivity: positives.filter(({ judge }) => judge === 'supported').length / positives.length,
    specificity:
      negatives.filter(({ judge }) => judge !== 'supported' && judge !== 'unreadable').length / negatives.length,
    unreadable: items.filter(({ judge }) => judge === 'unreadable').length / items.length,
  }
}

type Distance = (person: JudgeVerdict, judge: JudgeVerdict) => number

function kappaOf(items: Item[], apart: Distance): number {
  const observed = mean(items.map(({ person, judge }) => apart(person, judge)))
  const expected = mean(items.map(({ person }) => mean(items.map(({ judge }) => apart(person, judge)))))
  return expected === 0 ? Number.NaN : 1 - observed / expected
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function distance(person: JudgeVerdict, judge: JudgeVerdict): number {
  if (judge === 'unreadable') return 1
  return Math.abs(order.indexOf(person) - order.indexOf(judge)) / (order.length - 1)
}

/** What several people say of one thing: what most say, and of what equally many say the less favourable. */
export function jointLabel(labels: Label[]): Label {
  const votes = order.map((label) => labels.filter((each) => each === label).length)
  return order[votes.lastIndexOf(Math.max(...votes))] as Label
}
