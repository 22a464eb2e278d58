import type { Evidence } from '../../law/answer.ts'
import { fold } from '../../text/fold.ts'
import { isSameWord } from '../../text/same-word.ts'
import { contentWords } from '../../text/words.ts'
import { antecedentsOf, hasPronoun } from './antecedents.ts'

/** A stretch of a sentence that says one thing, with the stems of what it is about. */
interface Clause {
  text: string
  words: string[]
}

/** A clause of a claim and the clause of a cited sentence that says the same thing, as far as words can tell. */
export interface ClausePair {
  claim: Clause
  source: Clause
  /** Share of the claim's words that the source has. */
  recall: number
  /** Share of the source's words that the claim has. */
  precision: number
}

/** Too few words in common, and the two are about different things. */
const leastRecall = 0.6
/** A source that says much else besides may deny or allow something else. */
const leastPrecision = 0.45
const leastWords = 2

const subordinate =
  /^(?:und |oder |auch |insbesondere |es sei denn|ausser |nur )?(?:wenn|soweit|sofern|solange|falls|dass|weil|da|obwohl|nachdem|bevor|sobald|bis|ob|wobei|indem|um|ohne|als|(?:in |an |auf |fur |von |mit |zu |bei |nach |aus |unter |durch |uber )?(?:der|die|das|dem|den|dessen|deren|denen|welche[rsmn]?))\b/
/** `Ist der Antrag gestellt, …`: a condition that begins with its verb, at the head of a sentence. */
const verbFirst =
  /^(?:ist|sind|war|hat|haben|wird|werden|wurden?|kann|konnen|konnten?|soll|sollten?|liegt|liegen|besteht|bestehen|kommt|kommen|gelingt|fehlt|fehlen|lebt|leben|stellt|weist|erscheint|gibt|befindet|besitzt|macht|halt|geht|fuhrt|deckt|dauert|findet|erfolgt|entfallt|verlangt|erfullt|reist|verliert|trifft|legt|willigt)\b/
/** `…, eine Berichtigung zu beantragen`: what is to be done, said of another verb. */
const infinitive = /^(?!.*\b(?:ist|sind|hat|haben|bleibt|bleiben)\b).*\b(?:zu \p{Ll}+n|\p{Ll}{2,8}zu\p{Ll}{3,}n)$/u
/** Words judged by checks of their own: they must not decide what a clause is about. */
const marker =
  /^(?:nicht|kein|keinerlei|nie|niemal|weder|noch|ohne|nur|muss?|musst|kann|konn|konnt|darf|durf|soll|sollt|mocht|lass)$/

/** From here on two clauses are so alike that every small word in which they differ turns the meaning. */
const nearlyVerbatim = 0.8

/** Pairs each clause of a claim with the best fitting clause of the evidence; clauses that fit none are left out. */
export function pairClauses(claim: string, evidence: Evidence[]): ClausePair[] {
  const candidates = evidence.flatMap((piece) => clausesOf(piece.text))
  const unnamed = evidence.flatMap((piece) => unnamedClausesOf(piece))
  const pair = (unit: Clause, isFit: (pair: ClausePair) => boolean): ClausePair[] => {
    const named = bestOf(candidates.map((source) => pairUp(unit, source)).filter(isFit))
    return named.length > 0
      ? named
      : bestOf(unnamed.map((source) => pairUp(without(unit, source), source)).filter(isFit))
  }
  return [...unitsOf(claim).flatMap((unit) => pair(unit, isAlike)), ...pair(clause(claim), isNearlyVerbatim)]
}

export function isNearlyVerbatim({ recall, precision }: ClausePair): boolean {
  return Math.min(recall, precision) >= nearlyVerbatim
}

function bestOf(pairs: ClausePair[]): ClausePair[] {
  const best = pairs.reduce<ClausePair | null>((top, pair) => (top && !isBetter(pair, top) ? top : pair), null)
  return best ? [best] : []
}

/** Where words alone do not decide, the stretch of the same length does. */
function isBetter(pair: ClausePair, top: ClausePair): boolean {
  const gain = fit(pair) - fit(top)
  return gain > 0 || (gain === 0 && lengthGap(pair) < lengthGap(top))
}

function lengthGap({ claim, source }: ClausePair): number {
  return Math.abs(claim.text.length - source.text.length)
}

function isAlike({ recall, precision }: ClausePair): boolean {
  return recall >= leastRecall && precision >= leastPrecision
}

/** Clauses a claim is judged by: its main clause without what is put in between, and each subordinate one. */
function unitsOf(text: string): Clause[] {
  const segments = segmentsOf(text)
  const main = segments.filter((segment, at) => !isSubordinate(segment, at)).join(' ')
  const units = [main, ...segments.filter(isSubordinate)].map(clause).filter(({ words }) => words.length >= leastWords)
  return units.length > 0 ? units : [clause(text)].filter(({ words }) => words.length > 0)
}

/** Everything a sentence says in one stretch: each segment, neighbours of one line together, the main clause, the whole. */
function clausesOf(sentence: string): Clause[] {
  const segments = segmentsOf(sentence)
  const neighbours = sentence.split('\n').flatMap((line) => {
    const parts = segmentsOf(line)
    return parts.slice(1).map((part, at) => `${parts[at] ?? ''} ${part}`)
  })
  const main = segments.filter((segment, at) => !isSubordinate(segment, at)).join(' ')
  const halves = segments.flatMap((segment) => (/ (?:und|oder) /.test(segment) ? segment.split(/ (?:und|oder) /) : []))
  const stretches = new Set([...segments, ...neighbours, ...halves, main, sentence])
  return [...stretches].map(clause).filter(({ words }) => words.length > 0)
}

/** A clause that names what it speaks of by a pronoun, with the words that the pronoun may stand for. */
interface UnnamedClause extends Clause {
  antecedents: string[]
}

function unnamedClausesOf(piece: Evidence): UnnamedClause[] {
  const antecedents = antecedentsOf(piece)
  if (antecedents.length === 0) return []
  const unnamed = clausesOf(piece.text).filter(({ text }) => hasPronoun(text))
  return unnamed.map((source) => ({ ...source, antecedents }))
}

/** The claim's clause as it would read with the pronoun: what that may stand for tells nothing about the rest. */
function without({ text, words }: Clause, { antecedents }: UnnamedClause): Clause {
  return { text, words: words.filter((word) => !antecedents.some((other) => isSameWord(word, other))) }
}

function segmentsOf(text: string): string[] {
  return text
    .split(/[,;:\n()–|]/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
}

function isSubordinate(segment: string, at: number, all?: string[]): boolean {
  const folded = fold(segment)
  if (subordinate.test(folded)) return true
  return at === 0 ? all?.length !== 1 && verbFirst.test(folded) : infinitive.test(folded.replace(/\.$/, ''))
}

function clause(text: string): Clause {
  return { text, words: [...new Set(contentWords(text))].filter((word) => !marker.test(word)) }
}

function pairUp(claim: Clause, source: Clause): ClausePair {
  return { claim, source, recall: share(claim.words, source.words), precision: share(source.words, claim.words) }
}

/** The harmonic mean: a stretch that says much else besides fits no better than one that lacks a word. */
function fit({ recall, precision }: ClausePair): number {
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision)
}

/** Share of the words that the others have too, in some form. */
export function share(words: string[], others: string[]): number {
  if (words.length === 0) return 0
  return words.filter((word) => others.some((other) => isSameWord(word, other))).length / words.length
}
