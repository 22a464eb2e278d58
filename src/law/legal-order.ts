import type { DocumentKind, DocumentSummary } from './document.ts'
import { rankNames } from './rank-names.ts'

/** Law binds everybody; decrees bind the office below it; rulings say how law is read; papers of the house bind nobody outside. */
const order: Record<DocumentKind, number> = { statute: 0, eu_act: 0, decree: 1, ruling: 2, paper: 3 }

/** Compares for a stable sort: law before what carries it out or reads it, everything else as it stood. */
export function byLegalOrder(a: Pick<DocumentSummary, 'kind'>, b: Pick<DocumentSummary, 'kind'>): number {
  return order[a.kind] - order[b.kind]
}

/** What a source is, in German, as readers and models are told. */
export function sourceName({ kind, rank }: Pick<DocumentSummary, 'kind' | 'rank'>): string {
  return kind === 'paper' ? 'Papier des Amtes' : rankNames[rank]
}
