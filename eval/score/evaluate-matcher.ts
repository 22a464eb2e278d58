import { toDay } from '../../src/law/day.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { staticTextVectors } from '../../src/models/static-embedding.ts'
import { isAbout, isAsserted, isContradicted, speaksAgainst } from './match-point.ts'
import { createSimilarity, type Similarity } from './similarity.ts'

const asOf = toDay('2025-01-01')
/** Precision counts double (F0.5): an answer has many sentences, most of which do not state the point. */
const beta2 = 0.25
const grid = Array.from({ length: 61 }, (_, step) => 0.2 + step / 100)

/** A key point and a sentence with a person's verdict on the two. */
export interface LabelledPair {
  topic: string
  label: 'covered' | 'contradicted' | 'absent'
  point: string
  sentence: string
}

/** How well the matcher finds pairs of one kind. */
export interface MatcherQuality {
  what: string
  pairs: number
  precision: number
  recall: number
}

/** Reads the labelled pairs, with the texts of the development questions they refer to; lines that begin with # are remarks. */
export function readPairs(tsv: string, cases: ReferenceCase[]): LabelledPair[] {
  const lines = tsv.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.map((line) => {
    const [topic = '', label = '', point = '', sentence = ''] = line.split('\t')
    if (label !== 'covered' && label !== 'contradicted' && label !== 'absent') throw new Error(`Kein Urteil: ${line}`)
    return { topic, label, point: textOf(point, cases), sentence: textOf(sentence, cases) }
  })
}

/** `@dev-001/key_points/0` and `@dev-001/reference_answer/0-94` are texts of a question, all else is its own text. */
function textOf(cell: string, cases: ReferenceCase[]): string {
  const [, id, field, from = '', to] =
    /^@([^/]+)\/(key_points|forbidden|reference_answer)\/(\d+)(?:-(\d+))?$/.exec(cell) ?? []
  if (id === undefined) return cell
  const one = cases.find((each) => each.id === id)
  const text =
    field === 'reference_answer'
      ? one?.reference_answer?.slice(Number(from), Number(to))
      : one?.[field === 'forbidden' ? 'forbidden' : 'key_points'][Number(from)]
  if (text === undefined || text === '') throw new Error(`Die Fragen haben keinen Text ${cell}.`)
  return text
}

/**
 * The matcher on labelled pairs: with the thresholds that ship, and with thresholds chosen on all other topics for each
 * topic (leave one topic out), which is what to expect on pairs nobody chose by.
 */
export function evaluateMatcher(pairs: LabelledPair[]): MatcherQuality[] {
  const judged = judge(pairs)
  return [
    quality(
      'abgedeckt, Schwelle je Thema auf den übrigen gewählt',
      judged,
      'covered',
      leaveTopicsOut(judged, 'covered', covered),
    ),
    quality(
      'abgedeckt, ausgelieferte Schwelle',
      judged,
      'covered',
      judged.filter(({ similarity, turned }) => !turned && isAbout(similarity)),
    ),
    quality(
      'abgedeckt, ohne die Regeln',
      judged,
      'covered',
      judged.filter(({ similarity }) => isAbout(similarity)),
    ),
    quality(
      'widersprochen, Schwelle je Thema auf den übrigen gewählt',
      judged,
      'contradicted',
      leaveTopicsOut(judged, 'contradicted', contradicted),
    ),
    quality(
      'widersprochen, ausgelieferte Schwelle',
      judged,
      'contradicted',
      judged.filter((pair) => pair.contradicted),
    ),
    quality(
      'behauptet (streng, für verbotene Aussagen)',
      judged,
      'covered',
      judged.filter(({ asserted }) => asserted),
    ),
  ]
}

interface Judged extends LabelledPair {
  similarity: Similarity
  turned: boolean
  contradicted: boolean
  asserted: boolean
}

type Rule = (threshold: number) => (pair: Judged) => boolean

const covered: Rule = (threshold) => (pair) => !pair.turned && isAbout(pair.similarity, threshold)
const contradicted: Rule = (threshold) => (pair) => pair.turned && pair.similarity.cosine >= threshold

function judge(pairs: LabelledPair[]): Judged[] {
  const compare = createSimilarity(staticTextVectors())
  return pairs.map((pair) => {
    const similarity = compare(pair.point, pair.sentence)
    return {
      ...pair,
      similarity,
      turned: speaksAgainst(pair.point, pair.sentence, asOf),
      contradicted: isContradicted(similarity, pair.point, pair.sentence, asOf),
      asserted: isAsserted(similarity, pair.point, pair.sentence, asOf),
    }
  })
}

function leaveTopicsOut(judged: Judged[], label: LabelledPair['label'], rule: Rule): Judged[] {
  return [...new Set(judged.map(({ topic }) => topic))].flatMap((topic) => {
    const threshold = bestThreshold(
      judged.filter((pair) => pair.topic !== topic),
      label,
      rule,
    )
    return judged.filter((pair) => pair.topic === topic).filter(rule(threshold))
  })
}

/** The middle of the thresholds that do best. */
function bestThreshold(judged: Judged[], label: LabelledPair['label'], rule: Rule): number {
  const values = grid.map((threshold) => fBeta(quality('', judged, label, judged.filter(rule(threshold)))))
  const best = grid.filter((_, at) => values[at] === Math.max(...values))
  return best[Math.floor(best.length / 2)] ?? 1
}

function fBeta({ precision, recall }: MatcherQuality): number {
  return precision + recall === 0 ? 0 : ((1 + beta2) * precision * recall) / (beta2 * precision + recall)
}

function quality(what: string, judged: Judged[], label: LabelledPair['label'], found: Judged[]): MatcherQuality {
  const right = found.filter((pair) => pair.label === label).length
  const wanted = judged.filter((pair) => pair.label === label).length
  return {
    what,
    pairs: judged.length,
    precision: found.length === 0 ? 0 : right / found.length,
    recall: right / wanted,
  }
}
