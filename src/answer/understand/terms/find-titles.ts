import type { TitleMention } from '../../../law/understood.ts'
import { indexTerms, readTokens } from './find-terms.ts'
import { isNegated } from './is-negated.ts'
import { titleWords } from './title-words.ts'

const find = indexTerms(titleWords)

/** Residence titles and papers a question names, in order, in the office's words or the law's. */
export function findTitles(text: string): TitleMention[] {
  const tokens = readTokens(text)
  return find(tokens).map((term) => {
    const { name, start, end } = term
    return { start, end, text: text.slice(start, end), title: name, negated: isNegated(text, tokens, term) }
  })
}
