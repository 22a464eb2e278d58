import type { Absence } from '../law/absence.ts'
import type { Inquiry, LawName } from '../law/answer.ts'
import type { Day } from '../law/day.ts'
import type { NormLookup } from '../law/library.ts'
import type { RankedPassage } from '../law/passage.ts'
import { findAbsences } from './find-absences.ts'
import { findDecreeAbsences, type FindNamedDecrees } from './find-decree-absences.ts'

export interface LookUpParts {
  findNorm: (documentId: string, norm: string, asOf: Day) => Promise<NormLookup>
  findNamedDecrees: FindNamedDecrees
}

/** What a question names in vain, norms and decrees; `all`: nothing that it names applies. */
export async function findAllAbsences(
  { findNorm, findNamedDecrees }: LookUpParts,
  inquiry: Inquiry,
  register: LawName[],
  passages: RankedPassage[],
): Promise<{ absences: Absence[]; all: boolean }> {
  const norms = await findAbsences(inquiry, register, passages, findNorm)
  const decrees = await findDecreeAbsences(inquiry, findNamedDecrees)
  const absences = [...norms.absences, ...decrees.absences]
  const noNorm = norms.all || inquiry.references.length === 0
  return { absences, all: absences.length > 0 && noNorm && !decrees.isAnyApplied }
}
