import type { Absence } from '../law/absence.ts'
import type { Inquiry } from '../law/answer.ts'
import { dayBefore, germanDay, type Day } from '../law/day.ts'
import type { NamedDecree } from '../law/named-decree.ts'
import { territoriesOver, territoryName } from '../law/territory.ts'

/** Looks decrees up by their Aktenzeichen. */
export type FindNamedDecrees = (fileNumbers: string[], asOf: Day) => Promise<NamedDecree[]>

/**
 * Decrees that the question names by their Aktenzeichen and that do not apply: ended, not yet begun, or another territory's.
 * `isAnyApplied`: another that it names does apply.
 */
export async function findDecreeAbsences(
  { question, fileNumbers }: Inquiry,
  findNamedDecrees: FindNamedDecrees,
): Promise<{ absences: Absence[]; isAnyApplied: boolean }> {
  const decrees = fileNumbers.length === 0 ? [] : await findNamedDecrees(fileNumbers, question.asOf)
  const own = territoriesOver(question.territory)
  const keys = [...new Set(decrees.map(({ fileKey }) => fileKey))]
  const absencesOf = (key: string): Absence[] => {
    const ofKey = decrees.filter(({ fileKey }) => fileKey === key)
    const here = ofKey.filter(({ territory }) => own.includes(territory))
    if (here.some(({ holds }) => holds)) return []
    return here.length > 0
      ? here.map((decree) => ({ reason: 'not_in_force', message: notInForce(decree, question.asOf) }))
      : ofKey.map((decree) => ({ reason: 'other_territory', message: elsewhere(decree, question.territory) }))
  }
  const found = keys.map(absencesOf)
  return { absences: found.flat(), isAnyApplied: found.some((absences) => absences.length === 0) }
}

function notInForce({ abbreviation, begins, endsOn, endedBy }: NamedDecree, asOf: Day): string {
  const day = germanDay(asOf)
  if (asOf < begins || endsOn === null)
    return `${abbreviation}: gilt am ${day} noch nicht, erst ab ${germanDay(begins)}.`
  if (endedBy === null)
    return `${abbreviation}: gilt am ${day} nicht mehr; er galt nach eigener Angabe bis ${germanDay(dayBefore(endsOn))}.`
  const how = endedBy.kind === 'replaces' ? 'ersetzt' : 'aufgehoben'
  return `${abbreviation}: gilt am ${day} nicht mehr, ${how} durch ${endedBy.abbreviation} am ${germanDay(endsOn)}.`
}

function elsewhere({ abbreviation, territory }: NamedDecree, asked: string): string {
  return `${abbreviation}: gilt für ${territoryName(territory)}, gefragt ist nach dem Recht für ${territoryName(asked)}; er wird hier nicht angewandt.`
}
