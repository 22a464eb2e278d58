import type { DayRole } from '../../../law/understood.ts'
import type { Span } from '../../../law/document-text.ts'

const papers =
  '(?:ae|at|visum|duldung|karte(?: eu)?|aufenthaltserlaubnis|aufenthaltstitel|gestattung|fiktionsbescheinigung|pass)'

/** Words, in small letters, that say what a day is the day of. Of several, the nearest to the day counts. */
const roleWords: [DayRole, string][] = [
  ['Antrag', 'antr[aä]g\\p{L}*|beantrag\\p{L}*|gestellt\\p{L}*'],
  [
    'Einreise',
    'einreis\\p{L}*|eingereist\\p{L}*|angekommen|reiste|(?:hier|in deutschland) seit|seit [^,;?!]{1,25} (?:hier|in deutschland)',
  ],
  ['Ausreise', 'ausreis\\p{L}*|ausgereist\\p{L}*|abschiebung|abgeschoben\\p{L}*'],
  ['Geburt', 'geb|geburt\\p{L}*|geboren\\p{L}*'],
  ['Bescheid', 'bescheid\\p{L}*|ablehnung\\p{L}*|abgelehnt\\p{L}*|verfügung|entschieden'],
  ['Zustellung', 'zustellung|zugestellt\\p{L}*|zugegangen\\p{L}*|bekanntgegeben\\p{L}*|bekannt gegeben'],
  ['Ablauf', `läuft|lief|${papers} bis|abgelaufen\\p{L}*|ablauf|gültig bis|gilt (?:noch )?bis|befristet|endet`],
  ['Erteilung', 'erteilt\\p{L}*|ausgestellt\\p{L}*|verlängert'],
  ['Eheschließung', 'heirat\\p{L}*|geheiratet|verheiratet|eheschließung|hochzeit'],
  ['Trennung', 'getrennt|trennung|scheidung|geschieden'],
  ['Beginn', 'beginn\\p{L}*|begonnen|arbeitet|arbeitsvertrag|arbeitsbeginn|beschäftigt|eingestellt'],
  ['Abschluss', 'abschluss|abgeschlossen|prüfung'],
  ['Anmeldung', 'gemeldet|anmeldung|angemeldet|wohnt'],
  ['Urteil', 'urteil\\p{L}*|beschluss|verurteilt'],
  ['Rechtslage', 'rechtslage|gesetzeslage|galt|galten|gilt|gelten|gültig|fassung|stichtag|recht|in kraft'],
]
const patterns = roleWords.map(
  ([role, words]) => [role, new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'gu')] as const,
)

/** How far the word may stand from the day, in characters; a comma between counts as ten. */
const reach = 45
const comma = 10
/** Behind a day a comma ends what is said of it: `AE bis 31.3., Antrag liegt vor`. */
const clauseEnd = /[?!;\n]|\.(?=\s\p{Lu})/u

/** What the words around a day say it is the day of; before the day wins where both are as near. */
export function nameRole(text: string, { start, end }: Span): DayRole | null {
  const lower = text.toLowerCase()
  if (lower.length !== text.length) return null
  let best: { role: DayRole; gap: number } | null = null
  const from = Math.max(0, start - reach * 2)
  const around = lower.slice(from, end + reach * 2)
  for (const [role, pattern] of patterns) {
    for (const { index, 0: words } of around.matchAll(pattern)) {
      const gap = gapOf(text, from + index, words.length, { start, end })
      if (gap <= reach && gap < (best?.gap ?? Infinity)) best = { role, gap }
    }
  }
  return best?.role ?? null
}

function gapOf(text: string, at: number, length: number, day: Span): number {
  const isBefore = at < day.start
  // Words that reach into the day, as in `gilt bis 3.5.`, touch it.
  const between = isBefore ? text.slice(at + length, day.start) : text.slice(day.end, at)
  if (!isBefore && between.includes(',')) return Infinity
  // With the letter behind it, which tells a full stop from an abbreviation's.
  if (clauseEnd.test(between + text.charAt(isBefore ? day.start : at))) return Infinity
  return between.length + between.split(',').length * comma - comma + (isBefore ? 0 : 0.5)
}
