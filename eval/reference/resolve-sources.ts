import { normsOf, resolveAt } from '../../src/answer/verify/name-norms.ts'
import type { LawName, ResolvedReference } from '../../src/law/answer.ts'
import { findLawNames } from '../../src/law/references/find-law-names.ts'
import { lawSlug } from './law-slug.ts'
import type { GoldNorm, ReferenceCase } from './reference-case.ts'

/** One source in an expert's own words, and the norms of the collection it names. */
export interface ResolvedSource {
  /** As written. */
  source: string
  gold: GoldNorm[]
  /** Laws it names by their norms that the collection does not have, as written: `BeschV`. */
  unknownLaws: string[]
}

/**
 * The sources of a question, resolved by the reference parser: each norm as carrying the answer, without a quote. What
 * names no norm (a decree, a ruling, a manual) has empty `gold`. A § without a law belongs to the law that another
 * source, the expert's answer or the question names with it, else to the law named before it (`AufenthG § 31`), else to
 * the only law named. Of a range of norms the first and the last count, of a range of Absätze each.
 */
export function resolveSources(one: ReferenceCase, register: LawName[]): ResolvedSource[] {
  const { sources = [], reference_answer: prose = '' } = one
  const home = homeIn([...sources, prose, one.question], register)
  return sources.map((source) => resolveSource(source, one.answerable, register, home))
}

/** The norms an expert's prose answer names: they support it, but an answer may do without. */
export function resolveProse(one: ReferenceCase, register: LawName[]): ResolvedSource {
  const prose = one.reference_answer ?? ''
  return resolveSource(prose, false, register, homeIn([prose, one.question], register))
}

function resolveSource(source: string, essential: boolean, register: LawName[], home: Home): ResolvedSource {
  const references = resolveAt(source, register, () => null).map((reference) =>
    reference.law === null ? { ...reference, documentId: home(reference, source) } : reference,
  )
  const unknown = references.filter(({ documentId, norm, law }) => norm !== null && law !== null && documentId === null)
  return {
    source,
    gold: distinctGold(references.flatMap((reference) => goldOf(reference, essential))),
    unknownLaws: [...new Set(unknown.map(({ law }) => String(law)))],
  }
}

/** Each norm and Absatz once, in order. */
export function distinctGold(gold: GoldNorm[]): GoldNorm[] {
  const kept = new Map<string, GoldNorm>()
  for (const one of gold) {
    const key = JSON.stringify([one.law, one.norm, one.para])
    if (!kept.has(key)) kept.set(key, one)
  }
  return [...kept.values()]
}

function goldOf(reference: ResolvedReference, essential: boolean): GoldNorm[] {
  return normsOf(reference).flatMap(({ documentId, norm }) =>
    paragraphsOf(reference).map((para) => ({ law: lawSlug(documentId), norm, para, essential })),
  )
}

function paragraphsOf({ paragraph, sentence, path, to }: ResolvedReference): (string | null)[] {
  if (paragraph === null || to === undefined || sentence !== null || path.length > 0) return [paragraph]
  const [first, last] = [Number(paragraph), Number(to)]
  if (!(first < last && last - first < 50)) return [paragraph, to]
  return Array.from({ length: last - first + 1 }, (_, place) => String(first + place))
}

/** The law that a § without one belongs to; `text` is what it stands in. */
type Home = (reference: ResolvedReference, text: string) => string | null

function homeIn(texts: string[], register: LawName[]): Home {
  const named = texts
    .flatMap((text) => resolveAt(text, register, () => null))
    .filter(({ documentId }) => documentId !== null)
  const laws = new Set(texts.flatMap((text) => findLawNames(text, register)).map(({ documentId }) => documentId))
  const [only = null] = laws.size === 1 ? laws : []
  return ({ norm, start }, text) =>
    named.find((reference) => reference.norm === norm)?.documentId ??
    findLawNames(text.slice(0, start), register).at(-1)?.documentId ??
    only
}
