import type { Day } from '../../../law/day.ts'
import type { DayMention } from '../../../law/understood.ts'
import { findCalendarDays } from './find-calendar-days.ts'
import { findRelativeDays } from './find-relative-days.ts'
import { findStatesOfLaw } from './find-states-of-law.ts'
import { nameRole } from './name-role.ts'

/**
 * Every day or stretch of days a question names, in order, not overlapping, resolved from the day asked where it must
 * be. Facts to show and to warn by; nothing is filtered by them.
 */
export function findDays(text: string, asOf: Day): DayMention[] {
  const dated = [...findCalendarDays(text, asOf), ...findRelativeDays(text, asOf)]
  const all = [...dated.map((day) => ({ ...day, role: nameRole(text, day) })), ...findStatesOfLaw(text)]
  const inOrder = all.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: DayMention[] = []
  for (const day of inOrder) if (day.start >= (kept.at(-1)?.end ?? 0)) kept.push(day)
  return kept
}
