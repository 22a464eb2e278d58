import type { Day } from '../law/day.ts'
import type { DocumentKind } from '../law/document.ts'
import { territoriesOver } from '../law/territory.ts'

/** What narrows a search before anything is ranked. Null kinds: all of them. */
export interface Scope {
  asOf: Day
  territory: string
  kinds: DocumentKind[] | null
}

/** `$1` to `$3` of every search: the day, the territories whose law applies, the kinds. */
export function scopeParameters({ asOf, territory, kinds }: Scope): [Day, string[], DocumentKind[] | null] {
  return [asOf, territoriesOver(territory), kinds]
}

/** Documents `d` that may answer: not withdrawn, not another once more, of a territory whose law applies, of the asked kinds. */
export const isLive = `d.withdrawn_at is null and d.duplicate_of is null and d.territory = any($2) and ($3::text[] is null or d.kind = any($3))`
export const liveDocuments = `select d.id from documents d where ${isLive}`
