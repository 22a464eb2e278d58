import type { ClaimRole, Draft, Evidence, Inquiry } from '../../law/answer.ts'
import { contentWords } from '../../text/words.ts'
import { guessRole } from './guess-role.ts'

const maxClaims = 6
/** Longest sentence shown as a claim; a longer list is cut after one of its lines, the citation has all of it. */
const maxClaimChars = 580
/** Less of a long sentence than this may leave out what turns it (and is not taken for verbatim). */
const minCutChars = 300
const maxRank = 8
/** Part of the question's weight a sentence must carry, its heading included, to count as an answer. */
const floor = 0.15
/** A sentence far below the best one answers something else. */
const shareOfBest = 0.5
/** What a word counts that stands in the heading or elsewhere in the passage instead of the sentence. */
const aroundShare = 0.5
/** Added where the question names the norm. */
const namedBonus = 0.4
const rankPenalty = 0.15
/** More from one passage, and the others are not seen. */
const perPassage = 2
/** Words that no passage has are mostly the teller's (`seit gestern`), and sometimes what was asked. */
const strangerShare = 0.5
const shortestPart = 5

/**
 * A draft without a model: the sentences of the best passages that share most words with the question, verbatim, in
 * the order a lawyer reads them (rule, exception, consequence, procedure, deadline). No claims when nothing fits.
 */
export function composeExtractive(inquiry: Inquiry, evidence: Evidence[], limit: number): Draft {
  const scored = scoreAll(inquiry, evidence).filter(({ score }) => score >= floor)
  const best = Math.max(0, ...scored.map(({ score }) => score))
  const claims = scored
    .filter(({ score }) => score >= best * shareOfBest)
    .toSorted((a, b) => b.score - a.score)
    .filter(atMostPerPassage)
    .slice(0, Math.min(limit, maxClaims))
    .map(({ id, text }) => ({ text: shortened(text), role: guessRole(text), evidenceIds: [id] }))
    .toSorted((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
  return { claims, open: [], malformed: [] }
}

const roleOrder: ClaimRole[] = ['rule', 'exception', 'consequence', 'procedure', 'deadline']

interface Scored {
  id: string
  passageId: string
  text: string
  score: number
}

function scoreAll(inquiry: Inquiry, evidence: Evidence[]): Scored[] {
  const candidates = evidence
    .filter(({ passage }) => passage.rank <= maxRank)
    .map((candidate) => ({
      candidate,
      own: new Set(contentWords(candidate.text)),
      around: new Set(contentWords(`${candidate.passage.heading ?? ''} ${candidate.passage.text}`)),
    }))
  const weights = weigh(
    contentWords(inquiry.question.text),
    candidates.map(({ around }) => around),
  )
  return candidates.map(({ candidate: { id, text, passage }, own, around }) => {
    let score = passage.why.some(({ by }) => by === 'reference') ? namedBonus : 0
    for (const [word, weight] of weights) {
      if (carries(own, word)) score += weight
      else if (carries(around, word)) score += weight * aroundShare
    }
    return { id, passageId: passage.id, text, score: score / (1 + rankPenalty * (passage.rank - 1)) }
  })
}

/** Words of the question, each weighing more the fewer of the texts have it; the weights add up to 1. */
function weigh(words: string[], texts: Set<string>[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const word of new Set(words)) {
    const having = texts.filter((text) => carries(text, word)).length
    const rarity = Math.log(1 + (texts.length + 1) / (having + 1))
    weights.set(word, having === 0 ? rarity * strangerShare : rarity)
  }
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0)
  return new Map([...weights].map(([word, weight]) => [word, weight / sum]))
}

/** True also where a compound carries the word or is carried by it (`Gebühr` – `Gebührenbefreiung`). */
function carries(words: Set<string>, word: string): boolean {
  if (words.has(word)) return true
  if (word.length < shortestPart) return false
  for (const other of words) {
    if (other.length >= shortestPart && (other.includes(word) || word.includes(other))) return true
  }
  return false
}

function atMostPerPassage({ passageId }: Scored, place: number, all: Scored[]): boolean {
  return all.slice(0, place).filter((other) => other.passageId === passageId).length < perPassage
}

function shortened(sentence: string): string {
  if (sentence.length <= maxClaimChars) return onOneLine(sentence)
  const lineEnd = sentence.lastIndexOf('\n', maxClaimChars)
  const cut = lineEnd > minCutChars ? lineEnd : sentence.lastIndexOf(' ', maxClaimChars)
  return `${onOneLine(sentence.slice(0, cut))} …`
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
