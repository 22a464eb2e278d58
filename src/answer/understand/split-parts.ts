import type { Span } from '../../law/document-text.ts'
import type { QuestionPart } from '../../law/understood.ts'
import { splitSentences } from '../../text/split-sentences.ts'

const asking = 'wer|was|wem|wen|wie|wieviel|wann|wo|woher|wohin|womit|wozu|warum|weshalb|wieso|welche[mnrs]?|ob'
const modals = 'darf|dürfen|kann|können|muss|müssen|braucht|brauchen|bekommt|bekommen'
const verbs = `${modals}|soll|sollen|gilt|gelten|gibt|hat|haben|ist|sind`
const opening = '^(?:und |oder )?(?:ab |bis |seit |nach |unter |in |für |mit )?'
/** Without a question mark a verb may also begin a condition (`Ist er Student, …`): only those that hardly do count. */
const opensAnywhere = new RegExp(`${opening}(?:${asking}|${modals})(?!\\p{L})`, 'iu')
const opensMarked = new RegExp(`(?:${opening}|[,:]\\s+)(?:${asking}|${verbs})(?!\\p{L})`, 'iu')
/** `ob und wie lange` is one question. */
const pairedWord = new RegExp(`(?<!\\p{L})(?:${asking})$`, 'iu')
/** Within one sentence a further question begins with its own question word or verb. */
const further = new RegExp(
  `[,;]?\\s+(?:und|oder|sowie)\\s+(?:(?:ab|bis|seit|in|für|nach)\\s+)?(?:${asking}|${verbs})(?!\\p{L})`,
  'giu',
)
/** A part that begins or points like this needs the one before it. */
const leansBack =
  /^(?:und|oder|sowie|aber|wenn (?:ja|nein|nicht)|falls|dann|sonst|,|;)(?!\p{L})|(?<!\p{L})(?:er|sie|es|ihm|ihn|ihr|ihnen|das|dies|diese[mnrs]?|dafür|dabei|davon|dazu|dagegen|damit|dort|deren|dessen)(?!\p{L})/iu

/** Fewer words (`und wie lange?`) are no question of their own. */
const fewestWords = 4

/**
 * The questions a text asks, in order; a text that asks one, or none that is seen, is one part. Statements before the
 * first question belong to every part, later ones to the next part, the last ones to the part before. A part that leans
 * back (`und wenn nicht, …`, `… sie …?`) has the one before in its context. Own words and context of all parts together
 * cover the text.
 */
export function splitParts(text: string): QuestionPart[] {
  const pieces = splitSentences(text)
    .flatMap((sentence) => splitAtMarks(text, sentence))
    .flatMap((sentence) => splitWithin(text, sentence))
  const questions = mergeShort(
    text,
    pieces.filter((piece) => isQuestion(text, piece)),
  )
  if (questions.length < 2) return wholeText(text)
  const parts: QuestionPart[] = []
  for (const own of questions) {
    const before = parts.at(-1)
    const leaning = before && leansBack.test(text.slice(own.start, own.end)) ? [...before.context, before] : []
    parts.push(partOf(text, own, [...factsFor(own, questions, pieces), ...leaning]))
  }
  return parts
}

function factsFor(own: Span, questions: Span[], pieces: Span[]): Span[] {
  const [first, last] = [questions[0], questions.at(-1)]
  return pieces.filter(({ start }) => {
    if (questions.some((question) => question.start <= start && start < question.end)) return false
    const following = questions.find((question) => question.start > start)
    return following === first || following === own || (following === undefined && own === last)
  })
}

function wholeText(text: string): QuestionPart[] {
  const words = text.trim()
  if (words === '') return []
  const start = text.indexOf(words)
  return [{ start, end: start + words.length, context: [], text: words }]
}

function partOf(text: string, { start, end }: Span, needed: Span[]): QuestionPart {
  const context = needed
    .filter((span, at) => needed.findIndex((other) => other.start === span.start) === at)
    .map((span) => ({ start: span.start, end: span.end }))
    .toSorted((a, b) => a.start - b.start)
  const spans = [...context, { start, end }].toSorted((a, b) => a.start - b.start)
  return { start, end, context, text: spans.map((span) => text.slice(span.start, span.end)).join(' ') }
}

/** Who types in small letters begins the next question so, too. */
function splitAtMarks(text: string, { start, end }: Span): Span[] {
  return cut(
    text,
    { start, end },
    Array.from(text.slice(start, end).matchAll(/\?\s+(?=\S)/g), ({ index, 0: mark }) => start + index + mark.length),
  )
}

/** A marked question at its `und wie …`, where enough words follow to stand alone. */
function splitWithin(text: string, { start, end }: Span): Span[] {
  const words = text.slice(start, end)
  if (!words.endsWith('?')) return [{ start, end }]
  const cuts: number[] = []
  for (const { index, 0: found } of words.matchAll(further)) {
    const from = cuts.at(-1) ?? start
    const before = text.slice(from, start + index)
    const next = start + index + found.search(/\p{L}/u)
    const isLong = wordCount(before) >= fewestWords && wordCount(text.slice(next, end)) >= fewestWords
    if (isLong && opensMarked.test(before) && !pairedWord.test(before)) cuts.push(next)
  }
  return cut(text, { start, end }, cuts)
}

/** The stretch in pieces that begin at the given places, without the white space between them. */
function cut(text: string, { start, end }: Span, places: number[]): Span[] {
  const starts = [start, ...places]
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? end
    return { start: from, end: from + text.slice(from, to).trimEnd().length }
  })
}

/** A short question belongs to the one before, and with it what stands between. */
function mergeShort(text: string, questions: Span[]): Span[] {
  const merged: Span[] = []
  for (const { start, end } of questions) {
    const before = merged.at(-1)
    if (before && wordCount(text.slice(start, end)) < fewestWords) before.end = end
    else merged.push({ start, end })
  }
  return merged
}

function isQuestion(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  return words.endsWith('?') || opensAnywhere.test(words.replace(/^[\s\d.)(•–-]+/, ''))
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\d]+/gu)?.length ?? 0
}
