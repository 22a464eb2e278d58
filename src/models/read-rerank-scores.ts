/**
 * The scores of a rerank endpoint's reply in the order of the texts: from `{results: [{index, relevance_score}]}` or a
 * bare `[{index, score}]`. Null where it does not hold exactly one finite number for each of `count` texts.
 */
export function readRerankScores(reply: unknown, count: number): number[] | null {
  const list = Array.isArray(reply) ? reply : fieldOf(reply, 'results')
  if (!Array.isArray(list) || list.length !== count) return null
  const scores = new Map<number, number>()
  for (const entry of list) {
    const index = fieldOf(entry, 'index')
    const score = fieldOf(entry, 'relevance_score') ?? fieldOf(entry, 'score')
    if (typeof index === 'number' && typeof score === 'number' && Number.isFinite(score)) scores.set(index, score)
  }
  const ordered = Array.from({ length: count }, (_, index) => scores.get(index))
  return ordered.every((score) => score !== undefined) ? ordered : null
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}
