import type { Doubt, Inquiry } from '../../law/answer.ts'
import { germanDay } from '../../law/day.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { asksNoLaw } from './asks-no-law.ts'
import { lacksAmount } from './lacks-amount.ts'
import { fitBounds, measureFit } from './measure-fit.ts'
import { needsFacts } from './needs-facts.ts'

/**
 * Why the passages found may not answer a question, by the question's words and by how well what was found fits it;
 * null where nothing speaks against an answer. `isFitKnown`: the vectors are of the model that the bounds were fitted to.
 * A question that names a norm found or a residence title is about this law, however it is worded; one of several asked at
 * once is judged by its words alone, since the others tell what it leaves out.
 */
export function findDoubt(inquiry: Inquiry, passages: RankedPassage[], isFitKnown: boolean): Doubt | null {
  const { text } = inquiry.question
  const noLaw = asksNoLaw(text)
  if (noLaw !== null) return { reason: 'out_of_scope', message: noLaw, isClear: true }
  const { wanted } = inquiry
  if (wanted && !passages.some(({ document }) => wanted.kinds.includes(document.kind))) {
    const message = `${wanted.name} sind in dieser Sammlung zu dieser Frage nicht enthalten; sie sind beim Herausgeber nachzusehen. Am nächsten kommen diese Vorschriften.`
    return { reason: 'out_of_scope', message, isClear: true }
  }
  const facts = inquiry.part === null ? needsFacts(inquiry) : null
  if (facts !== null) return { reason: 'needs_facts', message: facts, isClear: true }
  if (passages.length === 0) {
    const message = `Dazu enthält die Sammlung am ${germanDay(inquiry.question.asOf)} keine Stelle. Bitte die Frage anders stellen oder den Tag prüfen.`
    return { reason: 'no_evidence', message, isClear: true }
  }
  if (passages.some(({ why }) => why.some(({ by }) => by === 'reference'))) return null
  if (lacksAmount(text, passages)) {
    const message =
      'Einen Betrag in Euro nennen die Stellen der Sammlung dazu nicht. Nach welchem Maßstab er sich richtet, kann in den hier genannten stehen.'
    return { reason: 'no_evidence', message, isClear: false }
  }
  const fit = isFitKnown && inquiry.part === null && inquiry.titles.length === 0 ? measureFit(passages) : null
  if (fit === null || fit >= fitBounds.doubtful) return null
  const message =
    'Diese Frage gehört nach ihren Worten nicht zu dem Recht, das die Sammlung enthält, oder sie fragt nach etwas, was Rechtsvorschriften nicht regeln. Bitte mit den Begriffen des Gesetzes fragen oder eine Vorschrift nennen.'
  return { reason: 'out_of_scope', message, isClear: fit < fitBounds.clear }
}
