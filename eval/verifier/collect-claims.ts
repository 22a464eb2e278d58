import type { Evidence } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import type { Passage } from '../../src/law/passage.ts'
import type { Queries } from '../../src/store/database.ts'
import { findPassagesOfLaw } from '../run/queries/find-passages-of-law.ts'
import { seededRandom, shuffle } from '../seeded-random.ts'
import type { BenchClaim } from './bench-claim.ts'
import { inventIds, swapNorms } from './cite-wrongly.ts'
import { citeOldVersions, sayOldTexts } from './cite-old-versions.ts'
import { falsifyOwnWords } from './falsify-own-words.ts'
import { falsifySentences } from './falsify-sentences.ts'
import { findNearDuplicates } from './find-near-duplicates.ts'
import { evidenceOf, onOneLine, wholeSentencesOf } from './law-sentences.ts'
import { leaveOutExceptions } from './leave-out-exceptions.ts'
import type { Statement } from './read-statements.ts'
import { withLabel } from './reword.ts'
import type { StatementSet } from './statement-sets.ts'

const perClass = 10

/**
 * Every claim about a law: false ones made of its sentences, those written by hand, and its own sentences with their
 * labels. The same collection gives the same claims.
 *
 * @throws RangeError where a statement names a sentence that the law does not have.
 */
export async function collectClaims(queries: Queries, slug: string, set: StatementSet): Promise<BenchClaim[]> {
  const { asOf } = set
  const random = seededRandom([...slug].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const passages = await findPassagesOfLaw(queries, `gii:${slug}`, asOf)
  const sentences = passages.flatMap(wholeSentencesOf)
  const old: Evidence[] = []
  for (const day of set.otherDays)
    old.push(...(await findPassagesOfLaw(queries, `gii:${slug}`, day)).flatMap(wholeSentencesOf))
  const ofLaw = <S extends Statement>(statements: S[]) => statements.filter((statement) => statement.slug === slug)
  const statements = ofLaw(set.trueOnes).map((each) => ({ ...cite(each, passages, asOf), class: 'own words' as const }))
  const lies = ofLaw(set.falseOnes).map((each) => ({
    ...cite(each, passages, asOf),
    class: `own words, false: ${each.error}` as const,
  }))
  return [
    ...falsifySentences(sentences, asOf, perClass, random),
    ...inventIds(sentences, asOf, perClass, random),
    ...swapNorms(sentences, asOf, perClass, random),
    ...leaveOutExceptions(passages, asOf, perClass, random),
    ...findNearDuplicates(sentences, asOf, perClass, random),
    ...citeOldVersions(old, asOf, perClass, random),
    ...sayOldTexts(old, sentences, asOf, perClass, random),
    ...lawWithLabels(sentences, asOf, random),
    ...statements,
    ...falsifyOwnWords(statements, random),
    ...lies,
  ]
}

function lawWithLabels(sentences: Evidence[], asOf: Day, random: () => number): BenchClaim[] {
  return shuffle(sentences, random)
    .slice(0, perClass)
    .map((evidence) => {
      const text = withLabel(onOneLine(evidence.text), evidence.passage.label, random)
      return { class: 'law with its label', text, evidence: [evidence], evidenceIds: [evidence.id], asOf }
    })
}

function cite(
  { slug, norm, paragraph, sentence, text }: Statement,
  passages: Passage[],
  asOf: Day,
): Omit<BenchClaim, 'class'> {
  const own = passages.filter((passage) => passage.norm === norm && passage.paragraph === paragraph)
  const evidence = own.flatMap(evidenceOf).find((each) => each.sentence === sentence)
  if (!evidence) {
    const absatz = paragraph === null ? '' : ` Abs. ${paragraph}`
    throw new RangeError(`${slug} hat am ${asOf} keinen ${norm}${absatz} Satz ${sentence}.`)
  }
  return { text, evidence: [evidence], evidenceIds: [evidence.id], asOf }
}
