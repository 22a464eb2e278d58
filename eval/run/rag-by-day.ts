import { activeEmbedding } from '../../src/embedding/active-embedding.ts'
import type { Day } from '../../src/law/day.ts'
import type { Library } from '../../src/wiring.ts'
import { type Chunk, type ChunkFinder, openLangChainRag } from './langchain-rag.ts'
import { joinLawTexts } from './law-text.ts'
import { findLawTexts } from './queries/find-law-texts.ts'

/** Chunks of the law of a day. */
export type ChunkFinderByDay = (question: string, asOf: Day) => Promise<Chunk[]>

/** A plain RAG with one store a day: a question meets the law of its day. Stores are made when they are first needed. */
export async function openRagByDay(library: Library): Promise<ChunkFinderByDay> {
  const embedding = (await activeEmbedding(library))?.embedding
  if (!embedding) throw new Error('Das Einbettungsmodell der Sammlung ist von hier nicht zu erreichen.')
  const finders = new Map<Day, Promise<ChunkFinder>>()
  const open = async (asOf: Day) =>
    openLangChainRag(joinLawTexts(await findLawTexts(library.database, asOf)), embedding)
  return async (question, asOf) => {
    const finder = finders.get(asOf) ?? open(asOf)
    finders.set(asOf, finder)
    return (await finder)(question)
  }
}
