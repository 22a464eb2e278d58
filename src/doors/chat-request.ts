import { z } from '@hono/zod-openapi'
import { ProblemError } from '../api/problem-error.ts'
import { asOfIn, territoryIn } from '../api/schemas.ts'
import { answerStyles } from '../law/answer.ts'
import type { EarlierQuestion } from '../law/earlier-question.ts'

const longestQuestion = 20_000

const partIn = z.looseObject({ type: z.string(), text: z.string().optional() })

const messageIn = z.looseObject({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool', 'function']),
  content: z.union([z.string(), z.array(partIn)]).nullish(),
})

/** What an OpenAI client sends. Settings of a model (temperature, tools …) are read over: no model answers freely here. */
export const chatIn = z
  .looseObject({
    model: z.string().optional().openapi({ example: 'fundstelle' }),
    messages: z.array(messageIn).min(1).openapi({
      description:
        'Die letzte Nachricht (user) ist die Frage. Beginnt sie mitten im Gespräch („und bei …?“), wird sie mit der vorletzten zusammen verstanden; mehr wird nicht herangezogen.',
    }),
    stream: z.boolean().nullish(),
    fundstelle: z
      .strictObject({ asOf: asOfIn, territory: territoryIn, style: z.enum(answerStyles).default('short') })
      .optional()
      .openapi({ description: 'Erweiterung: Tag, Gebiet und Form der Antwort.' }),
  })
  .openapi('ChatCompletionRequest')

export type ChatRequest = z.output<typeof chatIn>

export interface ChatQuestion {
  text: string
  /** The user's message before it, for a question that leans on it; null where there is none. */
  earlier: EarlierQuestion | null
  /** German sentences: what of the message was left out. */
  ignored: string[]
}

/**
 * The question of a conversation: its last message, which must be the user's, without pictures, files and what Open WebUI
 * puts before it from documents. `ignored` says in German what of it was left out. A page's own prompts come as they are.
 * @throws ProblemError where there is no question.
 */
export function questionOf({ messages }: ChatRequest): ChatQuestion {
  const last = messages.at(-1)
  const written = last?.role === 'user' ? textOf(last.content) : ''
  const text = withoutDocuments(written)
  const earlier = withoutDocuments(textOf(messages.slice(0, -1).findLast(({ role }) => role === 'user')?.content))
  if (text === '')
    throw invalid('Die letzte Nachricht ist keine Frage. Bitte eine Nachricht mit der Rolle "user" und Text senden.')
  if (text.length > longestQuestion) throw invalid(`Eine Frage hat höchstens ${longestQuestion} Zeichen; bitte kürzen.`)
  return {
    text,
    earlier: earlier === '' || earlier.length > longestQuestion ? null : { text: earlier, from: null },
    ignored: text === written ? [] : ['Beigefügte Dokumente wurden nicht herangezogen.'],
  }
}

/** Open WebUI's `### Task: Respond … <context>…</context>` before a question; what stands in it was never law. */
function withoutDocuments(text: string): string {
  const end = text.startsWith('### Task:') ? text.lastIndexOf('</context>') : -1
  if (end < 0) return text
  return text
    .slice(end + '</context>'.length)
    .replace(/<\/?user_query>/g, '')
    .trim()
}

function textOf(content: z.output<typeof messageIn>['content']): string {
  const parts = typeof content === 'string' ? [content] : (content ?? []).map((part) => part.text ?? '')
  return parts.join('\n').trim()
}

function invalid(message: string): ProblemError {
  return new ProblemError('invalid-request', message, { members: { errors: [{ path: 'messages', message }] } })
}
