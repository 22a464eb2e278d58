import type { Evidence } from '../../src/law/answer.ts'
import { type Day, toDay } from '../../src/law/day.ts'
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
import { readTrueStatements } from './read-true-statements.ts'
import { withLabel } from './reword.ts'

/** The day of most reference questions. */
const asOf = toDay('2025-03-05')
/** Days on which many laws read otherwise. */
const otherDays = [toDay('2023-06-01'), toDay('2024-05-02')]
const perClass = 10

/**
 * Every claim about a law: false ones made of its sentences, true ones written by hand, and its own sentences with
 * their labels. The same collection gives the same claims.
 */
export async function collectClaims(queries: Queries, slug: string): Promise<BenchClaim[]> {
  const random = seededRandom([...slug].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7))
  const passages = await findPassagesOfLaw(queries, `gii:${slug}`, asOf)
  const sentences = passages.flatMap(wholeSentencesOf)
  const old: Evidence[] = []
  for (const day of otherDays)
    old.push(...(await findPassagesOfLaw(queries, `gii:${slug}`, day)).flatMap(wholeSentencesOf))
  const statements = ownWords(slug, passages, asOf)
  return [
    ...falsifySentences(sentences, asOf, perClass, random),
    ...inventIds(sentences, asOf, perClass, random),
    ...swapNorms(sentences, asOf, perClass, random),
    ...leaveOutExceptions(passages, asOf, perClass, random),
    ...findNearDuplicates(sentences, asOf, perClass, random),
    ...citeOldVersions(old, asOf, perClass, random),
    ...sayOldTexts(old, sentences, asOf, perClass, random),
    ...lawWithLabels(sentences, random),
    ...statements,
    ...falsifyOwnWords(statements, random),
  ]
}

function lawWithLabels(sentences: Evidence[], random: () => number): BenchClaim[] {
  return shuffle(sentences, random)
    .slice(0, perClass)
    .map((evidence) => {
      const text = withLabel(onOneLine(evidence.text), evidence.passage.label, random)
      return { class: 'law with its label', text, evidence: [evidence], evidenceIds: [evidence.id], asOf }
    })
}

/** @throws RangeError where a statement names a sentence that the law does not have. */
function ownWords(slug: string, passages: Passage[], day: Day): BenchClaim[] {
  return readTrueStatements()
    .filter((statement) => statement.slug === slug)
    .map(({ norm, paragraph, sentence, text }) => {
      const own = passages.filter((passage) => passage.norm === norm && passage.paragraph === paragraph)
      const evidence = own.flatMap(evidenceOf).find((each) => each.sentence === sentence)
      if (!evidence) throw new RangeError(`${slug} ${norm} Abs. ${paragraph} Satz ${sentence}`)
      return { class: 'own words', text, evidence: [evidence], evidenceIds: [evidence.id], asOf: day }
    })
}
