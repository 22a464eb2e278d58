/** Thrown when a prompt leaves no room for a reply in the model's context. */
export class PromptTooLongError extends Error {
  override readonly name = 'PromptTooLongError'
  readonly tokens: number
  readonly contextTokens: number

  constructor(tokens: number, contextTokens: number) {
    super(`Die Anfrage hat ${tokens} Token, das Modell fasst ${contextTokens}.`)
    this.tokens = tokens
    this.contextTokens = contextTokens
  }
}
