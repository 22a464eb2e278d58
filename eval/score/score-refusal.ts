import { figure, type Scorer } from './scorer.ts'

/**
 * Refusing (D9, after UAEval4RAG): of questions the collection cannot answer, how many were refused (right) and how many
 * answered all the same (missed); of those it can, how many were refused (needless). A failure is neither: it is counted
 * for itself.
 */
export const scoreRefusal: Scorer = ({ answerable }, { status }) => ({
  refusal_right: answerable ? null : figure(status === 'refused'),
  refusal_missed: answerable ? null : figure(status === 'answered'),
  refusal_needless: answerable ? figure(status === 'refused') : null,
  failed: figure(status === 'failed'),
})
