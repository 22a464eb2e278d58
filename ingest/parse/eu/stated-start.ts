import type { Day } from '../../../src/law/day.ts'
import type { Norm } from '../../../src/law/document-text.ts'
import { writtenDay } from './written-day.ts'

/**
 * The day from which an act applies by its own last articles: `Diese Verordnung gilt ab dem 5. April 2010`, else `tritt am
 * 1. Mai 2004 in Kraft`, else counted from its publication. What is said of single articles does not count.
 */
export function statedStart(norms: readonly Omit<Norm, 'key'>[], publishedOn: Day | null): Day | null {
  const articles = norms.filter(({ kind }) => kind === 'norm').slice(-5)
  const sentences = articles.flatMap(({ text, sentences: spans }) =>
    spans.map(({ start, end }) => text.slice(start, end)),
  )
  const ofAct = sentences.filter((sentence) => aboutTheAct.test(sentence))
  const applies = ofAct.find((sentence) => /\bgilt (?:ab|vom) (?:dem )?\d/.test(sentence))
  const begins = ofAct.find((sentence) => /\btritt am \d.* in Kraft/.test(sentence))
  return writtenDay(applies ?? begins ?? '') ?? daysAfter(publishedOn, ofAct.join(' '))
}

const aboutTheAct = /^(?:\(\d+\) )?(?:Diese[rs]? (?:Verordnung|Richtlinie|Beschluss|Rahmenbeschluss)|Sie|Er) /
const counted = /tritt am (?:(\p{L}+) )?Tage? (nach )?(?:ihrer|seiner) Veröffentlichung/u
const ordinals = 'ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten'.split(' ')

/** `am zwanzigsten Tag nach ihrer Veröffentlichung` (Art. 297 AEUV), `am Tag nach ihrer …`, `am Tag ihrer …`. */
function daysAfter(publishedOn: Day | null, sentences: string): Day | null {
  const found = counted.exec(sentences)
  if (publishedOn === null || found === null) return null
  const [, which, after] = found
  const ordinal = which === 'zwanzigsten' ? 20 : ordinals.indexOf(which ?? '') + 1
  if (which !== undefined && ordinal === 0) return null
  const count = which === undefined ? Number(after !== undefined) : ordinal
  return new Date(Date.parse(`${publishedOn}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10) as Day
}
