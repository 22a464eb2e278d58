import { createHash } from 'node:crypto'
import type { ReferenceCase } from '../reference/reference-case.ts'
import type { AnswerRecord } from '../run/answer-record.ts'
import type { StoredRun } from '../run/read-run.ts'

/** An answer of a run, to be judged by itself. */
export interface SingleItem {
  kind: 'single'
  key: string
  reference: ReferenceCase
  run: StoredRun
  answer: AnswerRecord
}

/** Two runs' answers to one question, in the order of the runs' names. */
export interface PairItem {
  kind: 'pair'
  key: string
  reference: ReferenceCase
  runs: [StoredRun, StoredRun]
  answers: [AnswerRecord, AnswerRecord]
}

export type ReviewItem = SingleItem | PairItem

/**
 * Everything of some runs that people can judge: the first repeat of each answer, and each two runs' answers to one
 * question. Where a system failed there is nothing to judge. An item's key is made of the answers themselves: a judgement
 * never counts for an answer that was made anew.
 * @throws Error in German where the runs did not answer the same questions
 */
export function reviewItems(runs: StoredRun[]): { singles: SingleItem[]; pairs: PairItem[] } {
  const ordered = runs.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  refuseDifferent(ordered)
  const cases = ordered[0]?.cases ?? []
  const singles = cases.flatMap((reference) =>
    ordered.flatMap((run): SingleItem[] => {
      const answer = answerOf(run, reference)
      if (!answer) return []
      return [{ kind: 'single', key: keyOf([run.name, reference.id, answer.answer]), reference, run, answer }]
    }),
  )
  return { singles, pairs: cases.flatMap((reference) => pairsOf(reference, singles)) }
}

function refuseDifferent(runs: StoredRun[]): void {
  if (new Set(runs.map(({ name }) => name)).size < runs.length) throw new Error('Ein Lauf ist zweimal genannt.')
  if (new Set(runs.map(({ facts }) => facts.setSha256)).size > 1)
    throw new Error('Die Läufe haben nicht dieselben Fragen; beurteilt werden können sie nur einzeln.')
}

function answerOf({ answers }: StoredRun, { id }: ReferenceCase): AnswerRecord | undefined {
  return answers.find(({ caseId, repeat, status }) => caseId === id && repeat === 1 && status !== 'failed')
}

function pairsOf(reference: ReferenceCase, singles: SingleItem[]): PairItem[] {
  const own = singles.filter((single) => single.reference === reference)
  return own.flatMap((first, place) =>
    own.slice(place + 1).map((second) => ({
      kind: 'pair',
      key: keyOf([first.key, second.key]),
      reference,
      runs: [first.run, second.run],
      answers: [first.answer, second.answer],
    })),
  )
}

/** The items in an order of the reviewer's own, the same each time: by a hash of the pseudonym and the key. */
export function orderFor<T extends ReviewItem>(reviewer: string, items: T[]): T[] {
  const places = new Map(items.map((item) => [item, keyOf([reviewer, item.key])]))
  return items.toSorted((a, b) => ((places.get(a) ?? '') < (places.get(b) ?? '') ? -1 : 1))
}

/** Whether this reviewer sees the first of a pair as answer A. */
export function isFirstA(reviewer: string, { key }: PairItem): boolean {
  return Number.parseInt(keyOf([reviewer, key, 'A']).slice(0, 2), 16) % 2 === 0
}

function keyOf(parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}
