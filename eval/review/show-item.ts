import type { Blind } from './blind-text.ts'
import type { GradeLine, Judgement, PreferenceLine, Reviewer } from './judgement.ts'
import { answerText } from './pages/answer-text.ts'
import { judgedPage } from './pages/judged-page.ts'
import type { Html } from './pages/layout.ts'
import { pairPage, sideBySide } from './pages/pair-page.ts'
import { type Place, singlePage } from './pages/single-page.ts'
import { isFirstA, type PairItem, type SingleItem } from './review-items.ts'
import { isJudged, judgementOf, type Part, type ReviewSession } from './review-session.ts'
import { gradeWords, preferenceWords } from './words.ts'

/**
 * The page of an item by its number (from 1) in the reviewer's order, else of the next one to be judged; what is expected
 * is on it only once the item is judged. Null where there is nothing (more) to judge.
 */
export function showItem(
  session: ReviewSession,
  blind: Blind,
  reviewer: Reviewer,
  part: Part,
  wanted: number,
  error: string | null,
): Html | null {
  const items = session.itemsOf(reviewer.reviewer, part)
  const judged = session.judgedBy(reviewer.reviewer)
  const open = items.flatMap((item, place) => (isJudged(judged, item) ? [] : [place + 1]))
  const number = items[wanted - 1] ? wanted : (open[0] ?? 1)
  const item = items[number - 1]
  if (!item) return null
  const view = { judged, next: open.find((each) => each > number) ?? open[0] ?? null }
  const place = { number, done: items.length - open.length, total: items.length }
  return item.kind === 'single'
    ? single(blind, reviewer, item, place, view, error)
    : pair(blind, reviewer, item, place, view, error)
}

interface View {
  judged: Judgement[]
  next: number | null
}

function single(
  blind: Blind,
  reviewer: Reviewer,
  item: SingleItem,
  place: Place,
  { judged, next }: View,
  error: string | null,
): Html {
  const { key, reference } = item
  const answer = blind(item.answer)
  const line = judgementOf(judged, 'grade', item)
  if (!line) return singlePage(reviewer, item, answer, place, error)
  const labels = judgementOf(judged, 'points', item)?.labels ?? []
  const answers = answerText('Antwort', answer)
  const { comment } = line
  const view = { part: 'einzeln', key, reference, verdict: gradeSaid(line), comment, answers, labels, next }
  return judgedPage(reviewer, view, place)
}

function pair(
  blind: Blind,
  reviewer: Reviewer,
  item: PairItem,
  place: Place,
  { judged, next }: View,
  error: string | null,
): Html {
  const { key, reference } = item
  const [first, second] = [blind(item.answers[0]), blind(item.answers[1])]
  const sides: [typeof first, typeof first] = isFirstA(reviewer.reviewer, item) ? [first, second] : [second, first]
  const line = judgementOf(judged, 'preference', item)
  if (!line) return pairPage(reviewer, item, sides, place, error)
  const { comment } = line
  const verdict = preferenceSaid(line)
  const view = { part: 'vergleich', key, reference, verdict, comment, answers: sideBySide(sides), labels: null, next }
  return judgedPage(reviewer, view, place)
}

function gradeSaid({ grade, sourcesCarry }: GradeLine): string {
  const { title } = gradeWords[grade]
  return sourcesCarry === null ? title : `${title}, die Quellen tragen sie${sourcesCarry ? '' : ' nicht'}`
}

/** In the words of the page: which of A and B. */
function preferenceSaid({ preference, firstIsA }: PreferenceLine): string {
  if (preference === 'equal' || preference === 'unusable') return preferenceWords[preference]
  return preferenceWords[(preference === 'first') === firstIsA ? 'first' : 'second']
}
