import type { RemovalReason, VerifiedClaim } from '../law/answer.ts'

/** What a reader has to look at, by the rule that is not sure of it. */
const open: Partial<Record<RemovalReason, string>> = {
  negation: 'sie bejaht, was die Aussage bejaht, und verneint, was sie verneint',
  modality: 'sie das ebenso verlangt, vorsieht oder freistellt („muss“, „soll“, „kann“)',
  number_not_in_source: 'sie die Zahl ebenso begrenzt („mindestens“, „höchstens“)',
}

/** The claims that a rule objects to without being sure, as German sentences that say what is not confirmed. */
export function noticesOnObjections(claims: VerifiedClaim[]): string[] {
  const notices = claims.flatMap(({ text, evidence, objection }) => {
    const what = objection && open[objection]
    if (!what) return []
    const labels = [...new Set(evidence.map(({ passage }) => passage.label))].join(', ')
    return [
      `Bitte mit der Fundstelle (${labels}) vergleichen, nach Regeln nicht bestätigt ist, dass ${what}: „${text}“`,
    ]
  })
  return [...new Set(notices)]
}
