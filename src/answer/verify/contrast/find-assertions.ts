import type { Span } from '../../../law/document-text.ts'
import { splitSentences } from '../../../text/split-sentences.ts'

/** A stretch of a question that states something as given. Offsets are in the question. */
export interface Assertion extends Span {
  text: string
}

const asking =
  'wer|was|wem|wen|wie|wieviel|wann|wo|woher|wohin|womit|wozu|warum|weshalb|wieso|welche[mnrs]?|ob|(?:ab|bis|seit|in|für|nach|an|bei|mit|von|unter) (?:wann|wem|wen|welche[mnrs]?|was)'
const verbs =
  'darf|dürfen|kann|können|muss|müssen|soll|sollen|braucht|brauchen|bekommt|bekommen|gilt|gelten|gibt|hat|haben|ist|sind|wird|werden|reicht|zählt|zählen|droht|verlängert|geht|schadet|schaden'
/** Where the asking begins: behind a dash, colon or comma, with a question word or its verb. */
const begins = (marks: string, words: string) =>
  new RegExp(`(?:[${marks}]|\\s-)\\s*(?:und |oder |aber |dann )?(?:${words})(?!\\p{L})`, 'giu')
const inQuestion = begins(':;–—,', `${asking}|${verbs}`)
/** Without a question mark, a verb behind a comma goes on after a relative clause. */
const inStatement = begins(':;–—,', asking)
const opensAsking = new RegExp(`^(?:und |oder |aber )?(?:${asking}|${verbs})(?!\\p{L})`, 'iu')
/** `Warum muss …?` takes what it asks the reason of for given. */
const reason = /^(?:und |aber )?(?:warum|wieso|weshalb)\s+/iu
/** A statement with a tag that asks to nod. */
const tag = /,?\s*(?:oder|nicht wahr|richtig|stimmt(?: das| es)?|ja|gell|korrekt)\s*\?$/iu
const conjunction = /^(?:da|weil|obwohl|wenn|nachdem|wo|falls)(?= )(?: doch| ja)?\s+/iu

const fewestWords = 4

/** Whoever tells a case states its facts, which no law can correct. */
const ofCase =
  /(?<!\p{L})(?:er|ihm|ihn|sie|ihr|ich|mir|mein\p{Ll}*|wir|uns|unser\p{Ll}*|herr|frau|kund\p{Ll}+|mandant\p{Ll}*|war|waren|hatte[n]?|wurde[n]?|gestern|heute)(?!\p{L})/iu

/** `die Frist von sechs Wochen für …`: whoever asks about it takes its length for given. */
const supposed =
  /(?<!\p{L})(?:der|die|das|dem|den|einer?|eine[mnrs]) (?:\p{Ll}+ )?\p{L}*(?:[Ff]rist|[Gg]ebühr|[Hh]öchstdauer|[Mm]indestdauer|[Gg]eltungsdauer|[Gg]ültigkeitsdauer|[Ff]reibetrag|[Gg]eldbuße|[Zz]uschlag) von (?=\d|\p{Ll}+ \p{Lu})[^,?;:–—]+/gu

/**
 * What a question takes for given, in general terms: statements before the asking, clauses with `da` or `wenn`, and the
 * matter of a `warum`. Facts of a case are left out.
 */
export function findAssertions(text: string): Assertion[] {
  return splitSentences(text)
    .flatMap((sentence) => assertionsIn(text, sentence))
    .filter(({ text: words }) => !ofCase.test(words) && words.split(/\s+/).length >= fewestWords)
}

function assertionsIn(text: string, { start, end }: Span): Assertion[] {
  const words = text.slice(start, end)
  const [stated] = statementsIn(text, { start, end })
  if (stated && !ofCase.test(stated.text)) return [stated]
  const phrases = [...words.matchAll(supposed)]
  return phrases.map(({ index, 0: phrase }) => cut(text, start + index, start + index + phrase.length))
}

function statementsIn(text: string, { start, end }: Span): Assertion[] {
  const words = text.slice(start, end)
  if (!words.endsWith('?')) return [cut(text, start, start + (firstAsking(words) ?? words.length))]
  const tagged = tag.exec(words)
  if (tagged) return opensAsking.test(words) ? [] : [cut(text, start, start + tagged.index)]
  const why = reason.exec(words)
  if (why) return [cut(text, start + why[0].length, end)]
  const asked = firstAsking(words)
  if (asked === null || opensAsking.test(words)) return []
  return [cut(text, start, start + asked)]
}

/** Offset of the asking in a sentence that begins with a statement. */
function firstAsking(words: string): number | null {
  const found = [...words.matchAll(words.endsWith('?') ? inQuestion : inStatement)].find(({ index }) =>
    words.slice(0, index).trim().includes(' '),
  )
  return found ? found.index : null
}

function cut(text: string, from: number, to: number): Assertion {
  const words = text.slice(from, to)
  const lead = (/^\s*/.exec(words)?.[0].length ?? 0) + (conjunction.exec(words.trimStart())?.[0].length ?? 0)
  const bare = words.slice(lead).replace(/[\s,;:–—?-]+$/u, '')
  const start = from + lead
  return { start, end: start + bare.length, text: bare }
}
