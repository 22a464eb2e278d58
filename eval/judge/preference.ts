import { clusterOf } from '../score/slices-of.ts'
import { type ClusterEstimate, estimateMean } from '../statistics/cluster-bootstrap.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import type { PairLine } from './judge-line.ts'

/** What a judge prefers, over the questions it saw in both orders. */
export interface Preference {
  questions: number
  wins: number
  losses: number
  /** Called even in both orders. */
  ties: number
  /** Told otherwise once the answers changed places: counted as ties. */
  inconsistent: number
  /** A reply of the two could not be read: counted as ties. */
  unreadable: number
  /** J8: (wins + ½ ties) ÷ questions, 0.5 where nothing is preferred. */
  share: ClusterEstimate
}

/** Combines the two orders of each pair: only what is said in both counts. */
export function preferenceOf(lines: PairLine[], cases: ReferenceCase[]): Preference {
  const outcomes = cases.flatMap((reference) => {
    const [straight, swapped] = [false, true].map((order) =>
      lines.find((line) => line.caseId === reference.id && line.swapped === order),
    )
    if (!straight || !swapped) return []
    return { outcome: combine(straight.verdict, swapped.verdict), cluster: clusterOf(reference, cases), reference }
  })
  const count = (wanted: Combined) => outcomes.filter(({ outcome }) => outcome === wanted).length
  return {
    questions: outcomes.length,
    wins: count('own'),
    losses: count('other'),
    ties: count('tie'),
    inconsistent: count('inconsistent'),
    unreadable: count('unreadable'),
    share: estimateMean(
      outcomes.map(({ outcome, cluster, reference }) => ({
        value: outcome === 'own' ? 1 : outcome === 'other' ? 0 : 0.5,
        cluster,
        weight: reference.weight ?? 1,
      })),
    ),
  }
}

type Combined = PairLine['verdict'] | 'inconsistent'

function combine(one: PairLine['verdict'], other: PairLine['verdict']): Combined {
  if (one === 'unreadable' || other === 'unreadable') return 'unreadable'
  return one === other ? one : 'inconsistent'
}
