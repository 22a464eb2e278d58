import { retrieve, type RetrieveParts } from '../../src/answer/retrieve/retrieve.ts'
import { normName } from '../reference/norm-name.ts'
import type { AskedCase } from './ask-cases.ts'

/** How deep a ranking of passages is read; several passages of one norm count as the norm once. */
export const PASSAGES_READ = 60

/** The norms our retrieval finds for a question, best first, as `<slug> <norm>`. */
export async function rankNorms(parts: RetrieveParts, { inquiry, register }: AskedCase): Promise<string[]> {
  const passages = await retrieve(parts, inquiry, register, PASSAGES_READ)
  return [...new Set(passages.map(({ document, norm, normKey }) => normName(document.id, norm ?? normKey)))]
}
