import { z } from 'zod'

export interface LocalChatModel {
  url: string
  model: string
}

/** Where Ollama, llama.cpp, vLLM and LM Studio listen unless told otherwise. */
const usualPorts = [11434, 8080, 8000, 1234]
const patienceMs = 1500
const maxListChars = 200_000

const modelListSchema = z.object({ data: z.array(z.object({ id: z.string().min(1) })) })

/** Models that cannot chat, by the words their names use. */
const notForChat = /embed|rerank|minilm|whisper|clip|tts|(^|[/_-])(bge|e5|gte)([/_-]|$)/i

/**
 * The first chat model a server on this machine offers, or null. Asks only for the model lists, on the loopback
 * address, and passes over our own port and every server that names itself fundstelle.
 */
export async function findLocalChatModel(search: {
  ownPort: number
  ports?: number[]
  fetch?: typeof fetch
}): Promise<LocalChatModel | null> {
  const ports = (search.ports ?? usualPorts).filter((port) => port !== search.ownPort)
  const found = await Promise.all(ports.map((port) => firstModel(`http://127.0.0.1:${port}/v1`, search.fetch ?? fetch)))
  return found.find((model) => model !== null) ?? null
}

async function firstModel(url: string, ask: typeof fetch): Promise<LocalChatModel | null> {
  try {
    const signal = AbortSignal.timeout(patienceMs)
    const response = await ask(`${url}/models`, { signal, redirect: 'error' })
    const list = response.ok ? await boundedText(response) : ''
    // Two services that look for models must not end up asking each other.
    if (/fundstelle/i.test(list)) return null
    const model = modelListSchema.parse(JSON.parse(list)).data.find(({ id }) => !notForChat.test(id))
    return model ? { url, model: model.id } : null
  } catch {
    // Nothing there, something else there, or too slow: all mean that no model was found on this port.
    return null
  }
}

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece as Uint8Array, { stream: true })
    if (text.length > maxListChars) throw new RangeError('Die Modellliste ist zu lang.')
  }
  return text
}
