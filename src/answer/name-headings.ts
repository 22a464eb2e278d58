import type { VerifiedClaim, VerifiedDraft } from '../law/answer.ts'
import { formatLabel } from '../law/references/label.ts'
import { roleNames } from '../law/role-names.ts'

/** An extract's claims, each with the heading it stands under: what it does in the law, and the norm with its own heading. */
export function withHeadings(draft: VerifiedDraft): VerifiedDraft {
  return { ...draft, claims: draft.claims.map((claim) => ({ ...claim, heading: headingOf(claim) })) }
}

function headingOf({ role, evidence: [first] }: VerifiedClaim): string {
  if (!first) return roleNames[role]
  const { norm, normKey, heading, document } = first.passage
  const label = formatLabel({ norm: norm ?? normKey, paragraph: null, document })
  return `${roleNames[role]} – ${label}${heading === null ? '' : ` (${heading})`}`
}
