import type { Evidence } from '../../law/answer.ts'
import { legalWords } from '../../legal-words.ts'
import { fold } from '../../text/fold.ts'
import { isSameWord } from '../../text/same-word.ts'
import { contentWords } from '../../text/words.ts'
import { antecedentsOf, hasPronoun } from './antecedents.ts'

/** A stretch of a sentence that says one thing, with the stems of what it is about. */
export interface Clause {
  text: string
  words: string[]
  /** What it says itself, without the conditions, relative clauses and list items in it: there it denies or binds. */
  core: string
  /** A condition or relative clause: what it says is not asserted. */
  isCondition: boolean
}

/** A clause of a claim and the clause of a cited sentence that says the same thing, as far as words can tell. */
export interface ClausePair {
  claim: Clause
  source: Clause
  /** Share of the claim's words that the source has. */
  recall: number
  /** Share of the source's words that the claim has. */
  precision: number
  /** Share of the words they have in common to the letter, of the one that has less of the other. */
  likeness: number
  /** Clauses of other cited sentences that fit the claim nearly as well. */
  rivals: ClausePair[]
}

/** Too few words in common, and the two are about different things. */
const leastRecall = 0.6
/** A source that says much else besides may deny or allow something else. */
const leastPrecision = 0.45
const leastWords = 2
/** A clause of another sentence that fits so little worse may be the one that is meant. */
const nearlyAsGood = 0.2

const subordinate =
  /^(?:und |oder |auch |insbesondere |es sei denn|ausser |nur )?(?:wenn|soweit|sofern|solange|falls|dass|weil|da|obwohl|nachdem|bevor|sobald|bis|ob|wobei|indem|um|ohne|als|(?:in |an |auf |fur |von |mit |zu |bei |nach |aus |unter |durch |uber )?(?:der|die|das|dem|den|dessen|deren|denen|welche[rsmn]?))\b/
/** At the head of a sentence it begins the main clause. */
const article =
  /^(?:(?:In|An|Auf|Für|Von|Mit|Zu|Bei|Nach|Aus|Unter|Durch|Über) )?(?:Der|Die|Das|Dem|Den|Welche[rsmn]?|(?<= )(?:der|die|das|dem|den))(?!\p{L})/u
const negation = /(?<!\p{L})(?:nicht|kein\p{L}*|ohne|weder)(?!\p{L})/u
const listItem = /^(?:\d+[a-z]?\.|[a-z]{1,2}\)) /
/** `Ist der Antrag gestellt, …`: a condition that begins with its verb, at the head of a sentence. */
const verbFirst =
  /^(?:ist|sind|war|hat|haben|wird|werden|wurden?|kann|konnen|konnten?|soll|sollten?|liegt|liegen|besteht|bestehen|kommt|kommen|gelingt|fehlt|fehlen|lebt|leben|stellt|weist|erscheint|gibt|befindet|besitzt|macht|halt|geht|fuhrt|deckt|dauert|findet|erfolgt|entfallt|verlangt|erfullt|reist|verliert|trifft|legt|willigt)\b/
/** `…, eine Berichtigung zu beantragen`: what is to be done, said of another verb. */
const infinitive = /^(?!.*\b(?:ist|sind|hat|haben|bleibt|bleiben)\b).*\b(?:zu \p{Ll}+n|\p{Ll}{2,8}zu\p{Ll}{3,}n)$/u
/** Words judged by checks of their own: they must not decide what a clause is about. */
const marker =
  /^(?:nicht|kein|keinerlei|nie|niemal|weder|noch|ohne|nur|muss?|musst|kann|konn|konnt|darf|durf|soll|sollt|mocht|lass|abs|absatz|absatze|satz|satze|nr|numm|nummern|art|artikel)$/

/** From here on two clauses are so alike that every small word in which they differ turns the meaning. */
const nearlyVerbatim = 0.8

/** The checks of a claim ask for the same pairs one after the other, all with the evidence it chose. */
const paired = new WeakMap<Evidence[], { claim: string; pairs: ClausePair[] }>()

/** Pairs each clause of a claim with the best fitting clause of the evidence; clauses that fit none are left out. */
export function pairClauses(claim: string, evidence: Evidence[]): ClausePair[] {
  const known = paired.get(evidence)
  if (known?.claim === claim) return known.pairs
  const pairs = pairAll(claim, evidence)
  paired.set(evidence, { claim, pairs })
  return pairs
}

