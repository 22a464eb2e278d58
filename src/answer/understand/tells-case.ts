import type { DayMention, DayRole, PersonMention } from '../../law/understood.ts'
import { splitSentences } from '../../text/split-sentences.ts'

/** Days of somebody's life, not of the law. */
const ofLife: ReadonlySet<DayRole | null> = new Set<DayRole>([
  'Antrag',
  'Einreise',
  'Ausreise',
  'Geburt',
  'Bescheid',
  'Zustellung',
  'Erteilung',
  'Ablauf',
  'Eheschließung',
  'Trennung',
  'Abschluss',
  'Anmeldung',
])

/** Whom a statement is about, or who tells it. */
const somebody =
  /(?<!\p{L})(?:er|sie|ihm|ihn|ihrem|ihren|seine[mnrs]?|ich|wir|uns|unsere[mnrs]?|mein(?:e[mnrs]?)?|Herr|Frau|Familie|Antragsteller(?:in)?|Betroffene[rn]?)(?!\p{L})/iu

/**
 * True where a question tells of somebody: somebody's age or nationality, a day in somebody's life, or a statement
 * before or after the question that is about a person. A question about persons in general (`Wie lange darf ein Student
 * arbeiten?`) tells no case.
 */
export function tellsCase(text: string, persons: PersonMention[], days: DayMention[]): boolean {
  // Whose spouse is German is asked of the law in general, too.
  if (persons.some(({ age, nationality }) => age !== null || (nationality !== null && nationality !== 'Deutschland')))
    return true
  if (days.some(({ role, resolved }) => ofLife.has(role) && resolved !== null)) return true
  const sentences = splitSentences(text)
  if (!sentences.some(({ end }) => text[end - 1] === '?')) return false
  return sentences.some(({ start, end }) => {
    const isStatement = text[end - 1] !== '?'
    const isAboutPerson = persons.some((person) => start <= person.start && person.start < end)
    return isStatement && (isAboutPerson || somebody.test(text.slice(start, end)))
  })
}
