import { createHash } from 'node:crypto'
import { findConflicts } from '../../src/answer/verify/contrast/find-conflicts.ts'
import type { Evidence, LawName } from '../../src/law/answer.ts'
import type { Passage } from '../../src/law/passage.ts'
import type { Queries } from '../../src/store/database.ts'
import { listDocuments, listLawNames } from '../../src/store/find-documents.ts'
import { findPassagesOfLaw } from '../run/queries/find-passages-of-law.ts'
import { type Share, shareOf } from '../score/wilson.ts'
import type { BenchClaim } from '../verifier/bench-claim.ts'
import { collectClaims } from '../verifier/collect-claims.ts'
import { evidenceOf } from '../verifier/law-sentences.ts'
import { isSetAside } from '../verifier/set-aside.ts'
import { officeStatements } from '../verifier/statement-sets.ts'

export interface ConflictsReport {
  laws: string[]
  /** Of each kind of decree, how many are found to conflict with the sentence they were made of. */
  rows: { name: string; share: Share }[]
}

/** What a decree can differ in; `own words` alone is true of the law and must not conflict. */
const kinds = [
  'number',
  'period',
  'unit',
  'negation',
  'modality',
  'own words: number',
  'own words: negation',
  'own words: modality',
  'own words',
]

/**
 * Invented decrees beside real statutes: a sentence of the law with one thing turned, statements in free words turned
 * in the same ways, and true ones (all of the verifier's bench), each as the only sentence of a decree that names the norm, against the whole norm.
 */
export async function evaluateConflicts(queries: Queries, heldOut: boolean): Promise<ConflictsReport> {
  const documents = await listDocuments(queries, { after: null, limit: 1000 })
  const laws = documents.map(({ id }) => id.replace(/^gii:/, '')).filter((slug) => isSetAside(slug) === heldOut)
  const statements = officeStatements()
  const register = await listLawNames(queries, statements.asOf)
  const judged: { kind: string; isFound: boolean }[] = []
  for (const slug of laws) {
    const passages = await findPassagesOfLaw(queries, `gii:${slug}`, statements.asOf)
    for (const claim of (await collectClaims(queries, slug, statements)).filter(isDecree))
      judged.push({ kind: claim.class, isFound: conflicts(claim, passages, register) })
  }
  const rows = kinds.map((name) => {
    const own = judged.filter(({ kind }) => kind === name)
    return { name, share: shareOf(own.filter(({ isFound }) => isFound).length, own.length) }
  })
  return { laws, rows }
}

function isDecree({ class: kind }: BenchClaim): boolean {
  return kinds.includes(kind)
}

function conflicts({ text, evidence: [meant] }: BenchClaim, passages: Passage[], register: LawName[]): boolean {
  if (!meant) return false
  const ofNorm = passages.filter(({ norm }) => norm === meant.passage.norm).flatMap(evidenceOf)
  const evidence = ofNorm.map((piece, at) => ({ ...piece, id: `L${at}` }))
  const decree = decreeOf(text, meant)
  const [found] = findConflicts([decree], [decree, ...evidence], register)
  const isMeant = ({ passage, span }: Evidence) => passage.id === meant.passage.id && span.start === meant.span.start
  return meant && found !== undefined && found.sides.some((side) => side.id !== decree.id && isMeant(side))
}

/** One sentence as a decree of its own that names the norm it is about. */
function decreeOf(text: string, { passage }: Evidence): Evidence {
  const named = `${text.replace(/\.$/, '')} (${passage.label}).`
  const document = { ...passage.document, id: 'office:erfunden', kind: 'decree' as const, rank: 'decree' as const }
  const span = { start: 0, end: named.length }
  const sentences = [{ paragraph: null, number: 1, ...span }]
  const sha256 = createHash('sha256').update(named).digest('hex')
  const own = {
    ...passage,
    ...span,
    id: 'decree',
    document,
    norm: 'Nr. 1',
    heading: null,
    text: named,
    sentences,
    sha256,
  }
  return { id: 'D', passage: own, sentence: 1, span, text: named }
}
