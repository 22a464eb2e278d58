import type { NormOfLaw } from './queries/find-law-texts.ts'
import { normName } from '../reference/norm-name.ts'

/** Where a norm stands in its law's text; `name` as rankings have it. */
export interface NormPlace {
  name: string
  documentId: string
  norm: string
  start: number
  end: number
}

/** The whole text of a law on a day. */
export interface LawText {
  text: string
  norms: NormPlace[]
}

/** Law by law, each norm with its name and heading above its text, as a reader meets them. */
export function joinLawTexts(norms: NormOfLaw[]): LawText[] {
  const laws = new Map<string, LawText>()
  for (const { documentId, norm, heading, text } of norms) {
    const law = laws.get(documentId) ?? { text: '', norms: [] }
    if (law.text !== '') law.text += '\n\n'
    const start = law.text.length
    law.text += `${[norm, heading].filter((part) => part !== null).join(' ')}\n${text}`
    law.norms.push({ name: normName(documentId, norm), documentId, norm, start, end: law.text.length })
    laws.set(documentId, law)
  }
  return [...laws.values()]
}

/** The norms that a stretch of the text overlaps, in order. */
export function normsWithin({ norms }: LawText, start: number, end: number): NormPlace[] {
  return norms.filter((norm) => norm.start < end && norm.end > start)
}
