import { composeExtractive } from '../../src/answer/compose/compose-extractive.ts'
import { numberEvidence } from '../../src/answer/compose/number-evidence.ts'
import { retrieve } from '../../src/answer/retrieve/retrieve.ts'
import { understand } from '../../src/answer/understand/understand.ts'
import { findConflicts } from '../../src/answer/verify/contrast/find-conflicts.ts'
import { type FalsePremise, findFalsePremises } from '../../src/answer/verify/contrast/find-false-premises.ts'
import type { LawName } from '../../src/law/answer.ts'
import type { AskedQuestion } from '../../src/law/asked-question.ts'
import { type Day, toDay } from '../../src/law/day.ts'
import { listLawNames } from '../../src/store/find-documents.ts'
import type { Library } from '../../src/wiring.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { type Share, shareOf } from '../score/wilson.ts'
import { seededRandom, shuffle } from '../seeded-random.ts'
import { readPremiseQuestions, type PremiseQuestion } from './read-premise-questions.ts'

export interface PremisesReport {
  rows: { name: string; share: Share }[]
  /** Missed premises, wrong corrections and every conflict, to be read. */
  wrong: { what: string; question: string; found: string[] }[]
}

/** The day of most reference questions. */
const day = toDay('2025-03-05')
const passagesPerAnswer = 12
/** An answer in full shows as many sentences. */
const mostClaims = 6
const askedCount = 500

interface Asked {
  premises: FalsePremise[]
  conflicts: string[][]
}

/**
 * How many false premises are corrected, and how many true ones; without `heldOut` also how many questions of people,
 * which are taken not to have a false premise, are corrected, and in how many conflicts are found (by an extract of six).
 */
export async function evaluatePremises(
  library: Library,
  cases: ReferenceCase[],
  asked: AskedQuestion[],
  heldOut: boolean,
): Promise<PremisesReport> {
  const ask = asker(library)
  const report: PremisesReport = { rows: [], wrong: [] }
  const written = readPremiseQuestions().filter(({ isSetAside }) => isSetAside === heldOut)
  await scoreWritten(report, written, ask)
  if (heldOut) return report
  const people = shuffle(asked, seededRandom(5)).slice(0, askedCount)
  await scorePeople(
    report,
    'development questions',
    cases.map(({ question, as_of }) => [question, as_of] as const),
    ask,
  )
  await scorePeople(
    report,
    'asked questions',
    people.map(({ text }) => [text, day] as const),
    ask,
  )
  return report
}

type Ask = (text: string, asOf: Day) => Promise<Asked>

function asker(library: Library): Ask {
  const registers = new Map<Day, LawName[]>()
  return async (text, asOf) => {
    const register = registers.get(asOf) ?? (await listLawNames(library.database, asOf))
    registers.set(asOf, register)
    const question = { text, asOf, territory: 'DE-NW', style: 'full' as const, kinds: null }
    const inquiry = understand(question, register, library.lexicon)
    const evidence = numberEvidence(await retrieve(library, inquiry, register, passagesPerAnswer))
    const { claims } = composeExtractive(inquiry, evidence, mostClaims)
    const chosen = new Set(claims.flatMap(({ evidenceIds }) => evidenceIds))
    const cited = evidence.filter(({ id }) => chosen.has(id))
    const conflicts = findConflicts(cited, evidence, register)
    return {
      premises: findFalsePremises(inquiry, evidence),
      conflicts: conflicts.map(({ sides }) => sides.map(({ passage, text: said }) => `${passage.label}: ${said}`)),
    }
  }
}

async function scoreWritten(report: PremisesReport, questions: PremiseQuestion[], ask: Ask): Promise<void> {
  const judged: { question: PremiseQuestion; premises: FalsePremise[] }[] = []
  for (const question of questions) judged.push({ question, premises: (await ask(question.text, day)).premises })
  const ofFalse = judged.filter(({ question }) => !question.isTrue)
  const ofTrue = judged.filter(({ question }) => question.isTrue)
  const row = (name: string, of: typeof judged, holds: (each: (typeof judged)[number]) => boolean) =>
    report.rows.push({ name, share: shareOf(of.filter(holds).length, of.length) })
  row('false premises corrected', ofFalse, ({ premises }) => premises.length > 0)
  row('… from the norm expected', ofFalse, isByNorm)
  for (const kind of ['number', 'modality', 'negation'] as const)
    row(
      `… ${kind}`,
      ofFalse.filter(({ question }) => question.kind === kind),
      isByNorm,
    )
  row('true premises corrected', ofTrue, ({ premises }) => premises.length > 0)
  const wrong = [...ofFalse.filter((each) => !isByNorm(each)), ...ofTrue.filter(({ premises }) => premises.length > 0)]
  report.wrong.push(
    ...wrong.map(({ question, premises }) => ({
      what: question.isTrue
        ? 'true premise corrected'
        : `missed ${question.kind} (${question.documentId} ${question.norm})`,
      question: question.text,
      found: premises.map(described),
    })),
  )
}

async function scorePeople(
  report: PremisesReport,
  name: string,
  questions: (readonly [string, Day])[],
  ask: Ask,
): Promise<void> {
  const judged: (Asked & { question: string })[] = []
  for (const [question, asOf] of questions) judged.push({ question, ...(await ask(question, asOf)) })
  const corrected = judged.filter(({ premises }) => premises.length > 0)
  const inConflict = judged.filter(({ conflicts }) => conflicts.length > 0)
  report.rows.push(
    { name: `${name} corrected`, share: shareOf(corrected.length, judged.length) },
    { name: `${name} with a conflict`, share: shareOf(inConflict.length, judged.length) },
  )
  report.wrong.push(
    ...corrected.map(({ question, premises }) => ({
      what: `${name} corrected`,
      question,
      found: premises.map(described),
    })),
    ...inConflict.map(({ question, conflicts }) => ({ what: `${name}: conflict`, question, found: conflicts.flat() })),
  )
}

function isByNorm({ question, premises }: { question: PremiseQuestion; premises: FalsePremise[] }): boolean {
  return premises.some(
    ({ evidence: { passage } }) => passage.document.id === question.documentId && passage.norm === question.norm,
  )
}

function described({ text, evidence }: FalsePremise): string {
  return `„${text}“ – ${evidence.passage.label}: ${evidence.text.replace(/\s+/g, ' ')}`
}
