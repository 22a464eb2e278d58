import type { Relation } from '../../../src/law/particulars.ts'
import { writtenDay } from '../eu/written-day.ts'
import { dayOfGerman } from '../rulings/german-dates.ts'

const ends =
  /(?:Gleichzeitig|Zugleich|Mit (?:ihrem|seinem) Inkrafttreten|Zum (?:gleichen|selben) Zeitpunkt) (?:tritt|treten|wird|werden) (?:der|die|das|meine?)\s(.{10,600}?)(?:,[^,]{0,300})? (?:außer Kraft|aufgehoben)/su

/** What a decree says that it ends: `Gleichzeitig tritt die VwV … vom 8. Dezember 2009 (…) außer Kraft`. */
export function decreeRelations(texts: readonly string[]): Relation[] {
  return texts.flatMap((text) => {
    const words = ends.exec(text)?.[1]
    if (words === undefined) return []
    const named = words
      .replaceAll(/\s+/g, ' ')
      .replace(/, (?:zuletzt|geändert|die|der|das) .*$/, '')
      .trim()
    const fileNumber = /\((?:Az\.?:? ?)?(\d{1,3}[.-][\w./-]{3,30})\)|\s[–-]\s(\d{1,3}[.-][\w./-]{3,30})/.exec(named)
    return [
      {
        kind: 'repeals' as const,
        text: named,
        fileNumber: fileNumber?.[1] ?? fileNumber?.[2] ?? null,
        issuedOn: writtenDay(named) ?? dayOfGerman(named),
        documentId: null,
      },
    ]
  })
}
