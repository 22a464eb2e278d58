import { fold } from '../../text/fold.ts'

/** § 2 Abs. 9 to 12 AufenthG: what the law's words for a command of German mean in the European framework. */
const levels: [RegExp, string][] = [
  [/\beinfach(?:e|en|er)\b/, 'a1'],
  [/\bhinreichend(?:e|en|er)\b/, 'a2'],
  [/\bausreichend(?:e|en|er)\b/, 'b1'],
  [/\bgut(?:e|en|er)\b/, 'b2'],
]
const knowledge =
  /((?:\p{L}+ ){0,3})(?:kenntnisse[n]? der deutschen sprache|(?:deutschen? )?sprachkenntnisse[n]?|deutschkenntnisse[n]?)/gu
const command = /\bdeutsche sprache beherrsch|\bbeherrsch\p{L}* (?:der deutschen|die deutsche) sprache/u

/** Levels (`b1`) that a text of the law demands in words (`ausreichende Kenntnisse der deutschen Sprache`). */
export function levelsIn(text: string): string[] {
  const folded = fold(text)
  const found = [...folded.matchAll(knowledge)].flatMap(([, before = '']) =>
    levels.flatMap(([words, level]) => (words.test(before) ? [level] : [])),
  )
  return command.test(folded) ? [...found, 'c1'] : found
}
