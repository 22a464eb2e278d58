import { z } from 'zod'
import { claimRoles, type AnswerStyle, type Draft, type Evidence, type Inquiry } from '../../law/answer.ts'
import { germanDay } from '../../law/day.ts'
import type { ChatModel } from '../../models/chat.ts'
import { fillPrompt, type Prompt } from '../../prompt.ts'
import { asData } from '../../text/as-data.ts'
import { readDraft } from './read-draft.ts'

/** A chat model and the prompt it is given. */
export interface Composer {
  chat: ChatModel
  prompt: Prompt
}

/**
 * A model's draft: sentences of its own wording, each with the ids of the evidence it chose.
 * @throws ChatModelError when the model gave no usable reply.
 */
export async function composeWithModel(
  { chat, prompt }: Composer,
  inquiry: Inquiry,
  evidence: Evidence[],
  signal: AbortSignal,
): Promise<Draft> {
  const { asOf, style } = inquiry.question
  const filled = fillPrompt(prompt, {
    asOf: germanDay(asOf),
    evidence: asBlocks(evidence),
    question: asked(inquiry),
    style: styleInstructions[style],
  })
  const { text: reply } = await chat.complete({ ...filled, schema: replySchema(evidence), signal })
  return readDraft(reply)
}

/** One of several questions comes with the text it was asked in, and is the only one to be answered. */
function asked({ question, part }: Inquiry): string {
  if (!part) return `<frage>\n${asData(question.text)}\n</frage>`
  return [
    `Die ganze Anfrage, nur zum Verständnis:\n\n<anfrage>\n${asData(part.of)}\n</anfrage>`,
    `Beantworte davon jetzt allein diese Frage; die anderen werden getrennt beantwortet:`,
    `<frage>\n${asData(part.words)}\n</frage>`,
  ].join('\n\n')
}

const styleInstructions: Record<AnswerStyle, string> = {
  short: 'Antworte knapp: höchstens drei Aussagen.',
  full: 'Antworte vollständig: Grundsatz, Ausnahmen, Rechtsfolge, Verfahren und Fristen, soweit sie gefragt sind.',
  vermerk: 'Formuliere für einen Aktenvermerk: sachlich, unpersönlich, vollständig.',
  einfache_sprache:
    'Formuliere in einfacher Sprache: kurze Sätze, bekannte Wörter. Zahlen, Fristen, „muss“, „soll“, „kann“ und „nicht“ bleiben.',
}

/** Endpoints that keep to a schema cannot even write an id that is not in the list. */
function replySchema(evidence: Evidence[]): Record<string, unknown> {
  const claim = z.object({
    text: z.string(),
    role: z.enum(claimRoles),
    evidence: z.array(z.enum(evidence.map(({ id }) => id))),
  })
  return z.toJSONSchema(z.object({ claims: z.array(claim), open: z.array(z.string()) }))
}

/** Sentences under the label of the passage they stand in. */
function asBlocks(evidence: Evidence[]): string {
  const blocks = new Map<string, string[]>()
  for (const { id, passage, text } of evidence) {
    const lines = blocks.get(passage.id) ?? [
      `<stelle> ${asData([passage.label, passage.heading].filter(Boolean).join(': '))}`,
    ]
    blocks.set(passage.id, [...lines, `${id}: ${asData(text)}`])
  }
  return [...blocks.values()].map((lines) => [...lines, '</stelle>'].join('\n')).join('\n\n')
}
