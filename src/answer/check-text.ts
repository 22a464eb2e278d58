import { setImmediate } from 'node:timers/promises'
import type { Evidence, LawName, ResolvedReference } from '../law/answer.ts'
import type { CheckedSentence, CheckedText } from '../law/checked-text.ts'
import type { Day } from '../law/day.ts'
import type { RankedPassage } from '../law/passage.ts'
import { splitSentences } from '../text/split-sentences.ts'
import { numberEvidence } from './compose/number-evidence.ts'
import { type FindKnownRulings, lookUpRulings } from './look-up-rulings.ts'
import { type FindNormStates, lookUpStates } from './look-up-states.ts'
import type { VerifyContext } from './verify/check.ts'
import { judgeSentence } from './verify/judge-sentence.ts'
import { distinctNorms, normsOf, resolveAt } from './verify/name-norms.ts'
import { judgeReference } from './verify/prose-references.ts'

/** A text somebody wrote, and the day and place whose law it is held against. */
export interface TextToCheck {
  text: string
  asOf: Day
  territory: string
}

/** What checking a text needs, handed in by the wiring. */
export interface CheckTextParts {
  register: (asOf: Day) => Promise<LawName[]>
  findNormStates: FindNormStates
  findKnownRulings: FindKnownRulings
  /** The passages one reference names, as in force on the day. */
  findCited: (reference: ResolvedReference, register: LawName[], place: TextToCheck) => Promise<RankedPassage[]>
}

/** More text than this (about 30 pages of law) is a chapter, not a place: nothing is held against it. */
const evidenceChars = 100_000

/**
 * Every reference of a text with its verdict, and for each sentence with one whether the norms it names carry it. A §
 * without a law belongs to the only law the text names; where it names several, or none, it is not checked. No model
 * is asked and nothing is stored.
 */
export async function checkText(parts: CheckTextParts, asked: TextToCheck): Promise<CheckedText> {
  const { text, asOf } = asked
  const register = await parts.register(asOf)
  const references = resolveText(text, register)
  const lookup = await lookUpStates(parts.findNormStates, distinctNorms(references.flatMap(normsOf)), asOf)
  const ruling = await lookUpRulings(parts.findKnownRulings, [text])
  const context = { asOf, register, lookup, ruling }
  const sentences: CheckedSentence[] = []
  for (const { start, end } of splitSentences(text)) {
    const named = references.filter((reference) => reference.start >= start && reference.start < end)
    if (named.length === 0) continue
    const sentence = { text: text.slice(start, end), references: named }
    const evidence = await findEvidence(
      parts,
      named.map((each) => withRuling(each, ruling)),
      register,
      asked,
    )
    sentences.push({ text: sentence.text, start, end, ...judgeSentence(sentence, evidence, context) })
    // A long text must not keep everybody else waiting.
    await setImmediate()
  }
  return { references: references.map((reference) => judgeReference(reference, context)), sentences }
}

function resolveText(text: string, register: LawName[]): ResolvedReference[] {
  const references = resolveAt(text, register, () => null)
  const laws = new Set(references.flatMap(({ law, documentId }) => (law === null ? [] : [documentId])))
  const [only = null] = laws
  return laws.size === 1 && only !== null ? resolveAt(text, register, () => only) : references
}

/** A decision is held against a sentence only where its Randnummer is named: the whole of it proves nothing. */
function withRuling(reference: ResolvedReference, ruling: VerifyContext['ruling']): ResolvedReference {
  const [documentId] = reference.kind === 'case' ? ruling(reference).documentIds : []
  return documentId === undefined ? reference : { ...reference, documentId }
}

async function findEvidence(
  { findCited }: CheckTextParts,
  references: ResolvedReference[],
  register: LawName[],
  asked: TextToCheck,
): Promise<Evidence[]> {
  const passages = new Map<string, RankedPassage>()
  for (const reference of references) {
    const isPlace = reference.kind === 'case' && reference.documentId !== null && reference.paragraph !== null
    if (!isPlace && normsOf(reference).length === 0) continue
    for (const passage of await findCited(reference, register, asked)) passages.set(passage.id, passage)
  }
  const chars = [...passages.values()].reduce((sum, { text }) => sum + text.length, 0)
  return chars > evidenceChars ? [] : numberEvidence([...passages.values()], evidenceChars)
}
