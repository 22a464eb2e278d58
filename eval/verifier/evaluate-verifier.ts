import type { Queries } from '../../src/store/database.ts'
import { listDocuments } from '../../src/store/find-documents.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { type Share, shareOf } from '../score/wilson.ts'
import { type FalseClass, goals, type TrueClass, trueClasses } from './bench-claim.ts'
import { collectClaims } from './collect-claims.ts'
import { collectDevClaims } from './collect-dev-claims.ts'
import { type BenchChecker, judgeClaims, type Judged } from './judge-claims.ts'
import { isSetAside } from './set-aside.ts'
import { freshSets, freshStatements, lawsOf, officeStatements } from './statement-sets.ts'

export interface ClassRow {
  name: string
  /** False claims caught, or true ones removed; a left-out exception that a notice names is caught. */
  share: Share
  /** Claims that stay with a notice that they leave out an exception. */
  named: number
  /** Claims that stay with a notice that a rule objects to them without being sure. Not in `share`. */
  doubted: number
  goal: number | null
}

export interface VerifierReport {
  laws: string[]
  caught: ClassRow[]
  alarms: ClassRow[]
  /** Claims about which a model should have been asked and gave no verdict. */
  unchecked: number
  /** Every false claim that stays and every true one that does not, to be read. */
  wrong: (Pick<Judged, 'verdict' | 'detail' | 'objection'> & Record<'class' | 'text' | 'source' | 'label', string>)[]
}

const mostAlarms = 0.03

/** The verifier held against false and true claims about the laws that were set aside, or about all others and `cases`. */
export async function evaluateVerifier(
  queries: Queries,
  cases: ReferenceCase[],
  heldOut: boolean,
  check: BenchChecker | null = null,
): Promise<VerifierReport> {
  const documents = await listDocuments(queries, { after: null, limit: 1000 })
  const fresh = new Set(freshSets.flatMap((set) => lawsOf(freshStatements(set))))
  const laws = documents
    .map(({ id }) => id.replace(/^gii:/, ''))
    .filter((slug) => isSetAside(slug) === heldOut && !fresh.has(slug))
  const claims = heldOut ? [] : await collectDevClaims(queries, cases)
  const statements = officeStatements()
  for (const slug of laws) claims.push(...(await collectClaims(queries, slug, statements)))
  return reportOn(laws, await judgeClaims(queries, claims, check))
}

/** The figures of judged claims about these laws. */
export function reportOn(laws: string[], judged: Judged[]): VerifierReport {
  return {
    laws,
    caught: (Object.keys(goals) as FalseClass[]).map((name) => rowOf(name, judged, goals[name])),
    alarms: trueClasses.map((name) => rowOf(name, judged, name === 'law with its label' ? null : mostAlarms)),
    unchecked: judged.filter(({ isChecked }) => !isChecked).length,
    wrong: judged.filter(isWrong).map(({ claim, verdict, detail, objection }) => ({
      class: claim.class,
      text: claim.text,
      source: claim.evidence.map(({ text }) => text).join('\n'),
      label: claim.evidence.map(({ passage }) => passage.label).join(', '),
      verdict,
      detail,
      objection,
    })),
  }
}

function rowOf(name: FalseClass | TrueClass, judged: Judged[], goal: number | null): ClassRow {
  const own = judged.filter(({ claim }) => claim.class === name)
  const caught = own.filter(({ verdict, isNamed }) => verdict !== 'kept' || (isNamed && isCaughtByName(name))).length
  const named = own.filter(({ isNamed }) => isNamed).length
  const doubted = own.filter(({ objection }) => objection).length
  return { name, share: shareOf(caught, own.length), named, doubted, goal }
}

function isWrong({ claim, verdict, isNamed }: Judged): boolean {
  const stays = verdict === 'kept' && !(isNamed && isCaughtByName(claim.class))
  return stays === claim.class in goals
}

/** Where an exception is left out, a notice that names it puts the claim right. */
function isCaughtByName(name: FalseClass | TrueClass): boolean {
  return name === 'dropped exception' || name === 'own words, false: exception'
}
