import { type Day, germanDay, isDay } from './day.ts'

/** How fresh what we have of one publisher was when an answer was given. */
export interface SourceStand {
  publisher: string
  /** For people. */
  name: string
  invented: boolean
  /** When it was last asked with success, ISO 8601; null where its texts were only fed in by hand. */
  checkedAt: string | null
  /** Newest day of a text of it. */
  freshest: Day | null
}

/** `Gesetze im Internet: Texte bis 01.03.2025, geprüft am 24.11.2026; …`; empty where nothing is cited, or an old record says nothing. */
export function standLine(stands: readonly SourceStand[] | undefined): string {
  return (stands ?? []).map(oneLine).join('; ')
}

function oneLine({ name, checkedAt, freshest }: SourceStand): string {
  const day = checkedAt?.slice(0, 10) ?? null
  const facts = [
    ...(freshest === null ? [] : [`Texte bis ${germanDay(freshest)}`]),
    day !== null && isDay(day) ? `geprüft am ${germanDay(day)}` : 'nicht laufend abgeglichen',
  ]
  return `${name}: ${facts.join(', ')}`
}
