import type { Citation } from '../law/answer.ts'
import { germanDay, type Day } from '../law/day.ts'
import type { DayMention, DayRole } from '../law/understood.ts'

/** Days on which the law in force may be the one asked for; whoever was born or came in then is a fact of the case. */
const legalRoles: ReadonlySet<DayRole | null> = new Set<DayRole>(['Antrag', 'Bescheid', 'Rechtslage'])

/**
 * German sentences for days of the question on which the law may have been another than the one answered from: where
 * a cited text was not in force in this wording, or no place was cited, or the day cannot be told. A date whose words
 * do not say what it is the day of counts, too (`Mindestgehalt 2023`).
 */
export function noticesOnDays(days: DayMention[], asOf: Day, citations: Citation[]): string[] {
  const notices = days
    .filter(({ role, kind }) => legalRoles.has(role) || (role === null && kind === 'calendar'))
    .map((day) => noticeOn(day, asOf, citations))
  return [...new Set(notices.filter((notice) => notice !== null))]
}

function noticeOn({ text, resolved, role }: DayMention, asOf: Day, citations: Citation[]): string | null {
  const answered = `Beantwortet ist die Frage nach der Rechtslage am ${germanDay(asOf)}`
  if (!resolved)
    return `„${text}“ nennt keinen Tag. ${answered}; für eine andere bitte deren Stichtag bei „Rechtslage am“ angeben.`
  const { from, to } = resolved
  const other = from !== null && asOf < from ? from : to !== null && asOf > to ? to : null
  if (other === null || !isOtherText(citations, [from, to])) return null
  const named = `Die Frage nennt den ${germanDay(other)} („${text}“${role === null ? '' : `, verstanden als Tag: ${role}`}).`
  const why = citations.length > 0 ? ', an dem eine Fundstelle nicht in dieser Fassung galt,' : ''
  return `${named} ${answered}. Für den genannten Tag${why} bitte ${germanDay(other)} als Stichtag bei „Rechtslage am“ angeben.`
}

function isOtherText(citations: Citation[], days: (Day | null)[]): boolean {
  const named = days.filter((day) => day !== null)
  return citations.length === 0 || citations.some((citation) => named.some((day) => !isInForce(citation, day)))
}

/** The oldest text known stands for all days before it. */
function isInForce({ validFrom, validTo, validBasis }: Citation, day: Day): boolean {
  return (validBasis === 'assumed' || day >= validFrom) && (validTo === null || day < validTo)
}
