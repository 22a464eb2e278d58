import type { DraftRequirement, Evidence } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'

/** More lines are no list to go through at the counter. */
const mostConditions = 12
/** `wenn`, `wer` and their like before the first Nummer: what follows are conditions, not consequences or addressees. */
const asksFor = /(?<!\p{L})(?:wenn|wer|soweit|sofern|falls|vorausgesetzt|Voraussetzungen?)(?!\p{L})/iu
const itemStart = /^(\d{1,2}[a-z]?)\.\s+(?=\S)/gm

/** Conditions as requirements of a checklist, with the evidence their ids name: each item of a list by itself. */
export interface Conditions {
  checklist: DraftRequirement[]
  evidence: Evidence[]
}

/**
 * The numbered conditions of the first rule in a passage that lists some (`… wenn 1. … 2. …`), verbatim, each with its own
 * place in the law. Nothing is known of the case: every state is unknown. Empty where no sentence lists any, and for a
 * list so long that it was cut into passages: what was found of it need not be all.
 */
export function listConditions(passage: RankedPassage | null, evidence: Evidence[]): Conditions {
  const lists = evidence.filter((piece) => piece.passage.id === passage?.id).map(conditionsIn)
  const items = lists.find((list) => list.length > 1) ?? []
  const checklist = items.map(({ id, text }): DraftRequirement => {
    return { text: text.replace(/\s+/g, ' '), evidenceIds: [id], state: 'unknown', fact: null }
  })
  return { checklist, evidence: items }
}

function conditionsIn(rule: Evidence): Evidence[] {
  const starts = [...rule.text.matchAll(itemStart)]
  if (!asksFor.test(rule.text.slice(0, starts[0]?.index ?? 0))) return []
  return starts.slice(0, mostConditions).map((start, at): Evidence => {
    const from = start.index + start[0].length
    const text = rule.text.slice(from, starts[at + 1]?.index).trimEnd()
    const begin = rule.span.start + from
    const item = start[1] ?? ''
    return { ...rule, id: `${rule.id}N${item}`, span: { start: begin, end: begin + text.length }, text, item }
  })
}
