import { findByReferences } from '../../src/answer/retrieve/find-by-references.ts'
import type { FoundLists } from '../../src/answer/retrieve/rank-norms.ts'
import { search } from '../../src/answer/retrieve/retrieve.ts'
import type { Found } from '../../src/store/found.ts'
import type { Library } from '../../src/wiring.ts'
import type { AskedCase } from './ask-cases.ts'

/** Everything that was found for a question, before any of it is ranked. */
export interface CollectedCase {
  asked: AskedCase
  /** What the question names. */
  named: Found[]
  lists: FoundLists
}

/** Searches once for each question, so that it can be ranked in many ways. */
export async function collectFound(library: Library, cases: AskedCase[]): Promise<CollectedCase[]> {
  const collected: CollectedCase[] = []
  for (const asked of cases) {
    const { question, references } = asked.inquiry
    collected.push({
      asked,
      named: await findByReferences(library.database, references, asked.register, question),
      lists: await search(library, asked.inquiry),
    })
  }
  return collected
}
