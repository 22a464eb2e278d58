const most = 4096

/** What the window is taken for where nobody says: small enough for most servers' settings, large enough for an answer. */
export const usualContextTokens = 8192

/** Tokens kept for the reply: a quarter of the window. Endpoints refuse a prompt that leaves no room for what was asked. */
export function replyTokens(contextTokens: number = usualContextTokens): number {
  return Math.min(most, Math.floor(contextTokens / 4))
}
