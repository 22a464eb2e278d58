import type { AnswerJson } from '../law/answer-json.ts'

/** The one model this door names. A service that looks for models passes over lists with this name in them. */
export const modelName = 'fundstelle'

/** What a completion carries beside OpenAI's own fields: the whole answer; null for a reply that is none. */
interface Extension {
  fundstelle: AnswerJson | null
}

/** `created` is in seconds, as OpenAI has it. Tokens are not counted, so `usage` is left out. */
export function completion(id: string, created: number, content: string, { fundstelle }: Extension) {
  return {
    id,
    object: 'chat.completion' as const,
    created,
    model: modelName,
    choices: [
      {
        index: 0,
        message: { role: 'assistant' as const, content, refusal: null },
        logprobs: null,
        finish_reason: 'stop' as const,
      },
    ],
    fundstelle,
  }
}

/** The same as chunks of a stream: role, text paragraph by paragraph, then the end with the whole answer. */
export function openingChunk(id: string, created: number) {
  return chunk(id, created, { role: 'assistant', content: '' }, null)
}

export function contentChunks(id: string, created: number, content: string) {
  return content.split(/(?<=\n\n)/).map((paragraph) => chunk(id, created, { content: paragraph }, null))
}

export function closingChunk(id: string, created: number, { fundstelle }: Extension) {
  return { ...chunk(id, created, {}, 'stop'), fundstelle }
}

function chunk(id: string, created: number, delta: object, finishReason: 'stop' | null) {
  return {
    id,
    object: 'chat.completion.chunk' as const,
    created,
    model: modelName,
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finishReason }],
  }
}
