import type { Failure } from './check.ts'

/** A claim is one sentence; longer ones are prose that no passage can be held against. */
const longestClaim = 600

const forbidden: { pattern: RegExp; what: string }[] = [
  { pattern: /(?!\n)[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u, what: 'Steuerzeichen' },
  { pattern: /(?!\u00ad)\p{Cf}/u, what: 'unsichtbare Zeichen' },
  { pattern: /<[a-z/!?]/i, what: 'HTML' },
  { pattern: /!\[|\]\(|\]\s?:\s?\S+:\/\//, what: 'einen Verweis in Markdown' },
  { pattern: /\b(?:https?|ftp|file|javascript|data):\S|\bwww\./i, what: 'eine Internetadresse' },
  { pattern: /\[\s?E?\d{1,4}(?:\s?,\s?E?\d{1,4})*\s?\]/i, what: 'eine selbst gesetzte Belegnummer' },
]

/** A claim's form, before anything of it is believed: one plain sentence without markup, links or hidden characters. */
export function checkForm(text: string): Failure | null {
  if (text.trim() === '') return { reason: 'malformed', detail: 'Die Aussage ist leer.' }
  if (text.length > longestClaim)
    return { reason: 'malformed', detail: `Die Aussage ist länger als ${longestClaim} Zeichen.` }
  const found = forbidden.find(({ pattern }) => pattern.test(text))
  return found ? { reason: 'malformed', detail: `Die Aussage enthält ${found.what}.` } : null
}
