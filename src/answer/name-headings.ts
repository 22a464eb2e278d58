import type { VerifiedClaim, VerifiedDraft } from '../law/answer.ts'
import { sourceName } from '../law/legal-order.ts'
import { formatLabel } from '../law/references/label.ts'
import { roleNames } from '../law/role-names.ts'

/**
 * An extract's claims, each with the heading it stands under: what it does in the law, or that it is no law but a decree,
 * and the norm with its own heading.
 */
export function withHeadings(draft: VerifiedDraft): VerifiedDraft {
  return { ...draft, claims: draft.claims.map((claim) => ({ ...claim, heading: headingOf(claim) })) }
}

function headingOf({ role, evidence: [first] }: VerifiedClaim): string {
  if (!first) return roleNames[role]
  const { norm, normKey, heading, document } = first.passage
  const label = formatLabel({ norm: norm ?? normKey, paragraph: null, document })
  const isLaw = document.kind === 'statute' || document.kind === 'eu_act'
  return `${isLaw ? roleNames[role] : sourceName(document)} – ${label}${heading === null ? '' : ` (${heading})`}`
}
