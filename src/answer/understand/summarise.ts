import { germanDay } from '../../law/day.ts'
import type { DayMention, DayRange, PersonMention, TitleMention, Understood } from '../../law/understood.ts'

/** More of a kind are not read in a hurry. */
const mostOfAKind = 4

/** What was understood, as one short line that shows a misunderstanding at a glance; empty where nothing was. */
export function summarise({
  days,
  persons,
  titles,
  parts,
  references,
}: Omit<Understood, 'summary' | 'notices'>): string {
  const groups = [
    references.map(({ text }) => text),
    days.map(dayWords),
    persons.map(personWords),
    titles.map(titleWords),
    parts.length > 1 ? [`${parts.length} Fragen`] : [],
  ]
  return groups
    .filter((group) => group.length > 0)
    .map(few)
    .join('; ')
}

function few(words: string[]): string {
  const all = [...new Set(words)]
  return all.length > mostOfAKind ? `${all.slice(0, mostOfAKind).join(', ')} u. a.` : all.join(', ')
}

function dayWords({ text, resolved, yearAssumed, role }: DayMention): string {
  if (!resolved) return `„${text}“ (kein Tag erkennbar)`
  return `${role ?? 'Tag'} ${rangeWords(resolved)}${yearAssumed ? ' (Jahr angenommen)' : ''}`
}

function rangeWords({ from, to }: DayRange): string {
  if (from === null) return to === null ? '' : `bis ${germanDay(to)}`
  if (to === null) return `ab ${germanDay(from)}`
  return from === to ? germanDay(from) : `${germanDay(from)} bis ${germanDay(to)}`
}

function personWords({ text, person, nationality, age, negated }: PersonMention): string {
  const words = [person ?? (nationality === null ? text : null), nationality === null ? null : `Staat: ${nationality}`]
    .concat(age === null || person === null ? [] : [`${age} Jahre`])
    .filter((word) => word !== null)
    .join(', ')
  return `${negated ? 'nicht ' : ''}${words}`
}

function titleWords({ title, negated }: TitleMention): string {
  return negated ? `ohne ${title}` : title
}
