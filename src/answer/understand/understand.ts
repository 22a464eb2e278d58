import type { Inquiry, LawName, Question, ResolvedReference } from '../../law/answer.ts'
import type { Lexicon } from '../../law/lexicon.ts'
import type { Reference } from '../../law/reference.ts'
import { findBareReferences } from '../../law/references/find-bare-references.ts'
import { findFileNumbers } from '../../law/references/find-file-numbers.ts'
import { findLawNames } from '../../law/references/find-law-names.ts'
import { findReferences } from '../../law/references/find-references.ts'
import { readLooseLaw } from '../../law/references/read-loose-law.ts'
import { resolveLaw } from '../../law/references/resolve-law.ts'
import type { DayMention } from '../../law/understood.ts'
import { blankSpans } from '../../text/blank-spans.ts'
import { asksOtherSource } from './asks-other-source.ts'
import { findDays } from './days/find-days.ts'
import { searchWords } from '../../text/words.ts'
import { expandWords } from './expand-words.ts'
import { splitParts } from './split-parts.ts'
import { tellsCase } from './tells-case.ts'
import { findPersons } from './terms/find-persons.ts'
import { findTitles } from './terms/find-titles.ts'

/**
 * What a question asks for and tells, before anything is looked up; the same for the same words and day. A § without a law belongs to the one law the
 * question names elsewhere; where it names none, or several, its `documentId` stays null and the retriever decides.
 * A law that is written but not in the register stays null too, with `law` saying what was written.
 */
export function understand(question: Question, register: LawName[], lexicon: Lexicon): Inquiry {
  const { text } = question
  const references = referencesIn(text, register).map((reference) => resolve(reference, register))
  const lawNames = findLawNames(text, register)
  const documentIds = distinct([...references, ...lawNames])
  const [only] = documentIds
  if (only && documentIds.length === 1)
    for (const reference of references) if (lacksLaw(reference)) reference.documentId = only
  const days = findDays(blankSpans(text, references), question.asOf).map((day) => ({
    ...day,
    text: text.slice(day.start, day.end),
  }))
  const persons = findPersons(text)
  const searchText = blankSpans(text, days.filter(isDate))
  const unnamed = searchWords(blankSpans(searchText, [...references, ...lawNames]))
  return {
    question,
    references,
    documentIds,
    fileNumbers: findFileNumbers(text),
    wanted: asksOtherSource(text),
    namesOnly: references.length > 0 && unnamed.length === 0,
    meanings: expandWords(text, lexicon),
    days,
    persons,
    isCase: tellsCase(text, persons, days),
    titles: findTitles(text),
    parts: splitParts(text),
    part: null,
    added: [],
    searchText,
    doubt: null,
  }
}

/** `vor zwei Jahren` counts in units that the law counts in, and `nach altem Recht` names no day: both are looked up. */
function isDate({ kind }: DayMention): boolean {
  return kind === 'calendar' || kind === 'relative'
}

/** References as written, those without a § and those whose law is mistyped included. */
function referencesIn(text: string, register: LawName[]): Reference[] {
  const written = findReferences(text, register).map((reference) => {
    const loose = lacksLaw(reference) ? readLooseLaw(text, reference.end, register) : null
    return loose ? { ...reference, ...loose, text: text.slice(reference.start, loose.end) } : reference
  })
  const bare = findBareReferences(text, register).filter(
    ({ start, end }) => !written.some((reference) => reference.start < end && start < reference.end),
  )
  return [...written, ...bare].toSorted((a, b) => a.start - b.start)
}

function resolve(reference: Reference, register: LawName[]): ResolvedReference {
  const law = reference.law === null ? null : resolveLaw(reference.law, register)
  return { ...reference, documentId: law?.documentId ?? null }
}

function lacksLaw(reference: Reference): boolean {
  return reference.kind === 'norm' && reference.law === null
}

function distinct(references: ResolvedReference[]): string[] {
  const inOrder = references.toSorted((a, b) => a.start - b.start)
  return [...new Set(inOrder.flatMap(({ documentId }) => (documentId === null ? [] : [documentId])))]
}
