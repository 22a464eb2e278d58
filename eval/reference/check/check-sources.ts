import type { LawName } from '../../../src/law/answer.ts'
import { resolveProse, type ResolvedSource, resolveSources } from '../resolve-sources.ts'
import { withGold } from '../with-gold.ts'
import { type Fault, faultIn, type NumberedCase } from './fault.ts'

/** Sources that name no norm of the collection, and questions that therefore have none to be measured by. */
export function checkSources(one: NumberedCase, register: LawName[]): Fault[] {
  const { question } = one
  const { sources, gold } = question
  const read = sources ? resolveSources(question, register) : gold.length > 0 ? [] : [resolveProse(question, register)]
  const faults = read.flatMap((source) => faultsOfSource(one, source, sources !== undefined))
  if (question.answerable && withGold(question, register).gold.length === 0)
    faults.push(
      faultIn(
        one,
        'warning',
        'keine Norm, an der Fundstellen zu messen sind',
        'die Normen in sources nennen („§ 31 Abs. 1 AufenthG“), sonst zählt nur der Text der Musterantwort',
      ),
    )
  return faults
}

function faultsOfSource(one: NumberedCase, { source, gold, unknownLaws }: ResolvedSource, isSource: boolean): Fault[] {
  if (unknownLaws.length > 0)
    return [
      faultIn(
        one,
        'warning',
        `nicht auflösbar: ${unknownLaws.join(', ')} ist nicht in der Sammlung`,
        'das Gesetz einlesen (npm run ingest) oder seinen Namen berichtigen',
      ),
    ]
  if (gold.length > 0 || !isSource) return []
  return [
    faultIn(
      one,
      'warning',
      `nicht auflösbar: „${source}“ nennt keine Norm der Sammlung`,
      'als Text behalten (Erlass, Urteil) oder Norm und Gesetz nennen',
    ),
  ]
}
