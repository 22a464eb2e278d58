import { fold } from '../../../src/text/fold.ts'
import { type Fault, faultIn, type NumberedCase } from './fault.ts'

const leastAlike = 0.8
/** Questions of a few words are alike by chance. */
const fewestWords = 5

export interface Twins {
  faults: Fault[]
  /** Ids of questions that are the same but for their day: what the law said then and what it says now. */
  pairs: string[][]
}

/** Ids and questions that stand twice, questions that nearly do, and pairs of one question on several days. */
export function findTwins(cases: NumberedCase[]): Twins {
  const alike = groupBy(cases, ({ question }) => wordsOf(question.question))
  const pairs = [...alike.values()].filter((group) => new Set(group.map(dayOf)).size > 1)
  return {
    faults: [
      ...repeated(cases, ({ question }) => question.id, 'die id'),
      ...repeated(cases, (one) => `${dayOf(one)} ${wordsOf(one.question.question)}`, 'dieselbe Frage zum selben Tag'),
      ...nearTwins(cases),
    ],
    pairs: pairs.map((group) => group.map(({ question }) => question.id)),
  }
}

function repeated(cases: NumberedCase[], keyOf: (one: NumberedCase) => string, what: string): Fault[] {
  return [...groupBy(cases, keyOf).values()].flatMap(([first, ...more]) =>
    more.map((one) =>
      faultIn(
        one,
        'error',
        `${what} steht schon in Zeile ${first?.line}`,
        what === 'die id' ? 'eine andere id vergeben' : 'eine der beiden Zeilen streichen',
      ),
    ),
  )
}

function nearTwins(cases: NumberedCase[]): Fault[] {
  const read = cases.map((one) => ({ ...one, words: new Set(wordsOf(one.question.question).split(' ')) }))
  return read.flatMap((one, place) => {
    const twin = read.slice(0, place).find((other) => isNear(one, other))
    if (!twin) return []
    return [
      faultIn(
        one,
        'warning',
        `die Frage ist fast die der Zeile ${twin.line} (${twin.question.id})`,
        'prüfen, ob beide gebraucht werden: ähnliche Fragen zählen doppelt',
      ),
    ]
  })
}

type ReadCase = NumberedCase & { words: Set<string> }

function isNear(a: ReadCase, b: ReadCase): boolean {
  if (dayOf(a) !== dayOf(b) || Math.min(a.words.size, b.words.size) < fewestWords) return false
  if (wordsOf(a.question.question) === wordsOf(b.question.question)) return false
  const shared = [...a.words].filter((word) => b.words.has(word)).length
  return shared / (a.words.size + b.words.size - shared) >= leastAlike
}

function groupBy(cases: NumberedCase[], keyOf: (one: NumberedCase) => string): Map<string, NumberedCase[]> {
  const groups = new Map<string, NumberedCase[]>()
  for (const one of cases) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}

function dayOf({ question }: NumberedCase): string {
  return question.as_of
}

function wordsOf(text: string): string {
  return (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}
