import { answerQuestion } from '../../src/answer/answer-question.ts'
import type { AnswerStyle } from '../../src/law/answer.ts'
import { answerParts } from '../../src/wire-service.ts'
import { listLawNames } from '../../src/store/find-documents.ts'
import type { Library } from '../../src/wiring.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { type ExtractScore, scoreExtract } from '../score/score-extract.ts'
import { type Share, shareOf } from '../score/wilson.ts'

export interface ExtractReport {
  /** Each figure by its name, in the order printed. */
  figures: Record<string, Share>
  scores: ExtractScore[]
}

/** Asks every question of a set without a model and without keeping the answers, and scores what is shown. */
export async function evaluateExtracts(
  library: Library,
  cases: ReferenceCase[],
  style: AnswerStyle,
): Promise<ExtractReport> {
  const parts = {
    ...answerParts(library, (day) => listLawNames(library.database, day)),
    composer: null,
    check: null,
    rewriter: null,
    saveAnswer: async () => {},
  }
  const scores: ExtractScore[] = []
  for (const reference of cases) {
    const question = { text: reference.question, asOf: reference.as_of, territory: 'DE-NW', style, kinds: null }
    const answer = await answerQuestion(parts, question, () => {}, new AbortController().signal)
    scores.push(scoreExtract(reference, answer))
  }
  return { figures: figuresOf(scores), scores }
}

function figuresOf(scores: ExtractScore[]): Record<string, Share> {
  const answerable = scores.filter((each) => each.answerable)
  const others = scores.filter((each) => !each.answerable)
  const answered = answerable.filter(({ refused }) => !refused)
  const claims = sum((score) => score.claims.all, answered)
  return {
    'an essential norm is cited': share(({ norms }) => norms.cited.length > 0, answerable),
    'all essential norms are cited': share(({ norms }) => norms.cited.length === norms.gold.length, answerable),
    'sentences on a gold quote': shareOf(
      sum((score) => score.claims.onQuote, answered),
      claims,
    ),
    'sentences in a gold Absatz': shareOf(
      sum((score) => score.claims.inParagraph, answered),
      claims,
    ),
    'essential gold quotes shown': shareOf(
      sum((score) => score.quotes.found, answerable),
      sum((score) => score.quotes.gold, answerable),
    ),
    'refused rightly': share(({ refused }) => refused, others),
    'refused needlessly': share(({ refused }) => refused, answerable),
  }
}

function sum(of: (score: ExtractScore) => number, among: ExtractScore[]): number {
  return among.reduce((total, score) => total + of(score), 0)
}

function share(of: (score: ExtractScore) => boolean, among: ExtractScore[]): Share {
  return shareOf(among.filter(of).length, among.length)
}
