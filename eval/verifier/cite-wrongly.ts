import type { Evidence } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import { pick, shuffle } from '../seeded-random.ts'
import type { BenchClaim } from './bench-claim.ts'
import { onOneLine } from './law-sentences.ts'

/** True sentences with an id that was never offered, alone or beside a true one. */
export function inventIds(sentences: Evidence[], asOf: Day, count: number, random: () => number): BenchClaim[] {
  return shuffle(sentences, random)
    .slice(0, count)
    .map((evidence) => {
      const evidenceIds = pick([['E99'], [evidence.id, 'E404'], [`${evidence.id}a`]], random)
      return { class: 'invented id', text: onOneLine(evidence.text), evidence: [evidence], evidenceIds, asOf }
    })
}

/** True sentences said to stand in another norm of the same law, one that their passage does not speak of. */
export function swapNorms(sentences: Evidence[], asOf: Day, count: number, random: () => number): BenchClaim[] {
  return shuffle(sentences, random)
    .slice(0, count)
    .flatMap((evidence): BenchClaim[] => {
      const { passage, text } = evidence
      const others = sentences.filter(({ passage: other }) => isUnnamed(other.norm ?? '', passage.text, passage.norm))
      if (others.length === 0) return []
      const { label } = pick(others, random).passage
      const claim = pick(
        [`Nach ${label} gilt: ${onOneLine(text)}`, onOneLine(text).replace(/\.$/, ` (${label}).`)],
        random,
      )
      return [{ class: 'swapped norm', text: claim, evidence: [evidence], evidenceIds: [evidence.id], asOf }]
    })
}

function isUnnamed(norm: string, text: string, own: string | null): boolean {
  return norm !== own && !/(?:§§|Artikeln|bis)/.test(text) && !text.includes(norm.replace('Art', 'Artikel'))
}
