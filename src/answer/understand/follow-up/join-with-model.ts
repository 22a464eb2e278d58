import { z } from 'zod'
import { ChatModelError } from '../../../models/chat-model-error.ts'
import { fillPrompt } from '../../../prompt.ts'
import { asData } from '../../../text/as-data.ts'
import { contentWords } from '../../../text/words.ts'
import { isAkin } from '../is-akin.ts'
import { notPlain, parseReply } from '../model-reply.ts'
import type { Rewriter } from '../rewrite-with-model.ts'

const replySchema = z.object({ question: z.string().trim().min(1).max(300) })

/**
 * A follow-up written out by a model. Null where it fails, hangs or writes what is not made of the two questions: a number or
 * a word from elsewhere would change what is asked.
 * @throws the signal's reason when the caller gave up.
 */
export async function joinWithModel(
  rewriter: Rewriter,
  followUp: string,
  earlier: string,
  signal: AbortSignal,
): Promise<string | null> {
  const filled = fillPrompt(rewriter.prompt, { followUp: asData(followUp), earlier: asData(earlier) })
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(rewriter.timeoutMs)])
  try {
    const { text } = await rewriter.chat.complete({ ...filled, schema: z.toJSONSchema(replySchema), signal: inTime })
    const read = replySchema.safeParse(parseReply(text))
    return read.success && isMadeOf(read.data.question, followUp, earlier) ? read.data.question : null
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof ChatModelError) return null
    throw error
  }
}

/** Every number and word of it is of one of the two, and the follow-up's own words are in it. */
function isMadeOf(question: string, followUp: string, earlier: string): boolean {
  const given = contentWords(`${followUp} ${earlier}`)
  const words = contentWords(question)
  const numbers = new Set(`${followUp} ${earlier}`.match(/\d+/g))
  return (
    !notPlain.test(question) &&
    (question.match(/\d+/g) ?? []).every((number) => numbers.has(number)) &&
    words.every((word) => given.some((other) => isAkin(word, other))) &&
    contentWords(followUp).every((word) => words.some((other) => isAkin(word, other)))
  )
}