function pairAll(claim: string, evidence: Evidence[]): ClausePair[] {
  const candidates = evidence.map((piece) => clausesOf(piece.text))
  const unnamed = evidence.map((piece) => unnamedClausesOf(piece))
  const pair = (unit: Clause, isFit: (pair: ClausePair) => boolean): ClausePair[] => {
    const named = candidates.map((sources) => sources.map((source) => pairUp(unit, source)).filter(isFit))
    const best = bestOf(named)
    if (best.length > 0) return best
    return bestOf(
      unnamed.map((sources) => sources.map((source) => pairUp(without(unit, source), source)).filter(isFit)),
    )
  }
  return [...unitsOf(claim).flatMap((unit) => pair(unit, isAlike)), ...pair(clause(claim), isNearlyVerbatim)]
}

/** True where one side says as a rule what the other says in a condition, in other words. */
export function isOtherwiseMeant(pair: ClausePair): boolean {
  return pair.source.isCondition !== pair.claim.isCondition && !isNearlyVerbatim(pair)
}

export function isNearlyVerbatim({ likeness }: ClausePair): boolean {
  return likeness >= nearlyVerbatim
}

/** The best pair of all cited sentences, with what fits nearly as well in others; empty where none fits. */
function bestOf(pairsOfEach: ClausePair[][]): ClausePair[] {
  const tops = pairsOfEach.flatMap(bestOfOne)
  const [best] = bestOfOne(tops)
  if (!best) return []
  return [{ ...best, rivals: tops.filter((other) => other !== best && fit(other) >= fit(best) - nearlyAsGood) }]
}

function bestOfOne(pairs: ClausePair[]): ClausePair[] {
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
  const main = segments.filter((segment, at) => !isSubordinate(segment, at)).join(', ')
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
  const main = segments.filter((segment, at) => !isSubordinate(segment, at)).join(', ')
  const halves = segments.flatMap(halvesOf)
  const stretches = new Set([...segments, ...neighbours, ...halves, main, sentence])
  return [...stretches].map(clause).filter(({ words }) => words.length > 0)
}

/** What stands before and after `und` or `oder`; nothing behind a negation, which may hold for it too. */
function halvesOf(segment: string): string[] {
  const halves = segment.split(/ (?:und|oder) /)
  const denying = halves.findIndex((half) => negation.test(half))
  return halves.length === 1 ? [] : halves.slice(0, denying === -1 ? halves.length : denying + 1)
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
function without({ words, ...rest }: Clause, { antecedents }: UnnamedClause): Clause {
  return { ...rest, words: words.filter((word) => !antecedents.some((other) => isSameWord(word, other))) }
}

function segmentsOf(text: string): string[] {
  return text
    .replace(/es sei denn,/g, 'es sei denn')
    .split(/[,;:\n()–|]/)
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '')
}

function isSubordinate(segment: string, at: number, all?: string[]): boolean {
  const folded = fold(segment)
  if (!article.test(segment) && subordinate.test(folded)) return true
  return at === 0 ? all?.length !== 1 && verbFirst.test(folded) : infinitive.test(folded.replace(/\.$/, ''))
}

function clause(text: string): Clause {
  const segments = segmentsOf(text)
  const own = segments.filter((segment, at) => !isSubordinate(segment, at, segments) && !listItem.test(segment))
  const core = own.length > 0 ? own.join(', ') : (segments[0] ?? '')
  return { text, words: subjectWords(text), core, isCondition: segments.every(isSubordinate) }
}

/** Stems of the words that say what a text is about, each once. */
export function subjectWords(text: string): string[] {
  return [...new Set(contentWords(text))].filter((word) => !marker.test(word))
}

/** Every claim is laid beside some hundred clauses: two words are compared once for both sides. */
function pairUp(claim: Clause, source: Clause): ClausePair {
  const [mine, theirs] = [new Set<string>(), new Set<string>()]
  for (const word of claim.words) {
    for (const other of source.words) {
      if ((mine.has(word) && theirs.has(other)) || !isSameWord(word, other)) continue
      mine.add(word)
      theirs.add(other)
    }
  }
  return {
    claim,
    source,
    recall: meantShare(claim.words, source.words, mine),
    precision: meantShare(source.words, claim.words, theirs),
    likeness: Math.min(partOf(claim.words, mine.size), partOf(source.words, theirs.size)),
    rivals: [],
  }
}

/** As `shareOfMeaning`, where it is known which words the others have in some form. */
function meantShare(words: string[], others: string[], same: ReadonlySet<string>): number {
  const meant = words.filter((word) => same.has(word) || legalWords.meansOneOf(word, others))
  return partOf(words, meant.length)
}

function partOf(words: string[], count: number): number {
  return words.length === 0 ? 0 : count / words.length
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

/** Share of the words for which the others have the same or one that says the same in law (`erteilt`, `bekommt`). */
export function shareOfMeaning(words: string[], others: string[]): number {
  if (words.length === 0) return 0
  const isMeant = (word: string) =>
    others.some((other) => isSameWord(word, other)) || legalWords.meansOneOf(word, others)
  return words.filter(isMeant).length / words.length
}
