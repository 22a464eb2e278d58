import type { DayMention } from '../../../law/understood.ts'

const change =
  '(?:(?:Gesetzes|Rechts)?(?:reform|novelle|novellierung)|(?:Gesetzes|Rechts)änderung|Neuregelung|Neufassung|Umstellung|Inkrafttreten)'
const patterns = [
  new RegExp(
    `(?<!\\p{L})(?:vor|nach|seit|bis|ab)\\s+(?:zu[rm]\\s+|de[rms]\\s+)?(?:(?:letzten|jüngsten|neuen|großen)\\s+)?\\p{L}*?${change}(?!\\p{L})`,
    'giu',
  ),
  /(?<!\p{L})(?:(?:nach|im|zum|unter|in)\s+)?(?:der\s+|dem\s+)?(?:alte|neue|frühere|bisherige|damalige|vorherige)[mnrs]?\s+(?:Recht(?:s|slage)?|Gesetz(?:es|eslage)?|Fassung|Regelung)(?!\p{L})/giu,
  /(?<!\p{L})[an]\. ?F\.?(?!\p{L})/gu,
]

/** States of the law named without a day: `vor der Reform`, `nach altem Recht`, `a. F.`. Which day is meant is not known. */
export function findStatesOfLaw(text: string): DayMention[] {
  return patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ index, 0: words }): DayMention => {
      const place = { start: index, end: index + words.length, text: words }
      return { ...place, kind: 'law', resolved: null, yearAssumed: false, role: 'Rechtslage' }
    }),
  )
}
