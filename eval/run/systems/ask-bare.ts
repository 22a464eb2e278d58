import { germanDay } from '../../../src/law/day.ts'
import type { ChatModel } from '../../../src/models/chat.ts'
import { fillPrompt, type Prompt } from '../../../src/prompt.ts'
import { asData } from '../../../src/text/as-data.ts'
import { readProse } from './read-prose.ts'
import type { System } from './system.ts'

/** A chat model without any law before it: what a caseworker gets who asks the model itself. */
export function askBare(chat: ChatModel, prompt: Prompt): System {
  return {
    facts: {
      system: `${chat.name} allein`,
      kind: 'bare',
      model: chat.name,
      promptHash: prompt.hash,
      corpusState: null,
    },
    async ask({ question, asOf }, signal) {
      const filled = fillPrompt(prompt, { asOf: germanDay(asOf), question: asData(question) })
      const began = performance.now()
      const { text } = await chat.complete({ ...filled, schema: null, signal })
      return readProse(text, [], { totalMs: performance.now() - began })
    },
  }
}
