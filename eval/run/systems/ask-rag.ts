import { germanDay } from '../../../src/law/day.ts'
import type { ChatModel } from '../../../src/models/chat.ts'
import { fillPrompt, type Prompt } from '../../../src/prompt.ts'
import { asData } from '../../../src/text/as-data.ts'
import type { ChunkFinderByDay } from '../rag-by-day.ts'
import { readProse } from './read-prose.ts'
import type { System } from './system.ts'

/** A plain LangChain RAG: the nearest chunks of the law of that day go into the prompt, and the model answers in prose. */
export function askRag(chat: ChatModel, prompt: Prompt, findChunks: ChunkFinderByDay, corpusState: string): System {
  return {
    facts: {
      system: `LangChain-RAG (${chat.name})`,
      kind: 'rag',
      model: chat.name,
      promptHash: prompt.hash,
      corpusState,
    },
    async ask({ question, asOf }, signal) {
      const began = performance.now()
      const chunks = await findChunks(question, asOf)
      const context = chunks.map(({ text }) => asData(text)).join('\n\n')
      const filled = fillPrompt(prompt, { context, asOf: germanDay(asOf), question: asData(question) })
      const { text } = await chat.complete({ ...filled, schema: null, signal })
      const retrieved = chunks.flatMap((chunk) =>
        chunk.norms.map(({ documentId, norm }) => ({ documentId, norm, paragraph: null, text: chunk.text })),
      )
      return readProse(text, [], { totalMs: performance.now() - began, retrieved })
    },
  }
}
