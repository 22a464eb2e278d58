import type { LawName, ResolvedReference } from '../../law/answer.ts'
import { germanDay } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { covers } from '../../law/references/expand-range.ts'
import { findRelativeReferences } from '../../law/references/find-relative-references.ts'
import type { CitedClaim, Failure, VerifyContext } from './check.ts'
import { normsOf, resolveAt, resolveIn } from './name-norms.ts'

/**
 * Every § and article in a claim exists on the day asked, and a cited passage is that norm or names it, with the
 * Absatz, Satz and Nummer given. A decision that is known is the cited one, or named by it. A law outside the collection and
 * a decision of which nothing can be said pass.
 */
export function checkReferences({ text, evidence, passages }: CitedClaim, context: VerifyContext): Failure | null {
  for (const reference of resolveIn(text, passages, context.register)) {
    const unknown = reference.kind === 'case' ? checkRuling(reference, passages, context) : null
    if (unknown) return unknown
    if (reference.kind !== 'norm' || (reference.documentId === null && reference.law !== null)) continue
    const isOfSource = reference.law === null && evidence.some((piece) => stands(reference.text, piece.text))
    const failure =
      (isOfSource ? null : checkState(reference, context)) ?? checkCarried(reference, passages, context.register)
    if (failure) return failure
  }
  return null
}

function checkRuling(
  reference: ResolvedReference,
  passages: RankedPassage[],
  { ruling }: VerifyContext,
): Failure | null {
  const { verdict, documentIds } = ruling(reference)
  const number = bare(reference.caseNumber ?? '')
  if (verdict === 'not_checked' || passages.some(({ text }) => bare(text).includes(number))) return null
  if (verdict === 'not_found')
    return notFound(`${reference.text} ist in der Sammlung der Entscheidungen nicht enthalten.`)
  if (passages.some(({ document }) => documentIds.includes(document.id))) return null
  return notFound(`Die zitierte Stelle trägt ${reference.text} nicht.`)
}

/** `1 C 12.12` and `1 C 12/12` are one. */
function bare(text: string): string {
  return text.replaceAll(/\s/g, '').replaceAll('/', '.')
}

/** A § that the cited sentence names without a law may be another law's; it is the law that says so, not the claim. */
function stands(words: string, text: string): boolean {
  const at = text.indexOf(words)
  return at !== -1 && !/^[\p{L}\d]/u.test(text.slice(at + words.length))
}

function checkState(reference: ResolvedReference, { lookup, asOf }: VerifyContext): Failure | null {
  const states = new Set(normsOf(reference).map(({ documentId, norm }) => lookup(documentId, norm)))
  if (states.has('unknown')) return notFound(`${reference.text} gibt es nicht.`)
  if (!states.has('not_in_force')) return null
  return { reason: 'not_in_force', detail: `${reference.text} galt am ${germanDay(asOf)} nicht.` }
}

function checkCarried(reference: ResolvedReference, passages: RankedPassage[], register: LawName[]): Failure | null {
  const own = passages.filter((passage) => isOf(passage, reference) && covers(reference, passage.norm ?? ''))
  const mentions = passages.flatMap((passage) => mentionsIn(passage, reference, register))
  if (own.length === 0 && mentions.length === 0) return notFound(`Die zitierte Stelle trägt ${reference.text} nicht.`)
  const named =
    own.some((passage) => hasParts(passage, reference)) || mentions.some((mention) => allows(mention, reference))
  return named ? null : notFound(`Den genannten Teil (${reference.text}) enthält die zitierte Stelle nicht.`)
}

function isOf(passage: RankedPassage, { documentId }: ResolvedReference): boolean {
  return documentId === null || passage.document.id === documentId
}

/** References of a passage's text to the same norm; a § without a law there is the passage's own law's. */
function mentionsIn(passage: RankedPassage, wanted: ResolvedReference, register: LawName[]): ResolvedReference[] {
  return resolveAt(passage.text, register, () => passage.document.id).filter(
    (mention) =>
      mention.kind === 'norm' &&
      (wanted.documentId === null || mention.documentId === wanted.documentId) &&
      covers(mention, wanted.norm ?? ''),
  )
}

function hasParts(passage: RankedPassage, { paragraph, sentence, path }: ResolvedReference): boolean {
  const { sentences, text } = passage
  const relative = findRelativeReferences(text)
  const hasParagraph = paragraph === null || passage.paragraph === paragraph
  if (!hasParagraph) return relative.some((mention) => mention.paragraph === paragraph)
  const hasSentence =
    sentence === null ||
    sentences.some(({ number }) => number === sentence) ||
    relative.some((mention) => mention.sentence === sentence)
  return (
    hasSentence && path.every((step) => passage.path.includes(step) || hasItem(text, step) || isNamed(relative, step))
  )
}

/** `3.` or `b)` at the head of a list item. */
function hasItem(text: string, step: string): boolean {
  return new RegExp(`(?:^|\\s)${step}[.)](?:\\s|$)`).test(text)
}

function isNamed(relative: { path: string[] }[], step: string): boolean {
  return relative.some(({ path }) => path.includes(step))
}

/** What a passage names as a whole it also names in part; of what it names in part only that part is named. */
function allows(mention: ResolvedReference, wanted: ResolvedReference): boolean {
  const paragraph =
    wanted.paragraph === null || mention.paragraph === null || lies(mention, mention.paragraph, wanted.paragraph)
  const sentence =
    wanted.sentence === null || mention.sentence === null || lies(mention, mention.sentence, wanted.sentence)
  const path = wanted.path.every((step, at) => mention.path[at] === undefined || lies(mention, mention.path[at], step))
  return paragraph && sentence && path
}

function lies(mention: ResolvedReference, from: string | number, wanted: string | number): boolean {
  if (String(from) === String(wanted)) return true
  const [first, last, value] = [from, mention.to ?? '', wanted].map((part) => Number.parseInt(String(part), 10))
  return first !== undefined && last !== undefined && value !== undefined && first <= value && value <= last
}

function notFound(detail: string): Failure {
  return { reason: 'reference_not_found', detail }
}
