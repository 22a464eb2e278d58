import type { ProseReference, ResolvedReference } from '../../law/answer.ts'
import type { VerifyContext } from './check.ts'
import { normsOf, resolveAt } from './name-norms.ts'

/**
 * Every reference in a text with its verdict. Offsets are in `text`. `ok` with `inForce` false: the norm exists, but
 * not on the day asked. An Aktenzeichen of which nothing can be said (judge-ruling.ts), a law outside the collection and a norm whose state was not fetched are
 * `not_checked`: an outage is not an absence. `home` is the law a § without one belongs to, null where nothing says.
 */
export function findProseReferences(
  text: string,
  context: VerifyContext,
  home: string | null = null,
): ProseReference[] {
  return resolveAt(text, context.register, () => home).map((reference) => judgeReference(reference, context))
}

/** The verdict on one reference that is resolved already. */
export function judgeReference(
  reference: ResolvedReference,
  { lookup, ruling }: Pick<VerifyContext, 'lookup' | 'ruling'>,
): ProseReference {
  const { text, start, end } = reference
  if (reference.kind === 'case') return { text, start, end, verdict: ruling(reference).verdict, inForce: null }
  const states = new Set(normsOf(reference).map(({ documentId, norm }) => lookup(documentId, norm)))
  if (states.size === 0 || states.has('not_checked')) return { text, start, end, verdict: 'not_checked', inForce: null }
  if (states.has('unknown')) return { text, start, end, verdict: 'not_found', inForce: null }
  return { text, start, end, verdict: 'ok', inForce: !states.has('not_in_force') }
}
