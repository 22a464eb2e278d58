import { changeDate } from '../verifier/mutate/change-date.ts'
import { changeNumber } from '../verifier/mutate/change-number.ts'
import { changePeriod } from '../verifier/mutate/change-period.ts'
import { changeUnit } from '../verifier/mutate/change-unit.ts'
import type { Mutator } from '../verifier/mutate/mutator.ts'
import { turnModality } from '../verifier/mutate/turn-modality.ts'
import { turnNegation } from '../verifier/mutate/turn-negation.ts'
import { rightly, type SanityMaterial, type SanitySystem } from './material.ts'

const mutators: Mutator[] = [changeNumber, changePeriod, changeUnit, changeDate, turnNegation, turnModality]

/**
 * Cites the right norms and says something else: key points with another number, negation or modality, and the wrong
 * claims of the reference. Never refuses. What no mutator can turn it leaves unsaid.
 */
export const confidentLiar: SanitySystem = (material, random) => {
  const { gold, reference } = material
  const all = gold.map((_, at) => at)
  const lies = [...turnedPoints(material, random), ...reference.forbidden]
  const sentences = lies.map((text) => ({ text, sources: all }))
  return { sentences, sources: gold.map(rightly), retrieved: gold }
}

function turnedPoints({ reference }: SanityMaterial, random: () => number): string[] {
  return reference.key_points.flatMap((point) => {
    const turned = mutators.map((mutate) => mutate(point, random)).find((text) => text !== null && text !== point)
    return turned ?? []
  })
}
