import type { Doubt, Inquiry } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { territoriesOver, territoryName } from '../../law/territory.ts'
import { namedLands } from './named-lands.ts'

/** What looking into the law of other territories needs, handed in. */
export interface ElsewhereParts {
  /** Territories that documents of the collection belong to. */
  territories: () => Promise<string[]>
  /** The passages found for the question where it is asked for another territory, best first. */
  retrieveFor: (territory: string) => Promise<RankedPassage[]>
}

/** How far up the law of another territory must stand to be what was asked for, where the law here does not answer. */
const leading = 3

/**
 * Looks into the law of another Land where the question names one, where nothing was found here, or where it asks for
 * a decree and none was: what fits there is named and shown, never applied. `doubt` is what speaks against an answer so far; null back: nothing of the kind.
 */
export async function lookElsewhere(
  parts: ElsewhereParts,
  { question, wanted }: Inquiry,
  doubt: Doubt | null,
): Promise<Doubt | null> {
  const own = territoriesOver(question.territory)
  const named = namedLands(question.text).filter(({ code }) => !own.includes(code))
  const maySearch = named.length > 0 || (doubt !== null && (doubt.reason === 'no_evidence' || wanted !== null))
  const others = maySearch ? (await parts.territories()).filter((code) => !own.includes(code)) : []
  const asked = named.length > 0 ? others.filter((code) => named.some((land) => code.startsWith(land.code))) : others
  for (const territory of asked) {
    const found = await parts.retrieveFor(territory)
    const foreign = found.filter((passage) => !own.includes(passage.territory))
    if (!found.slice(0, doubt ? leading : 1).some((passage) => foreign.includes(passage))) continue
    const names = [...new Set(foreign.map((passage) => territoryName(passage.territory)))].join(', ')
    const message = `Die passende Regelung gilt für ${names}, gefragt ist nach dem Recht für ${territoryName(question.territory)}. Sie ist hier nur genannt und nicht angewandt; gilt der Fall dort, bitte das Gebiet umstellen.`
    return { reason: 'other_territory', message, isClear: true, nearest: foreign }
  }
  const [land] = named
  if (!land || doubt?.reason !== 'out_of_scope') return null
  const message = `Die Frage nennt ${land.name}; dazu enthält die Sammlung kein eigenes Recht dieses Landes. ${doubt.message}`
  return { ...doubt, reason: 'other_territory', message }
}
