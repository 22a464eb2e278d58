/** What chat pages ask a model for beside the conversation, by the key of the JSON they want, and what we say. */
const replies: Record<string, (conversation: string) => unknown> = {
  title: (conversation) => titleOf(conversation),
  tags: () => ['Recht'],
  follow_ups: () => [],
  queries: () => [],
  text: () => '',
  prompt: () => '',
}

const titleChars = 60

/**
 * The plain reply to a prompt by which Open WebUI has titles, tags, follow-up questions, searches or completions made
 * (`### Task: … JSON format: { "title": … }`); null where the text is no such prompt. Nothing is looked up or stored:
 * a title is the beginning of the first question.
 */
export function answerHousekeeping(text: string): string | null {
  if (!text.startsWith('### Task:')) return null
  const key = /\{\s*"(title|tags|follow_ups|queries|text|prompt)"\s*:/.exec(text)?.[1]
  const reply = key === undefined ? undefined : replies[key]
  return key !== undefined && reply ? JSON.stringify({ [key]: reply(conversationOf(text)) }) : null
}

function conversationOf(text: string): string {
  return /<chat_history>([\s\S]*)<\/chat_history>/.exec(text)?.[1] ?? ''
}

function titleOf(conversation: string): string {
  const question = (/^USER:\s*(.+)$/m.exec(conversation)?.[1] ?? 'Rechtsfrage').trim()
  return question.length <= titleChars ? question : `${question.slice(0, titleChars).replace(/\s+\S*$/, '')} …`
}
