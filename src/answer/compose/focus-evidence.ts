import type { Evidence, Inquiry } from '../../law/answer.ts'
import { contentWords } from '../../text/words.ts'
import { askedWords } from './score-sentences.ts'
import { carries } from './weigh-words.ts'
import { groupSentences } from './whole-sentence.ts'

/** Words of asking and of modality: every passage has them, and no question is about them. */
const unspecific = new Set(
  contentWords(
    'kann können könnte muss müssen müsste darf dürfen soll sollen nicht kein ohne nur mehr sonst wir gehört irgendwie ' +
      'noch extra ab erstmal später nochmal eigentlich',
  ),
)
/** Fewer words of its own (`und gibt es davon Ausnahmen?`) do not tell a question's answer from the others'. */
const fewestWords = 2

/**
 * The evidence that answers one of several questions rather than another: sentences, or headings over them, that carry a
 * word of its own, or that it names. All of it for a single question, or one with hardly any words of its own.
 */
export function focusEvidence({ part }: Inquiry, evidence: Evidence[]): Evidence[] {
  if (!part) return evidence
  const { own } = part
  const words = askedWords(own).filter((word) => !unspecific.has(word))
  if (words.length < fewestWords) return evidence
  const isOwn = ({ passage, text }: Evidence) => {
    const isNamed = own.references.some(({ norm }) => norm !== null && norm === passage.norm)
    const carried = new Set(contentWords(`${text} ${passage.heading ?? ''}`))
    return isNamed || words.some((word) => carries(carried, word))
  }
  // A list stays together: its beginning or one of its Nummern may carry the word.
  const whole = new Set(groupSentences(evidence).flatMap((pieces) => (pieces.some(isOwn) ? pieces : [])))
  return evidence.filter((piece) => whole.has(piece))
}
