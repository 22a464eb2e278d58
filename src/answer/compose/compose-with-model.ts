import { z } from 'zod'
import { checklistStates, claimRoles, type Draft, type Evidence, type Inquiry } from '../../law/answer.ts'
import { byLegalOrder } from '../../law/legal-order.ts'
import type { ChatModel } from '../../models/chat.ts'
import type { Prompt } from '../../prompt.ts'
import { fillComposePrompt } from './fill-compose-prompt.ts'
import { fitEvidence } from './fit-evidence.ts'
import { readDraft } from './read-draft.ts'

/** A chat model and the prompt it is given. */
export interface Composer {
  chat: ChatModel
  prompt: Prompt
}

/** A model's draft with the evidence it was offered: other ids it cannot know. */
export interface Composed {
  draft: Draft
  offered: Evidence[]
}

/** Most claims asked for where no limit is set: more is no answer but a copy of the law. */
const mostClaims = 8

/**
 * A model's draft: sentences of its own wording, each with the ids of the evidence it chose.
 * @throws ChatModelError when the model gave no usable reply.
 */
export async function composeWithModel(
  { chat, prompt }: Composer,
  { inquiry, evidence, limit }: { inquiry: Inquiry; evidence: Evidence[]; limit: number },
  signal: AbortSignal,
): Promise<Composed> {
  const fill = (some: Evidence[]) => fillComposePrompt(prompt, inquiry, some, Math.min(limit, mostClaims))
  const offered = inLegalOrder(await fitEvidence(chat, evidence, fill))
  const schema = replySchema(offered, inquiry.isCase)
  const { text } = await chat.complete({ ...fill(offered), schema, signal })
  return { draft: readDraft(text), offered }
}

/** What the search found first is kept first, then stands in the order of its authority. */
function inLegalOrder(evidence: Evidence[]): Evidence[] {
  return evidence.toSorted((a, b) => byLegalOrder(a.passage.document, b.passage.document))
}

/** Endpoints that keep to a schema cannot even write an id that is not in the list. */
function replySchema(evidence: Evidence[], isCase: boolean): Record<string, unknown> {
  const ids = z.array(z.enum(evidence.map(({ id }) => id)))
  const claim = z.object({ text: z.string(), role: z.enum(claimRoles), evidence: ids })
  const reply = z.object({ claims: z.array(claim), open: z.array(z.string()) })
  const requirement = z.object({
    requirement: z.string(),
    evidence: ids,
    state: z.enum(checklistStates),
    fact: z.string().nullable(),
  })
  return z.toJSONSchema(isCase ? reply.extend({ checklist: z.array(requirement) }) : reply)
}
