import { rankNorms } from '../../src/answer/retrieve/rank-norms.ts'
import { DEPTH, search } from '../../src/answer/retrieve/retrieve.ts'
import { type RankingWeights, rankingWeights } from '../../src/answer/retrieve/weights.ts'
import { findByText } from '../../src/store/find-passages.ts'
import { searchWords } from '../../src/text/words.ts'
import type { Library } from '../../src/wiring.ts'
import type { NamedRankings } from '../score/compare-rankings.ts'
import type { CollectedCase } from './collect-found.ts'
import type { NormNames } from './queries/read-norm-names.ts'
import { type Combine, rankCollected } from './rank-collected.ts'
import { rankPassagesAlone } from './rank-passages-alone.ts'
import { withoutMending } from './without-mending.ts'

/** Our pipeline with one step taken out: of what is found, of the weights, or of how it is put together. */
interface Ablation {
  name: string
  find?: (collected: CollectedCase) => CollectedCase | Promise<CollectedCase>
  weights?: Partial<RankingWeights>
  combine?: Combine
}

/**
 * Our ranking first, then without each step in turn. `askedWords`: the stems of all asked questions, among which a
 * typing error in a question is mended.
 */
export async function ablate(
  library: Library,
  cases: CollectedCase[],
  names: NormNames,
  askedWords: ReadonlySet<string>,
): Promise<NamedRankings[]> {
  const parts = { ...library, names }
  const results: NamedRankings[] = []
  for (const { name, find, weights, combine } of ablations(library, askedWords)) {
    const rankings: string[][] = []
    for (const collected of cases) {
      const found = find ? await find(collected) : collected
      rankings.push(await rankCollected(parts, found, { ...rankingWeights, ...weights }, combine ?? rankNorms))
    }
    results.push({ name, rankings })
  }
  return results
}

function ablations(library: Library, askedWords: ReadonlySet<string>): Ablation[] {
  return [
    { name: 'ours' },
    {
      name: 'without asked questions',
      find: (found) => ({ ...found, lists: { ...found.lists, asked: [] } }),
      weights: { asked: 0 },
    },
    {
      name: 'without vectors',
      find: (found) => ({ ...found, lists: { ...found.lists, vector: [] } }),
      weights: { vector: 0 },
    },
    { name: 'without lexicon', find: (found) => withoutMeanings(library, found) },
    { name: 'without compounds', find: (found) => withoutCompounds(library, found) },
    { name: 'without mending typos', find: (found) => withoutMending(library, askedWords, found) },
    { name: 'without references', weights: { cited: 0 } },
    { name: 'without definitions', weights: { defined: 0 } },
    { name: 'without office laws first', weights: { otherLaw: 1 } },
    { name: 'passages, not norms', combine: rankPassagesAlone },
  ]
}

async function withoutMeanings(library: Library, collected: CollectedCase): Promise<CollectedCase> {
  return { ...collected, lists: await search(library, { ...collected.asked.inquiry, meanings: [] }) }
}

async function withoutCompounds({ database }: Library, collected: CollectedCase): Promise<CollectedCase> {
  const { question, searchText, meanings } = collected.asked.inquiry
  const said = { words: searchWords(searchText).join(' '), meanings: meanings.join(' ') }
  return { ...collected, lists: { ...collected.lists, text: await findByText(database, said, question, DEPTH) } }
}
