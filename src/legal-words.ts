import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'

/** How words of legal German deny, and which of them say the same (lexicon/legal-words.tsv, each with its reason). */
export interface LegalWords {
  /** True for a folded word that says `nicht` by itself: `unterbleibt`. */
  denies: (word: string) => boolean
  /** For one that may (`fehlt`, `nur`) the number of its line, else null. Never a reason for a verdict, only against one. */
  mayDeny: (word: string) => number | null
  /** True where a folded word or stem stands in one line of words that say the same with one of the others. */
  meansOneOf: (word: string, others: string[]) => boolean
}

/** Thrown when a line of the word list is not `kind ⇥ words ⇥ reason`. */
export class LegalWordsError extends Error {
  constructor(line: number) {
    super(`lexicon/legal-words.tsv, Zeile ${line}: erwartet werden Art, Wörter und Grund, durch Tabulatoren getrennt.`)
    this.name = 'LegalWordsError'
  }
}

const kinds = ['verneint', 'verneint auch', 'gleich'] as const
type Kind = (typeof kinds)[number]

/** Part of the package and the same for everybody, so that a verdict can be repeated. */
export const legalWords: LegalWords = parseLegalWords(
  readFileSync(join(packageRoot, 'lexicon/legal-words.tsv'), 'utf8'),
)

/** @throws LegalWordsError */
export function parseLegalWords(text: string): LegalWords {
  const lines = text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [kind, words, reason, ...more] = line.split('\t')
    if (!isKind(kind) || !words || !reason || more.length > 0) throw new LegalWordsError(index + 1)
    return [{ kind, words: words.split(' ') }]
  })
  const of = (wanted: Kind) => lines.filter(({ kind }) => kind === wanted).map(({ words }) => words)
  const groupsOf = remember(groupFinder(of('gleich')))
  const possible = remember(groupFinder(of('verneint auch')))
  return {
    denies: remember(wordFinder(of('verneint').flat())),
    mayDeny: (word) => possible(word)[0] ?? null,
    meansOneOf: (word, others) => {
      const groups = groupsOf(word)
      return groups.length > 0 && others.some((other) => groups.some((group) => groupsOf(other).includes(group)))
    },
  }
}

function isKind(kind: string | undefined): kind is Kind {
  return kinds.some((each) => each === kind)
}

function groupFinder(groups: string[][]): (word: string) => number[] {
  const finders = groups.map(wordFinder)
  return (word) => finders.flatMap((isIn, group) => (isIn(word) ? [group] : []))
}

function wordFinder(words: string[]): (word: string) => boolean {
  const whole = new Set(words.filter((word) => !word.endsWith('*')))
  const starts = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  return (word) => whole.has(word) || starts.some((start) => word.startsWith(start))
}

/** Each word is looked up in every comparison of a sentence with others. */
function remember<T>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>()
  return (word) => {
    const known = found.get(word)
    if (known !== undefined) return known
    const fresh = find(word)
    if (found.size < 50_000) found.set(word, fresh)
    return fresh
  }
}
