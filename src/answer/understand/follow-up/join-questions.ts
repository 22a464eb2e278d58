import type { Inquiry, LawName, ResolvedReference } from '../../../law/answer.ts'
import type { Span } from '../../../law/document-text.ts'
import { splitSentences } from '../../../text/split-sentences.ts'
import { contentWords } from '../../../text/words.ts'

/** Begins in the middle of a conversation. */
const opensLeaning =
  /^\s*(?:und|oder|aber|auch|sondern|dann|sonst|also|ebenso|wenn (?:ja|nein|nicht)|was ist (?:mit|bei)|wie (?:ist|sieht) (?:es|das)|bei|für)(?!\p{L})/iu
/** Points at something said before; `das Visum` and the polite `Sie` do not. */
const points =
  /(?<!\p{L})(?:er|sie|es|ihm|ihn|ihnen|das(?!\s+\p{Lu})|dies(?:e[mnrs]?)?|dafür|dabei|davon|dazu|dagegen|damit|dort|deren|dessen|derselbe[nr]?|dieselbe[nr]?)(?!\p{L})/u
const pointsFirst = /^\s*(?:Er|Es|Das(?!\s+\p{Lu})|Dies(?:e[mnrs]?)?|Dafür|Dabei|Davon|Dazu)(?!\p{L})/u
/** A longer question says itself what its `sie` is. */
const pointingWordsMost = 8
/** Fewer words that say something are no question of their own (`Wie lange?`). */
const ownWordsLeast = 2
/** Of a question before, more than this is a case told at length. */
const earlierCharsMost = 2000

/** True where a question cannot be understood without the one before it. */
export function leansOn({ question: { text }, references, titles }: Inquiry): boolean {
  const words = contentWords(text).length
  if (opensLeaning.test(text)) return true
  if (words <= pointingWordsMost && (points.test(text) || pointsFirst.test(text))) return true
  return words < ownWordsLeast && references.length === 0 && titles.length === 0
}

/**
 * A follow-up in words that stand by themselves, made of the two questions alone: one that leans gets the question before it
 * behind it, in which the norm, title or day the follow-up names takes the place of the old one; another gets what it
 * does not say itself (the norm, the title, the law of its §). Null where it needs nothing.
 */
export function joinQuestions(followUp: Inquiry, earlier: Inquiry, register: LawName[]): string | null {
  const { text } = followUp.question
  if (leansOn(followUp)) return `${asQuestion(text)} (Zuvor gefragt: ${earlierWords(followUp, earlier)})`
  const lacking =
    followUp.documentIds.length === 0 && followUp.references.some(({ kind, law }) => kind === 'norm' && law === null)
  const topics = lacking ? lawOf(earlier, register) : namesTopic(followUp) ? [] : topicsOf(earlier, followUp)
  return topics.length === 0 ? null : `${asQuestion(text)} (Es geht um: ${topics.join(', ')})`
}

function asQuestion(text: string): string {
  const words = text.trim()
  return /[.?!]$/.test(words) ? words : `${words}?`
}

/** The earlier question without marks that would make it one again, what stood behind an even earlier one included. */
function earlierWords(followUp: Inquiry, earlier: Inquiry): string {
  const flat = replaceNamed(followUp, earlier).replace(/[?.!]?\s*\((?:Zuvor gefragt|Es geht um): ([^]*)\)\s*$/, '; $1')
  const sentences = splitSentences(flat).map(({ start, end }) => flat.slice(start, end).replace(/[.?!;]+$/, ''))
  return sentences.join('; ').slice(0, earlierCharsMost).replace(/\s+/g, ' ').trim()
}

/** What both name once is meant anew: `… nach § 18g AufenthG` and `und nach § 19c?` ask of § 19c. */
function replaceNamed(followUp: Inquiry, earlier: Inquiry): string {
  const changes = [
    replacement(followUp.references.map(named), earlier.references.map(named)),
    replacement(followUp.titles, earlier.titles),
    replacement(followUp.days, earlier.days),
  ].filter((change) => change !== null)
  let { text } = earlier.question
  for (const { start, end, words } of changes.toSorted((a, b) => b.start - a.start))
    text = text.slice(0, start) + words + text.slice(end)
  return text
}

function named({ start, end, text, law }: ResolvedReference) {
  return { start, end, text, law }
}

interface Named extends Span {
  text: string
  law?: string | null
}

function replacement([now, ...more]: Named[], [then, ...others]: Named[]): (Span & { words: string }) | null {
  if (!now || !then || more.length > 0 || others.length > 0) return null
  const law = now.law === null && then.law ? ` ${then.law}` : ''
  return { start: then.start, end: then.end, words: `${now.text}${law}` }
}

function namesTopic({ references, documentIds, titles }: Inquiry): boolean {
  return references.length > 0 || documentIds.length > 0 || titles.length > 0
}

/** What the earlier question was about; its persons only where the follow-up names none. */
function topicsOf({ references, titles, persons }: Inquiry, followUp: Inquiry): string[] {
  const people = followUp.persons.length === 0 ? persons : []
  return [...new Set([...references, ...titles, ...people].map(({ text }) => text.replace(/\s+/g, ' ').trim()))]
}

/** The one law of the earlier question, for a § without a law. */
function lawOf({ documentIds: [only, ...more] }: Inquiry, register: LawName[]): string[] {
  const law = more.length === 0 ? register.find(({ documentId }) => documentId === only) : undefined
  return law ? [law.abbreviation] : []
}
