import type { Evidence, Inquiry, ResolvedReference } from '../../../law/answer.ts'
import type { RankedPassage } from '../../../law/passage.ts'
import { covers } from '../../../law/references/expand-range.ts'
import type { Span } from '../../../law/document-text.ts'
import { findAssertions } from './find-assertions.ts'
import { closestSentences, type Contradiction, findContradiction, type Likeness } from './find-contradiction.ts'
import { matterOf } from './matter.ts'
import { readSentences } from './pair-sentences.ts'

/** Something a question takes for given that the law says otherwise. Offsets are in the question. */
export interface FalsePremise extends Span, Contradiction {
  text: string
}

/** Tuned on eval/premises. */
const likeness: Likeness = { recall: 0.75, precision: 0.4, ofBinding: 0.75, isLoose: true }

/**
 * The assertions of a question that its evidence contradicts: another number of the same unit, `muss` for a power,
 * something affirmed that the law denies. Only where one sentence is clearly about the same, and no other sentence
 * about it agrees. At most one finding an assertion. Pure.
 */
export function findFalsePremises(
  { question, references, documentIds }: Inquiry,
  evidence: Evidence[],
): FalsePremise[] {
  const assertions = findAssertions(question.text)
  if (assertions.length === 0) return []
  const sentences = readSentences(evidence)
  const ofLaws = sentences.filter(({ evidence: { passage } }) => documentIds.includes(passage.document.id))
  return assertions.flatMap((assertion) => {
    const about = matterOf(assertion.text)
    const named = references.filter(({ start, end }) => assertion.start <= start && end <= assertion.end)
    const ofNorms = sentences.filter(({ evidence: { passage } }) => named.some((each) => isOf(passage, each)))
    const pairings = [ofNorms, ofLaws, sentences].map((pieces) => closestSentences(about, pieces, likeness))
    const found = findContradiction(assertion.text, pairings.find(({ length }) => length > 0) ?? [], likeness)
    return found ? [{ ...assertion, ...found }] : []
  })
}

function isOf({ document, norm }: RankedPassage, reference: ResolvedReference): boolean {
  return reference.documentId === document.id && covers(reference, norm ?? '')
}
