import { z } from 'zod'
import { baseUrl, modelFetch } from './model-fetch.ts'

/** Counting must cost less than it saves: an endpoint that is slower is not asked again. */
const patienceMs = 2000
const maxBytes = 2_000_000

/** llama.cpp answers with the tokens, vLLM also with their number. */
const replySchema = z.union([z.object({ count: z.number().int() }), z.object({ tokens: z.array(z.unknown()) })])

/**
 * Counts tokens by the endpoint's own `/tokenize` (llama.cpp's server and vLLM have one, beside `/v1`); null where it
 * has none. One request is understood by both. Remembers an endpoint that cannot.
 */
export function tokenizeEndpoint(settings: {
  url: string
  model: string
  key: string | null
}): (text: string) => Promise<number | null> {
  const url = baseUrl(settings.url).replace(/\/v1$/, '')
  const fetch = modelFetch({ url, key: settings.key, timeoutMs: patienceMs, idleMs: patienceMs, maxBytes })
  let answers = true
  return async (text) => {
    if (!answers) return null
    try {
      const body = JSON.stringify({ model: settings.model, content: text, prompt: text })
      const response = await fetch(`${url}/tokenize`, { method: 'POST', body })
      const reply = replySchema.parse(await response.json())
      return 'count' in reply ? reply.count : reply.tokens.length
    } catch {
      // No such path, another shape, or too slow: all mean that this endpoint does not count.
      answers = false
      return null
    }
  }
}
