import type { DocumentSummary } from '../document.ts'

/** What a label names: a norm and, where known, the part of it. */
export interface LabelParts {
  /** As the publisher names it (`§ 18g`, `Leitsatz`, `Nr. 2.1`); null for what has no name (an Eingangsformel). */
  norm: string | null
  /** Absatz; of a ruling the Randnummer. */
  paragraph: string | null
  /** Numbers of the Sätze, in order. */
  sentences?: number[]
  /** Nummer, Buchstabe, Doppelbuchstabe: `['3', 'a']`. */
  path?: string[]
  /** Page, as printed, of a document that has pages. */
  page?: string | null
  /** Invented law: the label says so. */
  document: Pick<DocumentSummary, 'kind' | 'abbreviation' | 'invented'>
}

/**
 * As German offices cite: `§ 18g Abs. 1 Satz 2 Nr. 3 AufenthG`, which `findReferences` reads back to the same parts;
 * `BVerwG, Urteil vom 19.03.2013 – 1 C 12.12, Rn. 17`; `Erlass MKJFGFI vom 12.03.2024 – 26.01, Nr. 2.1, S. 3`.
 */
export function formatLabel(parts: LabelParts): string {
  const { kind, invented } = parts.document
  const label = kind === 'statute' || kind === 'eu_act' ? ofNorm(parts) : ofPaper(parts)
  return invented ? `${label} (erfunden)` : label
}

function ofNorm({ norm, paragraph, sentences = [], path = [], document }: LabelParts): string {
  const words = [
    norm?.replace(/^Art /, 'Art. '),
    paragraph === null ? null : `Abs. ${paragraph}`,
    sentences.length === 0 ? null : `Satz ${inWords(sentences)}`,
    ...path.map(step),
    document.abbreviation,
  ]
  return words.filter(Boolean).join(' ')
}

/** A ruling is cited by Randnummer alone; what has none by its part. */
function ofPaper({ norm, paragraph, path = [], page = null, document }: LabelParts): string {
  const isRuling = document.kind === 'ruling'
  const places = [
    isRuling && paragraph !== null ? null : norm,
    paragraph === null ? null : `${isRuling ? 'Rn.' : 'Abs.'} ${paragraph}`,
    ...path.map(step),
    page === null ? null : `S. ${page}`,
  ]
  return [document.abbreviation, ...places].filter(Boolean).join(', ')
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
