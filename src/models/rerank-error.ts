/** Thrown when a rerank endpoint gave no usable scores. The order of what was found stays as it was. */
export class RerankError extends Error {
  override readonly name = 'RerankError'
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
