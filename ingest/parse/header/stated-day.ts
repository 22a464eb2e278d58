import type { Day } from '../../../src/law/day.ts'
import { findDays } from './find-days.ts'

/** A day that a sentence of the document states, with what else its pattern captured. */
export interface StatedDay {
  day: Day
  span: { start: number; end: number }
  groups: Record<string, string | undefined>
}

/** The first day that one of the patterns finds as its group `day`, the earlier pattern before the later. */
export function statedDay(text: string, patterns: RegExp[]): StatedDay | null {
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const written = match.groups?.['day'] ?? ''
      const [first] = findDays(written)
      const start = match.index + match[0].lastIndexOf(written)
      if (first !== undefined)
        return { day: first.day, span: { start, end: start + written.length }, groups: { ...match.groups } }
    }
  return null
}
