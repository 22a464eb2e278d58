import { z } from 'zod'
import type { ChatModel } from '../../models/chat.ts'
import { ChatModelError } from '../../models/chat-model-error.ts'
import { fillPrompt, type Prompt } from '../../prompt.ts'
import { asData } from '../../text/as-data.ts'
import { type AskedClaim, type EntailmentChecker, type EntailmentVerdict, entailmentVerdicts } from './entailment.ts'

const verdictSchema = z.object({ claim: z.string().trim(), verdict: z.enum(entailmentVerdicts) })

/** A chat model as the checker of claims: one call for all claims of an answer. */
export function checkWithModel(chat: ChatModel, prompt: Prompt): EntailmentChecker {
  return {
    name: chat.name,
    promptHash: prompt.hash,
    async judge(claims, signal) {
      const filled = fillPrompt(prompt, { claims: claims.map(asBlock).join('\n\n') })
      const ids = claims.map((_claim, index) => idOf(index))
      const { text } = await chat.complete({ ...filled, schema: replySchema(ids), signal })
      const given = readVerdicts(text)
      if (given.size === 0) throw new ChatModelError('bad_output', 'Seine Urteile waren nicht lesbar.')
      return ids.map((id) => given.get(id) ?? null)
    },
  }
}

function idOf(index: number): string {
  return `A${index + 1}`
}

/** Data on lines of their own, so that no claim or sentence can begin another. */
function asBlock({ text, sentences }: AskedClaim, index: number): string {
  const lines = sentences.map((sentence) => `${onOneLine(sentence.label)}: ${onOneLine(sentence.text)}`)
  return [`${idOf(index)}: <aussage> ${onOneLine(text)} </aussage>`, '<rechtssätze>', ...lines, '</rechtssätze>'].join(
    '\n',
  )
}

function onOneLine(text: string): string {
  return asData(text).replace(/\s+/g, ' ').trim()
}

function replySchema(ids: string[]): Record<string, unknown> {
  const verdict = z.object({ claim: z.enum(ids), reason: z.string(), verdict: z.enum(entailmentVerdicts) })
  return z.toJSONSchema(z.object({ verdicts: z.array(verdict) }))
}

/** What can be read of a reply, by id. Of two different verdicts on one claim neither counts. */
function readVerdicts(reply: string): ReadonlyMap<string, EntailmentVerdict | null> {
  const given = new Map<string, EntailmentVerdict | null>()
  for (const [piece] of reply.replace(/^[\s\S]*<\/think>/i, '').matchAll(/\{[^{}]*\}/g)) {
    const read = verdictSchema.safeParse(parse(piece))
    if (!read.success) continue
    const { claim, verdict } = read.data
    given.set(claim, given.has(claim) && given.get(claim) !== verdict ? null : verdict)
  }
  return given
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
