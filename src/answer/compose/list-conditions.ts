import type { DraftRequirement, Evidence } from '../../law/answer.ts'
import type { NormText } from '../../law/library.ts'
import type { Unit } from '../../law/document-text.ts'

/** More lines are no list to go through at the counter. */
const mostConditions = 12
/** `wenn`, `wer` and their like before the first Nummer: what follows are conditions, not consequences or addressees. */
const asksFor = /(?<!\p{L})(?:wenn|wer|soweit|sofern|falls|vorausgesetzt|Voraussetzungen?)(?!\p{L})/iu

/** Conditions as requirements of a checklist, with the evidence their ids name: each item of a list by itself. */
export interface Conditions {
  checklist: DraftRequirement[]
  evidence: Evidence[]
}

/**
 * The numbered conditions of a rule (`… wenn 1. … 2. …`), verbatim, each with its own place in the norm: those of the
 * first given sentence that has some. A list so long that it was cut into passages is whole here. Nothing is known of
 * the case: every state is unknown.
 */
export function listConditions(sentences: Evidence[], norm: NormText): Conditions {
  const lists = listsOf(norm.units)
  for (const sentence of sentences) {
    const list = lists.find((items) => isListOf(items, sentence, norm.text))
    if (list && list.length > 1 && asksFor.test(introOf(list, lists, norm))) return conditions(list, sentence, norm)
  }
  return { checklist: [], evidence: [] }
}

/** The Nummern of a norm, list by list: a list begins at its 1. */
function listsOf(units: Unit[]): Unit[][] {
  const lists: Unit[][] = []
  for (const unit of units.filter(({ kind }) => kind === 'nummer')) {
    const last = lists.at(-1)
    if (last && unit.number !== '1') last.push(unit)
    else lists.push([unit])
  }
  return lists
}

/** The sentence holds the list or a part of it, or leads in to it. */
function isListOf(items: Unit[], { span }: Evidence, text: string): boolean {
  const [start, end] = [items[0]?.start ?? 0, items.at(-1)?.end ?? 0]
  return span.start < end && (start < span.end || text.slice(span.end, start).trim() === '')
}

/** What leads in to the list: back to the sentence's beginning, the list before or the beginning of the Absatz. */
function introOf(list: Unit[], lists: Unit[][], { units, text }: NormText): string {
  const start = list[0]?.start ?? 0
  const before = [
    ...lists.flatMap((other) => (other === list ? [] : other.map(({ end }) => end))),
    ...units.filter(({ kind, end }) => kind === 'absatz' && start < end).map((absatz) => absatz.start),
  ]
  const since = text.slice(Math.max(0, ...before.filter((at) => at <= start)), start)
  return since.split(/[.;]\s+(?=\p{Lu})/u).at(-1) ?? ''
}

function conditions(list: Unit[], sentence: Evidence, norm: NormText): Conditions {
  const evidence = list.slice(0, mostConditions).map((unit): Evidence => {
    const mark = /^\d+[a-z]*\.\s*/.exec(norm.text.slice(unit.start, unit.end))?.[0].length ?? 0
    const text = norm.text.slice(unit.start + mark, unit.end).trimEnd()
    const start = unit.start + mark
    const id = norm.passages.find((passage) => passage.start <= start && start < passage.end)?.id
    const passage = { ...sentence.passage, id: id ?? sentence.passage.id, text: norm.text, sha256: norm.sha256 }
    return {
      id: `${sentence.id}N${unit.number}`,
      passage: { ...passage, path: [], start: 0, end: norm.text.length },
      sentence: sentence.sentence,
      span: { start, end: start + text.length },
      text,
      item: unit.number,
    }
  })
  const checklist = evidence.map(({ id, text }): DraftRequirement => {
    return { text: text.replace(/\s+/g, ' '), evidenceIds: [id], state: 'unknown', fact: null }
  })
  return { checklist, evidence }
}
