import type { AskedQuestion } from '../../law/asked-question.ts'
import { indexBm25 } from '../../text/bm25.ts'
import type { MendedWord } from '../../law/mended-word.ts'
import { isOneTypoApart } from '../../text/one-typo.ts'
import { contentWords } from '../../text/words.ts'
import { askedWordMender } from './asked-words.ts'

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
  /** Words of a text that no question has, each with one that differs in a letter. */
  mend: (text: string) => MendedWord[]
}

/** A word of the question's meaning counts half of one that stands in it, a mended one likewise. */
const INDIRECT = 0.5
/** A word this short is not mended: too many others are one letter away. */
const SHORTEST_MENDED = 6

/** Indexes asked questions: all of a norm's count as one text, and so do all of an Absatz's. */
export function indexAskedQuestions(questions: AskedQuestion[]): AskedIndex {
  const norms = groupBy(questions, normOf)
  const paragraphs = groupBy(questions, (question) => `${normOf(question)} ${question.paragraph}`)
  const byNorm = indexBm25(norms.map(wordsOf))
  const byParagraph = indexBm25(paragraphs.map(wordsOf))
  const places = new Map(norms.flatMap(([first], place) => (first ? [[normOf(first), place]] : [])))
  const normsOfParagraphs = paragraphs.map(([first]) => (first && places.get(normOf(first))) ?? -1)
  const mendStems = mender(byNorm.vocabulary)
  return {
    knows: (documentId, norm) => places.has(`${documentId} ${norm}`),
    mend: askedWordMender(questions),
    search: (question, meanings, limit) => {
      const words = mendStems(weighWords(question, meanings))
      const best = bestOfEach(normsOfParagraphs, byParagraph.score(words))
      return [...byNorm.score(words)]
        .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
        .slice(0, limit)
        .flatMap(([place, score]) => {
          const first = norms[place]?.[0]
          const paragraph = paragraphs[best.get(place) ?? -1]?.[0]?.paragraph ?? null
          return first ? [{ documentId: first.documentId, norm: first.norm, paragraph, score }] : []
        })
    },
  }
}

function normOf({ documentId, norm }: AskedQuestion): string {
  return `${documentId} ${norm}`
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
function mender(vocabulary: ReadonlySet<string>): (words: Map<string, number>) => Map<string, number> {
  const ofLength = new Map<number, string[]>()
  for (const known of vocabulary) ofLength.set(known.length, [...(ofLength.get(known.length) ?? []), known])
  const nearTo = ({ length }: string) => [-1, 0, 1].flatMap((more) => ofLength.get(length + more) ?? [])
  return (words) => {
    const result = new Map(words)
    for (const [word, weight] of words) {
      if (vocabulary.has(word) || word.length < SHORTEST_MENDED || /\d/.test(word)) continue
      for (const known of nearTo(word))
        if (!result.has(known) && isOneTypoApart(known, word)) result.set(known, weight * INDIRECT)
    }
    return result
  }
}

/** The best of the things that each owner has, by their places; `owners` names each thing's. */
function bestOfEach(owners: number[], scores: ReadonlyMap<number, number>): Map<number, number> {
  const best = new Map<number, number>()
  for (const [place, score] of scores) {
    const owner = owners[place] ?? -1
    const known = best.get(owner)
    if (score > (known === undefined ? 0 : (scores.get(known) ?? 0))) best.set(owner, place)
  }
  return best
}
