import type { LawName, ResolvedReference } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { findReferences } from '../../law/references/find-references.ts'
import { lawKeys } from '../../law/references/law-words.ts'
import { resolveLaw } from '../../law/references/resolve-law.ts'

/** A norm of a law that is in the collection. */
export interface NormName {
  documentId: string
  norm: string
}

/** Every norm a text names, for `findProseReferences`; `home` is the law a § without one belongs to, if any. */
export function normsOfText(text: string, register: LawName[], home: string | null = null): NormName[] {
  return distinctNorms(resolveAt(text, register, () => home).flatMap(normsOf))
}

/**
 * References of a claim with their laws. A § without a law belongs to the cited law that has such a norm among the
 * cited passages, else to the only law cited. Of two laws of one name (an old and a new Verordnung) the cited is meant.
 */
export function resolveIn(text: string, passages: RankedPassage[], register: LawName[]): ResolvedReference[] {
  const cited = new Set(passages.map(({ document }) => document.id))
  const [only = null] = cited
  const resolved = resolveAt(text, register, (norm) => {
    const own = passages.find((passage) => passage.norm === norm)
    return own?.document.id ?? (cited.size === 1 ? only : null)
  })
  for (const reference of resolved) {
    const own = passages.find(
      ({ document }) => reference.law !== null && isSameName(document.abbreviation, reference.law),
    )
    if (own) reference.documentId = own.document.id
  }
  return resolved
}

function isSameName(a: string, b: string): boolean {
  return lawKeys(a).join(' ') === lawKeys(b).join(' ')
}

/** References of a text with their laws; `home` says which law a § without one belongs to. */
export function resolveAt(
  text: string,
  register: LawName[],
  home: (norm: string) => string | null,
): ResolvedReference[] {
  return findReferences(text, register).map((reference) => {
    const { law, norm } = reference
    const named = law === null ? null : (resolveLaw(law, register)?.documentId ?? null)
    return Object.assign(reference, { documentId: law === null ? norm && home(norm) : named })
  })
}

/** The norms whose existence a reference asserts. An article's inner § is no norm of its own at the publisher's. */
export function normsOf({ documentId, norm, to, paragraph, sentence, path }: ResolvedReference): NormName[] {
  if (documentId === null || norm === null || /^Art .*§/.test(norm)) return []
  const wholeNorms = paragraph === null && sentence === null && path.length === 0
  return [norm, ...(wholeNorms && to ? [to] : [])].map((name) => ({ documentId, norm: name }))
}

/** Each norm once, in order. */
export function distinctNorms(norms: NormName[]): NormName[] {
  return [...new Map(norms.map((norm) => [`${norm.documentId} ${norm.norm}`, norm])).values()]
}
