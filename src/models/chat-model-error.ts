/** How a chat model failed: the caller decides by this alone whether to answer without one. */
export type ChatModelFault =
  | 'timeout'
  | 'unreachable'
  | 'http'
  | 'bad_output'
  | 'broken_off'
  | 'too_long'
  | 'aborted'
  | 'busy'
  | 'resting'

/**
 * Thrown when a chat model gave no usable reply: out of time, not reachable, an HTTP error, an empty, endless or
 * broken-off reply; because the caller gave up (`aborted`); or because it was not even asked, since the line before it
 * is too long (`busy`) or it has hung several times in a row (`resting`).
 */
export class ChatModelError extends Error {
  override readonly name = 'ChatModelError'
  readonly kind: ChatModelFault
  /** HTTP status, where the endpoint answered with one. */
  readonly status: number | undefined

  constructor(kind: ChatModelFault, message: string, facts: { status?: number; cause?: unknown } = {}) {
    super(message, { cause: facts.cause })
    this.kind = kind
    this.status = facts.status
  }
}
