import type { AskedQuestion } from '../../law/asked-question.ts'
import { indexBm25 } from '../../text/bm25.ts'
import { isOneTypoApart } from '../../text/one-typo.ts'
import { contentWords } from '../../text/words.ts'

/** A norm whose asked questions resemble the question, with the Absatz whose questions do so most. */
interface AskedNorm {
  documentId: string
  norm: string
  paragraph: string | null
  score: number
}

/** Norms by the questions people ask about them. */
export interface AskedIndex {
  /** Whether any question about this norm is known. */
  knows: (documentId: string, norm: string) => boolean
  search: (question: string, meanings: string[], limit: number) => AskedNorm[]
}

/** A word of the question's meaning counts half of one that stands in it, a mended one likewise. */
const INDIRECT = 0.5
/** A word this short is not mended: too many others are one letter away. */
const SHORTEST_MENDED = 6

/** Indexes asked questions: all of a norm's count as one text, and so do all of an Absatz's. */
export function indexAskedQuestions(questions: AskedQuestion[]): AskedIndex {
  const norms = groupBy(questions, ({ documentId, norm }) => `${documentId} ${norm}`)
  const paragraphs = groupBy(questions, ({ documentId, norm, paragraph }) => `${documentId} ${norm} ${paragraph}`)
  const byNorm = indexBm25(norms.map(wordsOf))
  const byParagraph = indexBm25(paragraphs.map(wordsOf))
  const known = new Set(norms.flatMap(([first]) => (first ? [`${first.documentId} ${first.norm}`] : [])))
  return {
    knows: (documentId, norm) => known.has(`${documentId} ${norm}`),
    search: (question, meanings, limit) => {
      const words = mended(weighWords(question, meanings), byNorm.vocabulary)
      const best = bestParagraphs(paragraphs, byParagraph.score(words))
      return [...byNorm.score(words)]
        .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
        .slice(0, limit)
        .flatMap(([place, score]) => {
          const first = norms[place]?.[0]
          return first ? [{ documentId: first.documentId, norm: first.norm, paragraph: best(first), score }] : []
        })
    },
  }
}

function groupBy(questions: AskedQuestion[], keyOf: (question: AskedQuestion) => string): AskedQuestion[][] {
  const groups = new Map<string, AskedQuestion[]>()
  for (const question of questions) {
    const group = groups.get(keyOf(question))
    if (group) group.push(question)
    else groups.set(keyOf(question), [question])
  }
  return [...groups.values()]
}

function wordsOf(questions: AskedQuestion[]): string[] {
  return questions.flatMap(({ text }) => contentWords(text))
}

function weighWords(question: string, meanings: string[]): Map<string, number> {
  const words = new Map(meanings.flatMap((meaning) => contentWords(meaning)).map((word) => [word, INDIRECT]))
  for (const word of contentWords(question)) words.set(word, 1)
  return words
}

/** A word nobody used is taken for those that differ from it in one letter. */
function mended(words: Map<string, number>, vocabulary: ReadonlySet<string>): Map<string, number> {
  const result = new Map(words)
  for (const [word, weight] of words) {
    if (vocabulary.has(word) || word.length < SHORTEST_MENDED || /\d/.test(word)) continue
    for (const known of vocabulary)
      if (Math.abs(known.length - word.length) < 2 && !result.has(known) && isOneTypoApart(known, word))
        result.set(known, weight * INDIRECT)
  }
  return result
}

function bestParagraphs(paragraphs: AskedQuestion[][], scores: Map<number, number>) {
  const best = new Map<string, { paragraph: string | null; score: number }>()
  for (const [place, score] of scores) {
    const first = paragraphs[place]?.[0]
    if (!first) continue
    const key = `${first.documentId} ${first.norm}`
    if (score > (best.get(key)?.score ?? 0)) best.set(key, { paragraph: first.paragraph, score })
  }
  return ({ documentId, norm }: AskedQuestion) => best.get(`${documentId} ${norm}`)?.paragraph ?? null
}
