import type { Citation } from '../../law/answer.ts'
import type { CitationState, CitedPassage } from '../../law/citation-state.ts'
import { germanDay, type Day } from '../../law/day.ts'
import type { NormLookup } from '../../law/library.ts'
import type { Passage } from '../../law/passage.ts'
import { alikeness } from './alikeness.ts'

/** What became of a place. `passage` is where it is now; null where it is nowhere. */
export interface ComparedPlace {
  state: CitationState
  message: string
  passage: Passage | null
}

/** The norm of a citation on the day it is held against, with its passages. */
export interface PlaceOnDay {
  lookup: NormLookup
  passages: Passage[]
}

/** Holds a cited place against the same norm on another day. `cited` null: the passage itself is not known any more. */
export function comparePlace(
  citation: Citation,
  cited: CitedPassage | null,
  { lookup, passages }: PlaceOnDay,
  asOf: Day,
): ComparedPlace {
  if (!lookup.found) return absentPlace(lookup, asOf)
  const { paragraph, path } = cited ?? { paragraph: citation.paragraph, path: [] }
  const ofParagraph = passages.filter((passage) => passage.paragraph === paragraph)
  const same = ofParagraph.find((passage) => passage.path.join() === path.join())
  const quote = unnumbered(citation.quote)
  const holding = [same, ...passages].find((passage) => passage && passage.text.includes(quote))
  const closest = same ?? ofParagraph.toSorted((a, b) => alikeness(quote, b.text) - alikeness(quote, a.text))[0]
  if (lookup.norm.sha256 === citation.sha256)
    return {
      state: 'unchanged',
      message: 'Unverändert.',
      passage: passages.find(({ id }) => id === citation.passageId) ?? holding ?? null,
    }
  if (lookup.norm.repealed) return { state: 'gone', message: 'Die Vorschrift ist weggefallen.', passage: null }
  if (same && same.text === cited?.text)
    return {
      state: 'unchanged',
      message: 'Unverändert; die Vorschrift wurde an anderer Stelle geändert.',
      passage: same,
    }
  if (same && holding === same)
    return {
      state: 'context_changed',
      message: 'Der zitierte Wortlaut steht noch da, um ihn herum hat sich etwas geändert.',
      passage: same,
    }
  if (holding) return { state: 'moved', message: `Wörtlich gleich, steht jetzt in ${holding.label}.`, passage: holding }
  if (closest) return { state: 'changed', message: 'Der Wortlaut ist ein anderer.', passage: closest }
  return { state: 'gone', message: 'Diese Stelle der Vorschrift gibt es nicht mehr.', passage: null }
}

function absentPlace(lookup: Exclude<NormLookup, { found: true }>, asOf: Day): ComparedPlace {
  switch (lookup.reason) {
    case 'unknown_document':
      return { state: 'withdrawn', message: 'Das Dokument wurde aus der Sammlung zurückgezogen.', passage: null }
    case 'unknown_norm':
      return { state: 'gone', message: 'Die Vorschrift steht nicht mehr in der Sammlung.', passage: null }
    case 'not_yet':
      return { state: 'gone', message: `Die Vorschrift gilt am ${germanDay(asOf)} noch nicht.`, passage: null }
    case 'no_longer': {
      const since = lookup.until === null ? '' : ` seit dem ${germanDay(lookup.until)}`
      return { state: 'gone', message: `Die Vorschrift gilt${since} nicht mehr.`, passage: null }
    }
  }
}

/** A quote may begin with the number of its Absatz, which is another one where it moved to. */
function unnumbered(quote: string): string {
  return quote.replace(/^\(\d+[a-z]*\)\s*/, '')
}
