import type { LawName } from '../answer.ts'
import type { Reference } from '../reference.ts'
import { findReferences } from './find-references.ts'
import { readElements } from './read-elements.ts'

const keyword = /(?<![\p{L}\d])(?:Abs(?:atz|ätze|\.)|S(?:atz|ätze)|Nummer|Nr\.|Buchstabe|Buchst\.)/gu

/**
 * Parts a statute names of itself (`Absatz 2 Satz 1`, `die Sätze 1 bis 3`), outside of references to a norm.
 * `norm` and `law` are null: both are those of the text the words stand in.
 */
export function findRelativeReferences(text: string, register: LawName[] = []): Reference[] {
  const taken = findReferences(text, register)
  const found: Reference[] = []
  const pattern = new RegExp(keyword)
  let next = 0
  for (let start = pattern.exec(text); start; start = pattern.exec(text)) {
    while ((taken[next]?.end ?? Infinity) <= start.index) next++
    if ((taken[next]?.start ?? Infinity) <= start.index) continue
    const references = readElements(text, start.index, { norm: '', prefix: '§', plural: false, end: start.index })
    const named = references.filter(({ paragraph, sentence, path }) => paragraph ?? sentence ?? path[0])
    found.push(...named.map((reference) => ({ ...reference, norm: null })))
    pattern.lastIndex = Math.max(pattern.lastIndex, named.at(-1)?.end ?? 0)
  }
  return found
}
