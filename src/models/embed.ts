/** A model that turns texts into vectors whose cosine says how close their meanings are. */
export interface EmbeddingModel {
  /** Part of the index's identity: vectors of different ids are never compared. */
  id: string
  dimension: number
  /**
   * One vector of length 1 and `dimension` numbers for each text, in order. A question is embedded as `query`.
   * @throws EmbeddingModelError when the model gave none.
   */
  embed(texts: string[], kind: 'query' | 'passage'): Promise<Float32Array[]>
}

/** Scales a vector to length 1 in place; a vector of zeros stays as it is. */
export function normalize(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return vector
  const length = Math.sqrt(squares)
  for (let index = 0; index < vector.length; index += 1) vector[index] = (vector[index] ?? 0) / length
  return vector
}
