import type { Citation, Inquiry } from '../law/answer.ts'
import type { MendedWord } from '../law/mended-word.ts'
import type { Understood } from '../law/understood.ts'
import { noticesOnDays } from './notices-on-days.ts'
import { noticesOnLetters } from './read-spaced-letters.ts'
import { summarise } from './understand/summarise.ts'

/** What was understood of a question, as the answer shows it to whoever asked. */
export function describeUnderstanding(inquiry: Inquiry, citations: Citation[]): Understood {
  const { question, days, persons, titles, parts, references, mended, added } = inquiry
  const facts = { days, persons, titles, parts, references }
  const onDays = noticesOnDays(days, question.asOf, citations)
  return {
    summary: summarise(facts),
    ...facts,
    notices: [...noticesOnLetters(references), ...noticesOnMended(mended), ...onDays, ...noticeOnSearch(added)],
  }
}

function noticesOnMended(mended: MendedWord[]): string[] {
  return mended.map(({ written, meant }) => `„${written}“ ist auch als „${meant}“ gesucht.`)
}

function noticeOnSearch(added: string[]): string[] {
  if (added.length === 0) return []
  return [
    `Suche ergänzt um: ${added.map((words) => `„${words}“`).join(', ')} (vom Sprachmodell; die Frage blieb, wie sie ist).`,
  ]
}
