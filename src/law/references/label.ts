/** What a label names: a norm and, where known, the part of it. */
export interface LabelParts {
  /** As the publisher names it; null for what has no name (an Eingangsformel). */
  norm: string | null
  paragraph: string | null
  /** Numbers of the Sätze, in order. */
  sentences?: number[]
  /** Nummer, Buchstabe, Doppelbuchstabe: `['3', 'a']`. */
  path?: string[]
  abbreviation: string
  /** Law of the demonstration collection: the label says so. */
  invented: boolean
}

/** `§ 18g Abs. 1 Satz 2 Nr. 3 AufenthG`, as German offices cite; `findReferences` reads it back to the same parts. */
export function formatLabel({
  norm,
  paragraph,
  sentences = [],
  path = [],
  abbreviation,
  invented,
}: LabelParts): string {
  const words = [
    norm?.replace(/^Art /, 'Art. '),
    paragraph === null ? null : `Abs. ${paragraph}`,
    sentences.length === 0 ? null : `Satz ${inWords(sentences)}`,
    ...path.map(step),
    abbreviation,
    invented ? '(erfunden)' : null,
  ]
  return words.filter(Boolean).join(' ')
}

function step(value: string): string {
  if (!/^[a-z]+$/.test(value)) return `Nr. ${value}`
  return value.length === 1 ? `Buchst. ${value}` : `Doppelbuchst. ${value}`
}

/** `1`, `1 und 3`, `1 bis 3`, `1, 3 und 5 bis 7`. */
function inWords(sentences: number[]): string {
  const runs: [number, number][] = []
  for (const number of sentences) {
    const run = runs.at(-1)
    if (run && number === run[1] + 1) run[1] = number
    else runs.push([number, number])
  }
  const parts = runs.flatMap(([from, to]) =>
    to - from >= 2 ? [`${from} bis ${to}`] : from === to ? [`${from}`] : [`${from}`, `${to}`],
  )
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} und ${last}`
}
