import type { RelationVerdict } from '../../src/law/correction.ts'
import type { RecognisedField } from '../../src/law/intake.ts'
import type { Relation } from '../../src/law/particulars.ts'

/** The relations of a paper by what staff said of them: without the rejected, with the accepted of low certainty. */
export function judgedField(field: RecognisedField, verdicts: RelationVerdict[]): RecognisedField {
  if (verdicts.length === 0) return field
  const value = relationsOf(field.value).filter((one) => verdictOn(one, verdicts)?.verdict !== 'rejected')
  const suggested = relationsOf(field.suggestion)
  const accepted = suggested.filter((one) => verdictOn(one, verdicts)?.verdict === 'accepted')
  const open = suggested.filter((one) => verdictOn(one, verdicts) === undefined)
  return {
    ...field,
    value: [...value, ...accepted].map((one) => ({
      ...one,
      documentId: verdictOn(one, verdicts)?.documentId ?? one.documentId,
    })),
    certainty: 'staff',
    suggestion: open.length === 0 ? null : open,
  }
}

export function relationsOf(value: RecognisedField['value']): Relation[] {
  return (value ?? []) as Relation[]
}

export function verdictOn(relation: Relation, verdicts: RelationVerdict[]): RelationVerdict | undefined {
  return verdicts.find((verdict) => isSameRelation(verdict, relation))
}

/** By the words it was recognised in; whom it means may have been said since. */
export function isSameRelation(one: Relation, other: Relation): boolean {
  return (
    one.kind === other.kind &&
    one.text === other.text &&
    one.issuedOn === other.issuedOn &&
    one.fileNumber === other.fileNumber
  )
}
