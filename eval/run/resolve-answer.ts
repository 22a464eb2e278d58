import { normsOf, resolveAt } from '../../src/answer/verify/name-norms.ts'
import type { LawName, ResolvedReference } from '../../src/law/answer.ts'
import type { Day } from '../../src/law/day.ts'
import type { NormLookup, NormText } from '../../src/law/library.ts'
import { splitSentences } from '../../src/text/split-sentences.ts'
import type { AnswerRecord, AnswerSource } from './answer-record.ts'
import type { GivenAnswer, GivenSource } from './systems/system.ts'

/** What is needed of the collection to say whether sources exist. */
export interface ResolveParts {
  register: (asOf: Day) => Promise<LawName[]>
  findNorm: (documentId: string, norm: string, asOf: Day) => Promise<NormLookup>
}

/**
 * Holds what a system answered against the collection as of the day asked: whether each source exists, was in force, and
 * has the words quoted. Sources in free text become one source for each norm they name; what names none stays as it is
 * written. Of an answer in prose, sentences are found by rule and have the norms they name as sources.
 */
export async function resolveAnswer(
  parts: ResolveParts,
  given: GivenAnswer,
  { caseId, repeat, asOf }: Pick<AnswerRecord, 'caseId' | 'repeat' | 'asOf'>,
): Promise<AnswerRecord> {
  const register = await parts.register(asOf)
  const listed = given.sentences
    ? await Promise.all(given.sources.map((source) => checkSource(parts, namedIn(source, register)[0] ?? source, asOf)))
    : await checkAll(
        parts,
        given.sources.flatMap((source) => atLeastItself(source, register)),
        asOf,
      )
  const inProse = resolveAt(given.answer, register, () => null)
  const references = await checkAll(parts, inProse.map(asGiven), asOf)
  const { sentences, sources } = given.sentences
    ? { sentences: given.sentences, sources: listed }
    : sentencesOfProse(given.answer, listed, inProse, references)
  return {
    caseId,
    repeat,
    asOf,
    status: given.status,
    answer: given.answer,
    sentences,
    sources,
    references: references.map(({ quote: _quote, verbatim: _verbatim, ...reference }) => reference),
    retrieved: given.retrieved,
    refusalReason: given.refusalReason,
    firstEventMs: given.firstEventMs,
    totalMs: given.totalMs,
    tokens: given.tokens,
    error: null,
    raw: given.raw,
  }
}

/** Sentences of prose. Where no sentence names a norm, which source carries which is not said. */
function sentencesOfProse(
  answer: string,
  listed: AnswerSource[],
  inProse: ResolvedReference[],
  references: AnswerSource[],
): Pick<AnswerRecord, 'sentences' | 'sources'> {
  const sources = [...listed]
  const placeOf = (source: AnswerSource): number => {
    const known = sources.findIndex((other) => isSamePlace(other, source))
    return known === -1 ? sources.push(source) - 1 : known
  }
  const sentences = splitSentences(answer).map(({ start, end }) => {
    const own = references.filter((_, place) => isWithin(inProse[place], start, end))
    return { text: answer.slice(start, end).trim(), sources: [...new Set(own.map(placeOf))] }
  })
  const saysWhich = sentences.some((sentence) => sentence.sources.length > 0)
  return { sources, sentences: sentences.map((each) => (saysWhich ? each : { text: each.text, sources: null })) }
}

function isWithin(reference: ResolvedReference | undefined, start: number, end: number): boolean {
  return reference !== undefined && reference.start >= start && reference.start < end
}

function isSamePlace(one: AnswerSource, other: AnswerSource): boolean {
  const isNamed = one.documentId !== null || one.norm !== null
  return isNamed
    ? one.documentId === other.documentId && one.norm === other.norm && one.paragraph === other.paragraph
    : one.written === other.written
}

/** The norms that a source names, each as a source of its own. */
function namedIn(source: GivenSource, register: LawName[]): GivenSource[] {
  if (source.named) return [source]
  return resolveAt(source.written, register, () => null).map((reference) => ({
    ...asGiven(reference),
    quote: source.quote,
  }))
}

function atLeastItself(source: GivenSource, register: LawName[]): GivenSource[] {
  const named = namedIn(source, register)
  return named.length > 0 ? named : [source]
}

function asGiven(reference: ResolvedReference): GivenSource {
  const [norm] = normsOf(reference)
  const named = norm && { documentId: norm.documentId, norm: norm.norm, paragraph: reference.paragraph }
  return { written: reference.text, named: named ?? null, quote: null }
}

function checkAll(parts: ResolveParts, sources: GivenSource[], asOf: Day): Promise<AnswerSource[]> {
  return Promise.all(sources.map((source) => checkSource(parts, source, asOf)))
}

async function checkSource(
  parts: ResolveParts,
  { written, named, quote }: GivenSource,
  asOf: Day,
): Promise<AnswerSource> {
  const unchecked = { written, quote, documentId: null, norm: null, paragraph: null }
  if (!named) return { ...unchecked, exists: null, inForce: null, verbatim: null }
  const place = { ...unchecked, ...named }
  if (named.norm === null) return { ...place, exists: null, inForce: null, verbatim: null }
  const lookup = await parts.findNorm(named.documentId, named.norm, asOf)
  if (!lookup.found) {
    const exists = lookup.reason === 'not_yet' || lookup.reason === 'no_longer'
    return { ...place, exists, inForce: false, verbatim: quote === null ? null : false }
  }
  const { norm } = lookup
  const hasParagraph = named.paragraph === null || paragraphsOf(norm).includes(named.paragraph)
  return {
    ...place,
    exists: hasParagraph,
    inForce: !norm.repealed,
    verbatim: quote === null ? null : fold(norm.text).includes(fold(quote)),
  }
}

/** Absätze as the publisher numbers them; an Anlage has passages instead. */
function paragraphsOf({ units, passages }: NormText): string[] {
  const absaetze = units.filter(({ kind }) => kind === 'absatz').map(({ number }) => number)
  return [...absaetze, ...passages.flatMap(({ paragraph }) => paragraph ?? [])]
}

/** White space and invisible characters are a matter of printing. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u00ad\u200b-\u200d\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
