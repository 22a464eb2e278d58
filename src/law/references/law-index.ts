import type { LawName } from '../answer.ts'
import { lawAliases } from './law-aliases.ts'
import { type LawWord, lawKeys } from './law-words.ts'

/** A register made searchable: by whole name, and by the first word of a name. */
export interface LawIndex {
  byName: Map<string, LawName>
  byFirstWord: Map<string, IndexedName[]>
}

interface IndexedName {
  keys: string[]
  name: string
  law: LawName
}

/** Words that name a kind of law and not one law: alone they are no name, even where a source lists them as one. */
const kindsOfLaw: ReadonlySet<string> = new Set([
  'gesetz',
  'verordnung',
  'ordnung',
  'satzung',
  'vertrag',
  'abkomm',
  'bekanntmachung',
  'anordnung',
  'verfassung',
  'eu',
])

const indexes = new WeakMap<LawName[], LawIndex>()

/** The index of a register, built once per register. Official names win over names formed by rule. */
export function indexLaws(register: LawName[]): LawIndex {
  const known = indexes.get(register)
  if (known) return known
  const index: LawIndex = { byName: new Map(), byFirstWord: new Map() }
  for (const law of register) for (const name of [law.abbreviation, ...law.names]) add(index, name, law)
  for (const law of register) for (const name of lawAliases(law)) add(index, name, law)
  for (const names of index.byFirstWord.values()) names.sort((a, b) => b.keys.length - a.keys.length)
  indexes.set(register, index)
  return index
}

/** The longest name that begins with the first of these words; null where none does. */
export function longestName(words: LawWord[], index: LawIndex): { law: LawName; name: string; end: number } | null {
  const first = words[0]
  const candidates = first ? index.byFirstWord.get(first.key) : undefined
  const found = candidates?.find(({ keys }) => keys.every((key, at) => words[at]?.key === key))
  const last = found && words[found.keys.length - 1]
  return found && last ? { law: found.law, name: found.name, end: last.end } : null
}

function add(index: LawIndex, name: string, law: LawName): void {
  const keys = lawKeys(name)
  const whole = keys.join(' ')
  if (whole.length < 2 || kindsOfLaw.has(whole) || index.byName.has(whole)) return
  index.byName.set(whole, law)
  const first = keys[0] ?? ''
  const names = index.byFirstWord.get(first)
  if (names) names.push({ keys, name, law })
  else index.byFirstWord.set(first, [{ keys, name, law }])
}
