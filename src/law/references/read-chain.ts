import { matchAt } from '../../text/match-at.ts'
import type { Reference } from '../reference.ts'
import type { LawIndex } from './law-index.ts'
import { readElements } from './read-elements.ts'
import { readLaw } from './read-law.ts'
import { readSignedNorm } from './read-sign.ts'

const connector =
  /\s{0,3}(?:,\s{0,3}(?:(?:und|oder|sowie)\s{1,3})?|(?:und|oder|sowie|bzw\.|u\.|auch)\s{1,3}|(?:(?:auch\s{1,3})?(?:in\s{1,3}Verbindung\s{1,3}mit|i\.\s?V\.\s?m\.?|iVm\.?))\s{1,3}){1,2}(?:(?:des|der|dem|den)\s{1,3})?(?=§|Art)/iuy
const annexWithoutNumber = /[Aa]nlage(?=\s{1,3}(?:(?:zum|zur|des|der)\s{1,3})?\p{L})/uy

/**
 * Reads the references that begin at `at` and hang together (`§ 4 Abs. 1 i.V.m. § 5 AufenthG`). A law named at the
 * end belongs to all before it that name none. Empty where no norm follows the sign.
 */
export function readChain(text: string, at: number, index: LawIndex): Reference[] {
  const chain: Reference[] = []
  let closed = 0
  for (let start = at; ;) {
    const signed = readSignedNorm(text, start)
    if (!signed) break
    chain.push(...readElements(text, start, signed))
    const last = chain.at(-1)
    if (!last) break
    const law = readLaw(text, last.end, index)
    if (law) {
      close(chain.slice(closed), law, text)
      closed = chain.length
    }
    const next = matchAt(connector, text, last.end)
    if (!next) break
    start = last.end + next[0].length
  }
  return chain.length > 0 ? chain : unnumberedAnnex(text, at, index)
}

function close(open: Reference[], law: { law: string; end: number }, text: string): void {
  const last = open.at(-1)
  for (const reference of open) reference.law = law.law
  if (!last) return
  last.end = law.end
  last.text = text.slice(last.start, last.end)
}

/** `Anlage zum AufenthG`: the word alone could be any annex, with a law behind it it is the law's only one. */
function unnumberedAnnex(text: string, at: number, index: LawIndex): Reference[] {
  const word = matchAt(annexWithoutNumber, text, at)?.[0]
  const law = word ? readLaw(text, at + word.length, index) : null
  if (!law) return []
  return [
    {
      kind: 'norm',
      text: text.slice(at, law.end),
      start: at,
      end: law.end,
      norm: 'Anlage',
      paragraph: null,
      sentence: null,
      path: [],
      law: law.law,
      caseNumber: null,
    },
  ]
}
