/** Signs that no plain German sentence has. */
export const notPlain = /[<>[\]{}`*|\p{Cc}\p{Cf}]|https?:|www\./u

/** The JSON object in what a model said, whatever it thought aloud before; null where there is none. */
export function parseReply(reply: string): unknown {
  const text = reply.replace(/^[\s\S]*<\/think>/i, '')
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  } catch {
    return null
  }
}
