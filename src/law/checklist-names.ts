import type { ChecklistState } from './answer.ts'

export const checklistTitle = 'Prüfliste – keine Entscheidung'

/** What the question says of a requirement, for the reader. */
export const stateNames: Record<ChecklistState, string> = {
  given: 'laut Frage gegeben',
  not_given: 'laut Frage nicht gegeben',
  unknown: 'offen, in der Frage nicht gesagt',
}
