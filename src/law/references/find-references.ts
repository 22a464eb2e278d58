import type { LawName } from '../answer.ts'
import type { Reference } from '../reference.ts'
import { caseNumberSource } from './case-numbers.ts'
import { indexLaws, type LawIndex } from './law-index.ts'
import { type CaseReference, readCase } from './read-case.ts'
import { readChain } from './read-chain.ts'

const nothingKnown: LawName[] = []

const normWords = [
  '(?:[Aa]rt(?:ikel[ns]?|\\.)?|ART(?:IKEL|\\.)?|[Pp]aragra(?:f|ph)(?:en|s)?|[Pp]ar\\.)\\s{0,3}(?=\\d)',
  '(?:[Ee]rwägungsgr(?:und|unde?s|ünden?)|ErwGr?\\.?)\\s{0,3}(?=\\d)',
  '(?:[Aa]nlagen?|[Aa]nhang|[Aa]nhänge)(?!\\p{L})',
].join('|')
const anchors = new RegExp(`§|(?<![\\p{L}\\d])(?:${caseNumberSource}|${normWords})`, 'gu')

/**
 * Every reference to a norm or a decision in a text, in order, not overlapping, with offsets. A list gives one
 * reference per part named (`§§ 18a, 18b und 19c Absatz 2 AufenthG` → three, `§ 60 Absatz 5 oder 7` → two), each
 * with the words of its own; the law at the end holds for all of them. A range is one reference with `to`.
 * A § without a law has `law` null: it is the text's own law, or the reader must say. Laws are recognised by the
 * register where one is given, and by their shape, so that an unknown law is still read as one. The time taken is
 * linear in the length of the text.
 */
export function findReferences(text: string, register: LawName[] = nothingKnown): Reference[] {
  const index = indexLaws(register)
  const found: Reference[] = []
  const pattern = new RegExp(anchors)
  for (let anchor = pattern.exec(text); anchor; anchor = pattern.exec(text)) {
    const references = readAt(text, anchor, index, found.at(-1))
    found.push(...references)
    const end = references.at(-1)?.end
    if (end) pattern.lastIndex = end
  }
  return found
}

function readAt(text: string, anchor: RegExpExecArray, index: LawIndex, last: Reference | undefined): Reference[] {
  const number = anchor.groups?.['ecli'] ?? anchor.groups?.['docket']
  if (number === undefined) return readChain(text, anchor.index, index)
  return [readCase(text, caseReference(anchor[0], anchor.index, number), last)]
}

function caseReference(text: string, start: number, caseNumber: string): CaseReference {
  return {
    kind: 'case',
    text,
    start,
    end: start + text.length,
    norm: null,
    paragraph: null,
    sentence: null,
    path: [],
    law: null,
    caseNumber,
  }
}
