import type { Day } from '../law/day.ts'
import type { NormState, VerifyContext } from './verify/check.ts'
import type { NormName } from './verify/name-norms.ts'

/** One state for each norm asked, in order. */
export type FindNormStates = (asked: NormName[], asOf: Day) => Promise<NormState[]>

/** Fetches the states of norms once, so that verification can look them up without the store. */
export async function lookUpStates(
  findNormStates: FindNormStates,
  named: NormName[],
  asOf: Day,
): Promise<VerifyContext['lookup']> {
  const states = await findNormStates(named, asOf)
  const known = new Map(named.map((name, index) => [keyOf(name), states[index]]))
  return (documentId, norm) => known.get(keyOf({ documentId, norm })) ?? 'not_checked'
}

function keyOf({ documentId, norm }: NormName): string {
  return `${documentId} ${norm}`
}
