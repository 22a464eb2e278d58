import { definedTerm } from '../../law/defined-term.ts'
import type { Queries } from '../../store/database.ts'
import { type Definition, findDefinitions, findNormTexts } from '../../store/find-definitions.ts'
import type { Scope } from '../../store/scope.ts'
import { contentWords } from '../../text/words.ts'
import { note, type RankedNorm, sortNorms } from './rank-norms.ts'

/** So many leading norms bring along the definitions of their law. */
const LEADING = 3
/** So many definitions of one norm are brought along: those whose word the question says first. */
const DEFINITIONS = 2

/**
 * The ranking with the definitions that its leading norms use: a law's definitions get a share of the score of its best
 * leading norm that uses a word they define, and their passages stand ready as context.
 */
export async function addDefinitions(
  queries: Queries,
  ranked: RankedNorm[],
  question: string,
  scope: Scope,
  share: number,
): Promise<RankedNorm[]> {
  const leading = ranked.slice(0, LEADING)
  if (share === 0 || leading.length === 0) return ranked
  const documentIds = [...new Set(leading.map(({ documentId }) => documentId))]
  const definitions = await findDefinitions(queries, documentIds, scope)
  if (definitions.length === 0) return ranked
  const texts = await findNormTexts(
    queries,
    leading.map(({ normId }) => normId),
  )
  const asked = new Set(contentWords(question))
  const norms = new Map(ranked.map((norm) => [norm.normId, { ...norm, passages: [...norm.passages] }]))
  for (const [normId, ofNorm] of groupByNorm(definitions)) {
    const user = leading.find((norm) => norm.normId !== normId && norm.documentId === ofNorm[0]?.documentId)
    const used = user ? usedIn(texts.get(user.normId) ?? '', ofNorm, asked) : []
    const [first] = used
    if (!user || !first) continue
    const norm = norms.get(normId) ?? { normId, documentId: first.documentId, norm: first.norm, score: 0, passages: [] }
    norm.score += share * user.score
    for (const { rowId } of used) note(norm.passages, rowId, 0, { by: 'defined' })
    norms.set(normId, norm)
  }
  return sortNorms([...norms.values()])
}

function groupByNorm(definitions: Definition[]): Map<number, Definition[]> {
  const groups = new Map<number, Definition[]>()
  for (const each of definitions) groups.set(each.normId, [...(groups.get(each.normId) ?? []), each])
  return groups
}

/** The definitions whose word a text uses, those of words the question says before others. */
function usedIn(text: string, definitions: Definition[], asked: ReadonlySet<string>): Definition[] {
  const words = new Set(contentWords(text))
  const used = definitions.filter((each) => words.has(wordOf(each)))
  return used.toSorted((a, b) => Number(asked.has(wordOf(b))) - Number(asked.has(wordOf(a)))).slice(0, DEFINITIONS)
}

/** The stem of the word a passage defines; empty where it defines none. */
function wordOf({ text }: Definition): string {
  return contentWords(definedTerm(text) ?? '')[0] ?? ''
}
