import { figure, type Scorer } from './scorer.ts'

/**
 * Whether an answer's citations hold, whatever they are cited for (D1–D3): all named norms exist, all were in force on the
 * day asked, all words shown as the law's own stand there. One citation that fails makes the answer fail: a reader
 * cannot tell which. What could not be checked counts on neither side; null where nothing could be.
 */
export const scoreSources: Scorer = (_reference, { status, sources, references }) => {
  if (status !== 'answered') return {}
  return {
    citations_exist: all(sources.map(({ exists }) => exists)),
    citations_in_force: all(sources.map(({ exists, inForce }) => (exists === false ? null : inForce))),
    quotes_verbatim: all(sources.map(({ verbatim }) => verbatim)),
    references_exist: all(references.map(({ exists }) => exists)),
    references_in_force: all(references.map(({ exists, inForce }) => (exists === false ? null : inForce))),
  }
}

function all(checked: (boolean | null)[]): number | null {
  const known = checked.filter((each) => each !== null)
  return known.length === 0 ? null : figure(known.every(Boolean))
}
