import type { Citation, Question } from '../law/answer.ts'
import { germanDay, type Day } from '../law/day.ts'

/** What a reader must know about the day asked and the texts cited, as German sentences; each only once. */
export function noticesOn(question: Question, citations: Citation[], today: Day): string[] {
  const { asOf } = question
  const notices = citations
    .filter(({ validBasis }) => validBasis === 'assumed')
    .map(
      ({ document, validFrom }) =>
        `${document.abbreviation}: Ältester vorliegender Text vom ${germanDay(validFrom)}; Geltung am ${germanDay(asOf)} nicht belegt.`,
    )
  if (asOf > today) notices.push('Der Tag liegt in der Zukunft; gezeigt wird der heute bekannte Stand.')
  if (citations.some(({ document }) => document.invented)) {
    notices.push(
      'Diese Antwort stützt sich auf die Demonstrationssammlung. Ihre Gesetze sind erfunden und gelten nirgends.',
    )
  }
  if (asOf < today && citations.some(({ urlShows }) => urlShows === 'current_version')) {
    notices.push('Der Link zeigt die heutige Fassung; maßgeblich ist der hier gespeicherte Text des gefragten Tages.')
  }
  return [...new Set(notices)]
}
