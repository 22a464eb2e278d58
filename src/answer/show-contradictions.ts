import type { Answer, Citation, Evidence } from '../law/answer.ts'
import type { Conflict, Correction } from '../law/contradiction.ts'
import { citeSentence } from './cite.ts'
import { describeConflict } from './describe-conflict.ts'
import type { FalsePremise } from './verify/contrast/find-false-premises.ts'
import type { FoundConflict } from './verify/contrast/find-conflicts.ts'

/** Longer sentences are cut after a word: the citation has all of it. */
const longestQuote = 300
/** More is not read; the first are those that the leading claims rest on. */
const mostConflicts = 3

/**
 * The answer with what its sources say differently and what its question takes for given wrongly, each with a citation
 * of its own. Where a conflict left no claim that stands, the abstention says so.
 */
export function showContradictions(answer: Answer, found: FoundConflict[], premises: FalsePremise[]): Answer {
  const citations = [...answer.citations]
  const corrections = premises.map((premise) => toCorrection(premise, citedIn(citations, premise.evidence)))
  const all = found.slice(0, mostConflicts).map((conflict) => toConflict(conflict, citations))
  // Of several questions in one, two may rest on the same sources.
  const conflicts = [...new Map(all.map((conflict) => [JSON.stringify(conflict.sides), conflict])).values()]
  const [first] = conflicts
  if (!first || !answer.abstention) return { ...answer, citations, conflicts, corrections }
  const message = `${first.message} Deshalb gibt es hier keine Antwort; beide Stellen sind genannt.`
  const abstention = { ...answer.abstention, reason: 'conflict' as const, message }
  return { ...answer, citations, conflicts, corrections, abstention, answer: message }
}

function toCorrection({ start, end, text: premise, evidence }: FalsePremise, { number, label }: Citation): Correction {
  const text = `Die Frage geht davon aus: „${premise}“. ${label} sagt: „${shortened(evidence.text)}“`
  return { premise, start, end, text, citation: number }
}

function toConflict({ sides }: FoundConflict, citations: Citation[]): Conflict {
  const cited = sides.map((side) => {
    const { number, label, document } = citedIn(citations, side)
    return { rank: document.rank, label, citation: number }
  })
  return { message: describeConflict(cited.map(({ rank }) => rank)), sides: cited }
}

/** The citation of exactly this sentence, added under the next number where there is none. */
function citedIn(citations: Citation[], evidence: Evidence): Citation {
  const { passage, span } = evidence
  const known = citations.find(
    ({ passageId, start, end }) => passageId === passage.id && start === span.start && end === span.end,
  )
  if (known) return known
  const added = citeSentence(evidence, citations.length + 1)
  citations.push(added)
  return added
}

function shortened(sentence: string): string {
  const words = sentence.replace(/\s+/g, ' ').trim()
  return words.length <= longestQuote ? words : `${words.slice(0, longestQuote).replace(/ \S*$/, '')} …`
}
