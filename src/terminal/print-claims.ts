import type { Answer, AnswerClaim, ChecklistItem } from '../law/answer.ts'
import { stateNames } from '../law/checklist-names.ts'
import { wrap } from './wrap.ts'

/** The claims with their numbers, under each question where several were asked, under sections in a file note. */
export function printClaims({ style, question, claims, parts }: Answer, width: number): string[] {
  const before = style === 'vermerk' ? [`Sachverhalt (wie gefragt)\n${wrap(question, width)}`, 'Rechtslage'] : []
  const lines = claims.map((claim, at) => {
    const heading = claim.heading === claims[at - 1]?.heading ? undefined : claim.heading
    return [...(heading === undefined ? [] : [wrap(heading, width)]), wrap(withNumbers(claim), width)].join('\n')
  })
  const grouped = parts.flatMap((part, at) => [
    wrap(`Frage ${at + 1}: ${part.question}`, width),
    ...(part.abstention === null
      ? part.claims.flatMap((place) => lines.slice(place, place + 1))
      : [wrap(part.abstention.message, width)]),
  ])
  return [...before, ...(parts.length > 0 ? grouped : lines)]
}

/** A requirement, where it stands, and what the question says of it, on one line. */
export function checklistLine({ requirement, citations, state, fact }: ChecklistItem): string {
  const told = fact === null ? '' : ` („${fact}“)`
  return `${withNumbers({ text: requirement, citations })}: ${stateNames[state]}${told}`
}

function withNumbers({ text, citations }: Pick<AnswerClaim, 'text' | 'citations'>): string {
  return `${text} ${citations.map((each) => `[${each}]`).join(' ')}`
}
