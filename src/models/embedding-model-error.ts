/** Thrown when an embedding endpoint gave no usable vectors. The text cannot be found by meaning until it works again. */
export class EmbeddingModelError extends Error {
  override readonly name = 'EmbeddingModelError'
  /** Model asked for. */
  readonly model: string
  /** HTTP status, where the endpoint answered with one. */
  readonly status: number | undefined

  constructor(message: string, facts: { model: string; status?: number | undefined; cause?: unknown }) {
    super(message, { cause: facts.cause })
    this.model = facts.model
    this.status = facts.status
  }
}
