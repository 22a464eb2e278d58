import type { Answer } from '../law/answer.ts'

/** The answer with the freshness of those sources alone whose texts it cites. */
export function withCitedStand(answer: Answer): Answer {
  const { stand } = answer.sources
  if (stand === undefined) return answer
  const cited = new Set(answer.citations.map(({ document }) => keyOf(document.id.split(':', 1)[0], document.invented)))
  return {
    ...answer,
    sources: { ...answer.sources, stand: stand.filter((each) => cited.has(keyOf(each.publisher, each.invented))) },
  }
}

function keyOf(publisher: string | undefined, invented: boolean): string {
  return `${publisher} ${invented}`
}
