import { toSql } from 'pgvector'

/** Vectors by the hash of their input, as JSON for `jsonb_to_recordset(…) as r(sha256 text, vector text)`. */
export function vectorRows(vectors: Map<string, Float32Array>): string {
  return JSON.stringify(
    [...vectors].map(([sha256, vector]) => ({ sha256, vector: toSql(Array.from(vector, rounded)) })),
  )
}

/** Half precision keeps about three digits; more would only make the statement longer. */
function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
