import type { Evidence, Inquiry } from '../../law/answer.ts'
import { germanDay } from '../../law/day.ts'
import { territoryName } from '../../law/territory.ts'
import { fillPrompt, type Prompt } from '../../prompt.ts'
import { asData } from '../../text/as-data.ts'
import { longestEasySentence } from '../../text/easy-language.ts'
import { evidenceBlocks } from './evidence-blocks.ts'

/** What a model is told for one question. `mostClaims`: as many as will be shown. */
export function fillComposePrompt(
  prompt: Prompt,
  inquiry: Inquiry,
  evidence: Evidence[],
  mostClaims: number,
): { system: string; user: string } {
  const { asOf, territory, style } = inquiry.question
  const sections = prompt.sections
  const words = { mostClaims: String(mostClaims), mostWords: String(longestEasySentence) }
  return fillPrompt(prompt, {
    asOf: germanDay(asOf),
    territory: territoryName(territory),
    evidence: evidenceBlocks(evidence)
      .map(({ text }) => text)
      .join('\n\n'),
    question: asked(inquiry),
    style: fillPrompt({ ...prompt, user: sections[`Stil ${style}`] ?? '' }, words).user,
    checklist: inquiry.isCase ? `\n\n${sections['Prüfliste'] ?? ''}` : '',
  })
}

/** One of several questions comes with the text it was asked in, and is the only one to be answered. */
function asked({ question, part }: Inquiry): string {
  if (!part) return `<frage>\n${asData(question.text)}\n</frage>`
  return [
    `Die ganze Anfrage, nur zum Verständnis:\n\n<anfrage>\n${asData(part.of)}\n</anfrage>`,
    'Beantworte davon jetzt allein diese Frage; die anderen werden getrennt beantwortet:',
    `<frage>\n${asData(part.own.question.text)}\n</frage>`,
  ].join('\n\n')
}
