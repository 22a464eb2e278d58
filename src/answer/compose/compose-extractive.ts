import { type AnswerStyle, claimRoles, type Draft, type Evidence, type Inquiry } from '../../law/answer.ts'
import { byLegalOrder } from '../../law/legal-order.ts'
import { guessRole } from './guess-role.ts'
import { askedWords, scoreSentences, type ScoredSentence } from './score-sentences.ts'

const maxClaims = 6
/**
 * How much of a question the best passage must carry, for one of a single word; for longer ones less: a told case's
 * twenty words no law has. Stricter, the demonstration's plainest questions ("Was kostet …?") got no answer.
 */
const leastCoverage = 1
const lengthExponent = 0.75
/** A sentence so far below the best one answers something else. */
const farBelow = 2.3
/** So many exceptions are shown beside the answers. */
const mostExceptions = 2
/** `Satz 1 gilt nicht`, `Dies gilt nicht`: they turn a sentence before them. */
const turning = /^(?:Satz|Die Sätze|Sätze|Dies|Das|Abweichend|Ausgenommen|Ausnahmen)(?!\p{L})/u
/** More from one Absatz, and the others are not seen. */
const perParagraph = 2

/**
 * A draft without a model: the sentences that answer best, verbatim, from few norms; law before decrees, the norm that
 * fits best first, in it rules, exceptions, consequences, procedure and periods in this order, each in the order of the
 * law. Exceptions of a shown Absatz come along where there is room. No claims where something speaks against an answer, or where the
 * question's words are not in what was found.
 */
export function composeExtractive(inquiry: Inquiry, evidence: Evidence[], limit: number): Draft {
  if (inquiry.doubt) return { claims: [], open: [], malformed: [] }
  const scored = answering(inquiry, scoreSentences(inquiry, evidence)).toSorted(byWorth)
  const most = Math.min(limit, maxClaims)
  const answers = choose(scored, inquiry.question.style, most)
  const room = Math.min(limit, maxClaims + mostExceptions) - answers.length
  const chosen = [...answers, ...exceptionsOf(answers, scored).slice(0, Math.min(room, mostExceptions))]
  const norms = chosen.map(({ norm }) => norm)
  const claims = chosen
    .toSorted(
      (a, b) =>
        byLegalOrder(a.evidence.passage.document, b.evidence.passage.document) ||
        norms.indexOf(a.norm) - norms.indexOf(b.norm) ||
        byRole(a, b),
    )
    .map(({ shown: { text, evidenceIds } }) => ({ text, role: guessRole(text), evidenceIds }))
  return { claims, open: [], malformed: [] }
}

/**
 * What a named norm says is always an answer to a question about it, others only where they carry the question. Where
 * none is named, one that does vouches for the whole ranking; without any there is no answer.
 */
function answering(inquiry: Inquiry, scored: ScoredSentence[]): ScoredSentence[] {
  const words = askedWords(inquiry).length
  // Weights that add up to 1 do so only nearly.
  const least = Math.min(1, leastCoverage / words ** lengthExponent) - 1e-9
  const carrying = scored.filter(({ coverage }) => coverage > 0 && coverage >= least)
  const named = scored.filter(({ evidence }) => evidence.passage.why.some(({ by }) => by === 'reference'))
  if (named.length > 0) return scored.filter((sentence) => named.includes(sentence) || carrying.includes(sentence))
  return carrying.length > 0 ? scored : []
}

function byWorth(a: ScoredSentence, b: ScoredSentence): number {
  return Number(b.isNamed) - Number(a.isNamed) || b.score - a.score
}

function choose(scored: ScoredSentence[], style: AnswerStyle, limit: number): ScoredSentence[] {
  const mostNorms = style === 'short' ? 2 : 3
  const least = Math.max(...scored.map(({ score }) => score)) - farBelow
  const chosen: ScoredSentence[] = []
  for (const sentence of scored) {
    if (chosen.length === limit) break
    if (sentence.score < least && !sentence.isNamed) continue
    const others = new Set(chosen.map(({ norm }) => norm))
    const { paragraph } = sentence.evidence.passage
    const fromParagraph = chosen.filter(
      ({ norm, evidence }) => norm === sentence.norm && evidence.passage.paragraph === paragraph,
    ).length
    if (fromParagraph === perParagraph || (!others.has(sentence.norm) && others.size === mostNorms)) continue
    chosen.push(sentence)
  }
  return chosen
}

/** Sentences that take something out of a shown one before them in its Absatz. */
function exceptionsOf(shown: ScoredSentence[], all: ScoredSentence[]): ScoredSentence[] {
  return all.filter((sentence) => {
    if (shown.includes(sentence) || !turning.test(sentence.shown.text) || !isException(sentence)) return false
    return shown.some(({ norm, evidence }) => {
      const isBefore = evidence.span.start < sentence.evidence.span.start
      return norm === sentence.norm && evidence.passage.paragraph === sentence.evidence.passage.paragraph && isBefore
    })
  })
}

function byRole(a: ScoredSentence, b: ScoredSentence): number {
  return order(a) - order(b) || a.evidence.span.start - b.evidence.span.start
}

function order({ shown }: ScoredSentence): number {
  return claimRoles.indexOf(guessRole(shown.text))
}

function isException({ shown }: ScoredSentence): boolean {
  return guessRole(shown.text) === 'exception'
}
