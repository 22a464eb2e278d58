import type { Evidence, Inquiry } from '../../law/answer.ts'
import type { RankedPassage } from '../../law/passage.ts'
import { blankSpans } from '../../text/blank-spans.ts'
import { contentWords } from '../../text/words.ts'
import { answersKinds } from './asked-kind.ts'
import { carries, weighWords } from './weigh-words.ts'
import { groupSentences, type Shown, showSentence } from './whole-sentence.ts'

/**
 * What makes a sentence the answer, fitted to the development questions (docs/quality.md): where its passage stands in
 * the ranking (1 / (rank + 1)), how much of the question it carries beside the sentence that carries most, whether it is
 * the first of its Absatz, which says the rule that the others limit or detail, and whether it gives what was asked for.
 * Likeness of meaning to the question added nothing once these were known.
 */
const sentenceWeights = { rank: 8, words: 2.5, lead: 1.5, kind: 0.6 }
/** Off for the other Absätze of a norm where the question names one. */
const elsewhere = 2

/** Off for rows of a table, which say little without their head. */
const tableRow = 2

/** `Was sagt der Erlass zu …`: no decree says these words of itself. */
const ofAsking = new Set(
  contentWords(
    'sagt sagen meint steht regelt regeln lautet laut gilt gibt hat aktuell aktueller neuester unser Erlass Erlasse Erlasses Rundschreiben ' +
      'Anwendungshinweis Anwendungshinweise Verwaltungsvorschrift Verwaltungsvorschriften Weisung Weisungen Ministerium Gericht ' +
      'Rechtsprechung entschieden geurteilt',
  ),
)

/** `Satz 1 gilt nicht, wenn` */
const longestLeadIn = 60

export interface ScoredSentence {
  /** Where it begins. */
  evidence: Evidence
  shown: Shown
  /** Document and key of its norm. */
  norm: string
  /** Share of the question's weight that its whole passage carries, 0 to 1. */
  coverage: number
  /** The question names this place: its Absatz, or its norm, whose rule stands at the beginning. */
  isNamed: boolean
  /** Only comparable within one question; each point less, a sentence is about a third as likely to answer. */
  score: number
}

/** The words of a question that say what it is about, in its own and in the law's; norms it names are found by themselves. */
export function askedWords({ question, references, meanings, wanted }: Inquiry): string[] {
  const words = [...new Set(contentWords([blankSpans(question.text, references), ...meanings].join(' ')))]
  return wanted === null ? words : words.filter((word) => !ofAsking.has(word))
}

/** Every sentence that could be shown, with what it is worth to the question; better ones score higher. */
export function scoreSentences(inquiry: Inquiry, evidence: Evidence[]): ScoredSentence[] {
  const passages = [...new Map(evidence.map(({ passage }) => [passage.id, passage])).values()]
  const around = new Map(passages.map((passage) => [passage.id, wordsOf(`${passage.heading ?? ''} ${passage.text}`)]))
  const words = weighWords(askedWords(inquiry.part?.own ?? inquiry), [...around.values()])
  const kindsGiven = answersKinds((inquiry.part?.own ?? inquiry).question.text)
  const worth = (text: string) => coverageOf(words, wordsOf(text)) + kindsGiven(text)
  const statements = groupSentences(evidence.filter(({ passage }) => !passage.text.includes('?'))).flatMap((pieces) => {
    const shown = showSentence(pieces, worth)
    return shown && isStatement(shown.text) ? [{ pieces, shown, own: coverageOf(words, wordsOf(shown.text)) }] : []
  })
  const most = Math.max(...statements.map(({ own }) => own)) || 1
  return statements.map(({ pieces, shown, own }) => {
    const [first] = pieces
    const names = new Set(pieces.map(({ passage }) => nameOf(passage, inquiry)))
    const score =
      sentenceWeights.rank / (Math.min(...pieces.map(({ passage }) => passage.rank)) + 1) +
      (sentenceWeights.words * own) / most +
      (isLead(first) ? sentenceWeights.lead : 0) +
      sentenceWeights.kind * kindsGiven(shown.text) -
      (names.has('elsewhere') ? elsewhere : 0) -
      (first.text.includes('|') ? tableRow : 0)
    return {
      evidence: first,
      shown,
      norm: normOf(first.passage),
      coverage: Math.max(...pieces.map(({ passage }) => coverageOf(words, around.get(passage.id) ?? new Set()))),
      isNamed: names.has('paragraph') || (names.has('norm') && isOpening(first)),
      score,
    }
  })
}

/** What only leads in to a list elsewhere says nothing; that the law asks nothing (a test does) is seen before. */
function isStatement(text: string): boolean {
  return text.length > longestLeadIn || /[.;)“”"\d…]\s*$/.test(text)
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

function isLead({ passage, span }: Evidence): boolean {
  return passage.sentences.every(({ start }) => start >= span.start)
}

/** How the question names a passage: with its Absatz, by its norm as a whole, with another Absatz, or not at all. */
function nameOf(
  { document, norm, paragraph, why }: RankedPassage,
  { references }: Inquiry,
): 'paragraph' | 'norm' | 'elsewhere' | 'none' {
  if (!why.some(({ by }) => by === 'reference')) return 'none'
  if (document.kind === 'ruling') return isNamedRuling(document.id, norm, paragraph, references) ? 'paragraph' : 'none'
  const paragraphs = references.filter((reference) => reference.norm === norm).map((each) => each.paragraph)
  if (paragraphs.length === 0 || paragraphs.includes(null)) return 'norm'
  return paragraphs.includes(paragraph) ? 'paragraph' : 'elsewhere'
}

/** Of a decision the Randnummer named, or its Leitsätze: they say what it decides, Tenor and facts only for whom. */
function isNamedRuling(
  documentId: string,
  norm: string | null,
  paragraph: string | null,
  references: Inquiry['references'],
): boolean {
  const own = references.filter((reference) => reference.documentId === documentId)
  return own.some((each) => (each.paragraph === null ? norm === 'Leitsatz' : each.paragraph === paragraph))
}

/** The first sentence of a norm. */
function isOpening(candidate: Evidence): boolean {
  const { paragraph, path } = candidate.passage
  return isLead(candidate) && path.length === 0 && (paragraph === null || paragraph === '1')
}
