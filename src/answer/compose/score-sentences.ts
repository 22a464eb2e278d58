import type { Evidence, Inquiry } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { blankSpans } from '../../text/blank-spans.ts'
import { contentWords } from '../../text/words.ts'
import { carries, weighWords } from './weigh-words.ts'

/** What a word counts that stands in the heading or elsewhere in the passage instead of the sentence. */
const aroundShare = 0.5
const rankPenalty = 0.1
/** Added for the share of the top ranks that the sentence's norm holds. */
const dominance = 1
/** Smoothes the ranks, so that the first alone does not make its norm dominant. */
const rankDamping = 3
/** A passage says its rule first; what follows limits or details it. */
const leadFactor = 1.3
/** Added where the question names the norm. */
const bonusOf = { paragraph: 0.4, norm: 0.4, none: 0 }
/** What the other Absätze of a norm count where the question names one. */
const elsewhereFactor = 0.5

/** `Satz 1 gilt nicht, wenn` */
const longestLeadIn = 60

export interface ScoredSentence {
  evidence: Evidence
  /** Document and key of its norm. */
  norm: string
  /** Share of the question's weight that its whole passage carries, 0 to 1. */
  coverage: number
  /** The question names this place: its Absatz, or its norm, whose rule stands at the beginning. */
  isNamed: boolean
  score: number
}

/** The words of a question that say what it is about, in its own and in the law's; norms it names are found by themselves. */
export function askedWords({ question, references, meanings }: Inquiry): string[] {
  return [...new Set(contentWords([blankSpans(question.text, references), ...meanings].join(' ')))]
}

/** Every sentence that could be shown, with what it is worth to the question; better ones score higher. */
export function scoreSentences(inquiry: Inquiry, evidence: Evidence[]): ScoredSentence[] {
  const passages = [...new Map(evidence.map(({ passage }) => [passage.id, passage])).values()]
  const around = new Map(passages.map((passage) => [passage.id, wordsOf(`${passage.heading ?? ''} ${passage.text}`)]))
  const weights = weighWords(askedWords(inquiry), [...around.values()])
  const shares = sharesOfNorms(passages)
  return evidence.filter(isStatement).map((candidate) => {
    const { passage, text } = candidate
    const norm = normOf(passage)
    const own = coverageOf(weights, wordsOf(text))
    const coverage = coverageOf(weights, around.get(passage.id) ?? new Set())
    const words = own + aroundShare * (coverage - own)
    const factor = (1 + dominance * (shares.get(norm) ?? 0)) * (isLead(candidate) ? leadFactor : 1)
    const name = nameOf(passage, inquiry)
    const score = name === 'elsewhere' ? words * factor * elsewhereFactor : words * factor + bonusOf[name]
    const isNamed = name === 'paragraph' || (name === 'norm' && isOpening(candidate))
    return { evidence: candidate, norm, coverage, isNamed, score: score / (1 + rankPenalty * (passage.rank - 1)) }
  })
}

/** The law asks nothing: questions are a test's or a form's. What only leads in to a list elsewhere says nothing, either. */
function isStatement({ passage, text }: Evidence): boolean {
  return !passage.text.includes('?') && (text.length > longestLeadIn || /[.;)“”"\d]\s*$/.test(text))
}

function wordsOf(text: string): Set<string> {
  return new Set(contentWords(text))
}

function normOf({ document, normKey }: RankedPassage): string {
  return `${document.id} ${normKey}`
}

function coverageOf(weights: Map<string, number>, text: Set<string>): number {
  return [...weights].reduce((sum, [word, weight]) => (carries(text, word) ? sum + weight : sum), 0)
}

/** How much of the ranking each norm holds, the first ranks counting most; adds up to 1. */
function sharesOfNorms(passages: RankedPassage[]): Map<string, number> {
  const shares = new Map<string, number>()
  const all = passages.reduce((sum, { rank }) => sum + 1 / (rankDamping + rank), 0)
  for (const passage of passages) {
    const norm = normOf(passage)
    shares.set(norm, (shares.get(norm) ?? 0) + 1 / (rankDamping + passage.rank) / all)
  }
  return shares
}

function isLead({ passage, span }: Evidence): boolean {
  return passage.sentences.every(({ start }) => start >= span.start)
}

/** How the question names a passage: with its Absatz, by its norm as a whole, with another Absatz, or not at all. */
function nameOf(
  { norm, paragraph, why }: RankedPassage,
  { references }: Inquiry,
): 'paragraph' | 'norm' | 'elsewhere' | 'none' {
  if (!why.some(({ by }) => by === 'reference')) return 'none'
  const paragraphs = references.filter((reference) => reference.norm === norm).map((each) => each.paragraph)
  if (paragraphs.length === 0 || paragraphs.includes(null)) return 'norm'
  return paragraphs.includes(paragraph) ? 'paragraph' : 'elsewhere'
}

/** The first sentence of a norm. */
function isOpening(candidate: Evidence): boolean {
  const { paragraph, path } = candidate.passage
  return isLead(candidate) && path.length === 0 && (paragraph === null || paragraph === '1')
}
