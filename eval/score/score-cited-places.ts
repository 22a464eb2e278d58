import { normName } from '../reference/norm-name.ts'
import type { AnswerRecord, AnswerSource } from '../run/answer-record.ts'
import { foldWhiteSpace } from '../../src/text/fold-white-space.ts'
import { essentialPlaces, type GoldPlace, goldPlaces, normsOf } from './gold-norms.ts'
import { type Scorer, shareOf } from './scorer.ts'

/** A quote that shows less than this share of the gold quote does not show it. */
const leastShown = 0.5

/**
 * Cited places held against the gold (D5), on three levels: norm, Absatz, quote. Recall = essential gold that is cited ÷
 * essential gold; precision = cited that is gold ÷ cited, each place once. Supporting gold is right where it is cited and
 * asked for nowhere. A source without an Absatz is no hit on that level where the gold names one. A quote shows a gold
 * quote of its norm where it contains it, or is at least half of it. What could not be held against the collection (a
 * ruling, a decree) is left out; what does not exist is wrong.
 */
export const scoreCitedPlaces: Scorer = (reference, answer) => {
  const gold = goldPlaces(reference)
  const essential = essentialPlaces(reference)
  if (essential.length === 0) return {}
  const cited = answer.status === 'answered' ? citedPlaces(answer) : []
  const quotes = cited.filter(({ quote }) => quote !== null)
  const goldQuotes = gold.filter(({ quote }) => quote !== null)
  const paragraphs = distinct(cited, ({ norm, paragraph }) => JSON.stringify([norm, paragraph]))
  const wanted = distinct(essential, ({ norm, paragraph }) => JSON.stringify([norm, paragraph]))
  return {
    citation_recall: shareOf(normsOf(essential), (norm) => normsOf(cited).includes(norm)),
    citation_precision: shareOf(normsOf(cited), (norm) => normsOf(gold).includes(norm)),
    citation_absatz_recall: shareOf(wanted, (place) => cited.some((each) => isSameParagraph(each, place))),
    citation_absatz_precision: shareOf(paragraphs, (each) => gold.some((place) => isSameParagraph(each, place))),
    citation_quote_recall: shareOf(
      goldQuotes.filter((place) => place.essential),
      (place) => quotes.some((each) => shows(each, place)),
    ),
    citation_quote_precision:
      goldQuotes.length === 0
        ? null
        : shareOf(
            distinct(quotes, ({ norm, quote }) => JSON.stringify([norm, quote])),
            (each) => goldQuotes.some((place) => shows(each, place)),
          ),
  }
}

interface CitedPlace {
  norm: string
  paragraph: string | null
  quote: string | null
}

/** The norms an answer lists as its sources, each once, as reference questions name them. */
export function citedNorms(answer: AnswerRecord): string[] {
  return normsOf(citedPlaces(answer))
}

function citedPlaces({ sources }: AnswerRecord): CitedPlace[] {
  return sources
    .filter(({ documentId, exists }) => documentId !== null || exists === false)
    .map(({ paragraph, quote, ...source }) => ({ norm: nameOf(source), paragraph, quote }))
}

function nameOf({ written, documentId, norm }: Pick<AnswerSource, 'written' | 'documentId' | 'norm'>): string {
  return documentId === null ? written : normName(documentId, norm ?? written)
}

function isSameParagraph(cited: CitedPlace, gold: GoldPlace): boolean {
  return cited.norm === gold.norm && (gold.paragraph === null || cited.paragraph === gold.paragraph)
}

function shows(cited: CitedPlace, gold: GoldPlace): boolean {
  const [mine, theirs] = [plain(cited.quote), plain(gold.quote)]
  if (cited.norm !== gold.norm || mine === '' || theirs === '') return false
  return mine.includes(theirs) || (theirs.includes(mine) && mine.length >= leastShown * theirs.length)
}

function plain(text: string | null): string {
  return foldWhiteSpace(text ?? '')
    .replace(/^[\s„“"»«…]+|[\s„“"»«….]+$/gu, '')
    .trim()
}

function distinct<T>(things: T[], key: (thing: T) => string): T[] {
  return [...new Map(things.map((thing) => [key(thing), thing])).values()]
}
