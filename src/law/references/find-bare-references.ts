import type { LawName } from '../answer.ts'
import type { Reference } from '../reference.ts'
import { readElements } from './read-elements.ts'
import { readLooseLaw } from './read-loose-law.ts'
import { readBareNorm } from './read-sign.ts'
import { resolveLaw } from './resolve-law.ts'

/** Where a number may open a reference: at the beginning of the text, or after a word that leads to one. */
const opening = /(?:^|[,;(?!]|(?<!\p{L})(?:nach|gemäß|gem\.|laut|lt\.|aus|zu|und|oder|zwischen))\s{0,3}(?=\d)/giu

/** Laws whose norms are Artikel: a bare number is not their §. */
const byArticle: ReadonlySet<string> = new Set(['GG', 'BGBEG', 'EMRK'])

function isByArticle({ abbreviation, documentId }: LawName): boolean {
  return byArticle.has(abbreviation) || documentId.startsWith('eurlex:')
}

/**
 * References of a question that lacks the sign: `18g AufenthG`, `nach 18 g Abs. 1 aufenthg`. Only where a law of the
 * register follows at once; anything else with a number in it is left alone.
 */
export function findBareReferences(text: string, register: LawName[]): Reference[] {
  const found: Reference[] = []
  for (const { 0: lead, index } of text.matchAll(opening)) {
    const start = index + lead.length
    if (start >= (found.at(-1)?.end ?? 0)) found.push(...readBare(text, start, register))
  }
  return found
}

function readBare(text: string, start: number, register: LawName[]): Reference[] {
  const bare = readBareNorm(text, start, '§')
  if (!bare) return []
  const references = readElements(text, start, { ...bare, prefix: '§', plural: true })
  const last = references.at(-1)
  const named = last && readLooseLaw(text, last.end, register)
  const law = named && resolveLaw(named.law, register)
  if (!last || !named || !law || isByArticle(law)) return []
  last.end = named.end
  last.text = text.slice(last.start, named.end)
  return references.map((reference) => ({ ...reference, law: named.law }))
}
