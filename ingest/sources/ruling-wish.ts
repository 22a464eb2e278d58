import { shortCourt } from '../../src/law/courts.ts'
import { isDay, type Day } from '../../src/law/day.ts'

/** Which decisions a person wants. */
export interface RulingWish {
  /** `BVerwG`, `BVerwG 1. Senat`; none: all. */
  courts: string[]
  from: Day | null
  to: Day | null
  /** `AufenthG`, `§ 25b AufenthG`: about one of these at least; none: whatever it is about. */
  norms: string[]
}

/** `BVerwG,Bundesverfassungsgericht,from=2023-01-01,norm=AufenthG,norm=AsylG` as a wish, or a German sentence saying what is wrong with it. */
export function readRulingWish(words: string): RulingWish | string {
  const wish: RulingWish = { courts: [], from: null, to: null, norms: [] }
  for (const word of words.split(',').map((part) => part.trim())) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(word) ?? []
    if (word === '' || word === 'all') continue
    if (name === '') wish.courts.push(shortCourt(word))
    else if (name === 'court') wish.courts.push(shortCourt(value))
    else if (name === 'norm' && value !== '') wish.norms.push(value)
    else if ((name === 'from' || name === 'to') && isDay(value)) wish[name] = value
    else
      return `„${word}“ ist nicht zu verstehen. Gemeint ist etwa: BVerwG,from=2023-01-01,to=2024-12-31,norm=AufenthG.`
  }
  return wish
}

/** Whether a decision of this court and day is wanted, as far as these tell. `BVerwG` means all of its senates. */
export function wantsDecision({ courts, from, to }: RulingWish, court: string, day: Day | null): boolean {
  const folded = court.toLowerCase()
  const ofCourt =
    courts.length === 0 ||
    courts.some((wanted) => folded === wanted.toLowerCase() || folded.startsWith(`${wanted.toLowerCase()} `))
  if (!ofCourt) return false
  if (from === null && to === null) return true
  return day !== null && (from === null || day >= from) && (to === null || day <= to)
}

/** Whether a Normenkette has a norm wanted: each word of it in one of its norms (`§ 25b` and `AufenthG`). */
export function wantsNorms({ norms }: RulingWish, chain: string[]): boolean {
  if (norms.length === 0) return true
  const known = chain.map((one) => new Set(wordsOf(one)))
  return norms.some((norm) => known.some((words) => wordsOf(norm).every((word) => words.has(word))))
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,;§]+/)
    .filter((word) => word !== '')
}
