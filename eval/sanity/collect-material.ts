import type { Day } from '../../src/law/day.ts'
import type { Queries } from '../../src/store/database.ts'
import { goldPlaces } from '../score/gold-norms.ts'
import { normName } from '../reference/norm-name.ts'
import type { ReferenceCase } from '../reference/reference-case.ts'
import { findLawTexts } from '../run/queries/find-law-texts.ts'
import { findPassagesOfLaw } from '../run/queries/find-passages-of-law.ts'
import { seededRandom, shuffle } from '../seeded-random.ts'
import type { SanityMaterial, SanityPassage } from './material.ts'

const perQuestion = 60
/** Longer norms would fill an answer by themselves. */
const longest = 1500

/** For each question its gold passages and some others of the same day, drawn from all laws. */
export async function collectMaterial(queries: Queries, cases: ReferenceCase[]): Promise<SanityMaterial[]> {
  const random = seededRandom(1)
  const norms = new Map<Day, SanityPassage[]>()
  const material: SanityMaterial[] = []
  for (const reference of cases) {
    const ofDay = norms.get(reference.as_of) ?? (await shortNorms(queries, reference.as_of))
    norms.set(reference.as_of, ofDay)
    const named = new Set(goldPlaces(reference).map(({ norm }) => norm))
    const others = shuffle(ofDay, random).filter(({ documentId, norm }) => !named.has(normName(documentId, norm)))
    material.push({ reference, gold: await goldPassages(queries, reference), others: others.slice(0, perQuestion) })
  }
  return material
}

async function shortNorms(queries: Queries, asOf: Day): Promise<SanityPassage[]> {
  const norms = await findLawTexts(queries, asOf)
  return norms
    .filter(({ text }) => text.trim() !== '' && text.length <= longest)
    .map(({ documentId, norm, text }) => ({ documentId, norm, paragraph: null, text }))
}

async function goldPassages(queries: Queries, { gold, as_of: asOf }: ReferenceCase): Promise<SanityPassage[]> {
  const found = new Map<string, SanityPassage>()
  for (const { law, norm, para, quote, essential } of gold) {
    if (!essential) continue
    const own = (await findPassagesOfLaw(queries, `gii:${law}`, asOf)).filter((passage) => passage.norm === norm)
    const absatz = own.filter(({ paragraph }) => para === null || paragraph === para)
    const words = quote?.replace(/\s+/g, ' ')
    const quoted = absatz.filter(({ text }) => words !== undefined && text.replace(/\s+/g, ' ').includes(words))
    for (const { id, document, paragraph, text } of quoted.length > 0 ? quoted : absatz)
      found.set(id, { documentId: document.id, norm, paragraph, text })
  }
  return [...found.values()]
}
