import { z } from 'zod'
import type { Inquiry } from '../../law/answer.ts'
import type { ChatModel } from '../../models/chat.ts'
import { ChatModelError } from '../../models/chat-model-error.ts'
import { fillPrompt, type Prompt } from '../../prompt.ts'
import { asData } from '../../text/as-data.ts'
import { contentWords } from '../../text/words.ts'
import { isAkin } from './is-akin.ts'
import { notPlain, parseReply } from './model-reply.ts'

/** A chat model, the prompt it is given, and how long an answer waits for it. */
export interface Rewriter {
  chat: ChatModel
  prompt: Prompt
  timeoutMs: number
}

const mostParts = 6
const longestSentence = 160
const mostWords = 12
/** Share of a sentence's words that the question, or the law's words for it, must have. */
const leastKnown = 0.25
/**
 * One search sentence for each part of a question in the law's words, by a model. They only add to the search. A model
 * that fails, hangs, refuses, or writes anything that does not come from the question adds nothing.
 * @throws the signal's reason when the caller gave up.
 */
export async function rewriteWithModel(rewriter: Rewriter, inquiry: Inquiry, signal: AbortSignal): Promise<string[]> {
  const parts = inquiry.parts.slice(0, mostParts).map(({ text }) => text.replace(/\s+/g, ' '))
  const filled = fillPrompt(rewriter.prompt, { parts: asData(parts.join('\n')) })
  const schema = z.toJSONSchema(replySchema(parts.length))
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(rewriter.timeoutMs)])
  try {
    const { text } = await rewriter.chat.complete({ ...filled, schema, signal: inTime })
    return readSentences(text, parts.length, inquiry)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ChatModelError) return []
    throw error
  }
}

function replySchema(parts: number) {
  return z.object({ sentences: z.array(z.string().trim().max(longestSentence)).max(parts) })
}

/** All of a reply or nothing: a model that breaks one rule kept to none. */
function readSentences(reply: string, parts: number, inquiry: Inquiry): string[] {
  const read = replySchema(parts).safeParse(parseReply(reply))
  if (!read.success) return []
  const sentences = [...new Set(read.data.sentences.filter((sentence) => sentence !== ''))]
  return sentences.every((sentence) => isOfQuestion(sentence, inquiry)) ? sentences : []
}

function isOfQuestion(sentence: string, { question, meanings }: Inquiry): boolean {
  const words = contentWords(sentence)
  const asked = contentWords([question.text, ...meanings].join(' '))
  const numbers = new Set(question.text.match(/\d+/g))
  const known = words.filter((word) => asked.some((other) => isAkin(word, other)))
  return (
    !notPlain.test(sentence) &&
    (sentence.match(/\d+/g) ?? []).every((number) => numbers.has(number)) &&
    words.length <= mostWords &&
    known.length > 0 &&
    known.length >= words.length * leastKnown
  )
}
