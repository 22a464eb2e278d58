import { randomUUID } from 'node:crypto'
import type { Answer, Inquiry, VerifiedRequirement } from '../law/answer.ts'
import { today } from '../law/day.ts'
import { reasonFor } from './abstain.ts'
import type { AnsweredQuestion } from './answer-one.ts'
import { citeParts } from './cite-parts.ts'
import { claimLimit } from './claim-limit.ts'
import { describeUnderstanding } from './describe-understanding.ts'
import { abstainFromAll, listParts, openOf } from './list-parts.ts'
import { noticesOn } from './notices.ts'
import { noticesOnExceptions } from './notices-on-exceptions.ts'
import { noticesOnObjections } from './notices-on-objections.ts'
import { noticesOnParts } from './notices-on-parts.ts'
import { noticesOnStyle } from './notices-on-style.ts'

export interface AnswerMaterial {
  /** The whole of what was asked. */
  inquiry: Inquiry
  /** Its questions one by one; a single one is the whole. */
  answered: AnsweredQuestion[]
  /** The model that may have worded it. */
  model: Answer['model']
  sources: Answer['sources']
  now: Date
}

/** The answer as it is sent and stored. Only what was verified is in its text; without a claim it abstains. */
export function buildAnswer({ inquiry, answered, model, sources, now }: AnswerMaterial): Answer {
  const { question } = inquiry
  const limit = claimLimit(question.style, answered.length > 1)
  const shown = answered.map(({ wording }) => wording?.verified.claims.slice(0, limit) ?? [])
  const missing = answered.map((each) => reasonFor(each).message)
  const requirements = shown.flat().length === 0 ? [] : requirementsOf(answered)
  const cited = citeParts(
    shown,
    missing,
    requirements.map(({ claim }) => claim),
  )
  const { text, claims, citations, references, claimsOf } = cited
  const understood = describeUnderstanding(inquiry, citations)
  const abstention = claims.length === 0 ? abstainFromAll(answered) : null
  const { mode, fallback, isModel } = wordedBy(answered, claimsOf)
  return {
    id: randomUUID(),
    question: question.followUp?.asked ?? question.text,
    rewritten: question.followUp ? { from: question.followUp.from, question: question.text } : null,
    asOf: question.asOf,
    territory: question.territory,
    style: question.style,
    mode: abstention ? 'abstained' : mode,
    model: isModel ? model : null,
    fallback,
    checker: answered.find(({ wording }) => wording?.checker)?.wording?.checker ?? null,
    answer: abstention?.message ?? text,
    claims,
    parts: listParts(answered, claimsOf),
    checklist: requirements.map(({ claim, state, fact }, at) => {
      return { requirement: claim.text, citations: cited.listed[at] ?? [], state, fact }
    }),
    citations,
    references,
    removed: answered.flatMap(({ wording }) =>
      wording ? [...wording.removedBefore, ...wording.verified.removed] : [],
    ),
    open: openOf(answered, claimsOf),
    conflicts: [],
    corrections: [],
    abstention,
    notices: [
      ...new Set(answered.flatMap(({ wording }) => wording?.notice ?? [])),
      ...understood.notices,
      ...noticesOnParts(inquiry, answered),
      ...noticesOnStyle(question.style, mode, shown.flat()),
      ...noticesOnObjections(shown.flat()),
      ...noticesOnExceptions(shown.flat()),
      ...noticesOn(question, citations, today(now)),
    ],
    understood,
    sources,
    createdAt: now.toISOString(),
  }
}

/** By a model as soon as one question's claims are; the notices name the questions that are not. */
function wordedBy(
  answered: AnsweredQuestion[],
  claimsOf: number[][],
): Pick<Answer, 'mode' | 'fallback'> & { isModel: boolean } {
  const wordings = answered.flatMap(({ wording }) => wording ?? [])
  const withClaims = answered.flatMap(({ wording }, at) => (claimsOf[at]?.length && wording ? [wording] : []))
  const deciding = withClaims.find(({ mode }) => mode === 'llm') ?? withClaims[0] ?? wordings[0]
  return {
    mode: deciding?.mode ?? 'abstained',
    fallback: deciding?.fallback ?? null,
    isModel: wordings.some(({ mode }) => mode === 'llm'),
  }
}

/** Each requirement once, in the order of the questions. */
function requirementsOf(answered: AnsweredQuestion[]): VerifiedRequirement[] {
  const all = answered.flatMap(({ wording }) => wording?.checklist ?? [])
  return [...new Map(all.map((each) => [each.claim.text, each])).values()]
}
