import { isDay } from '../../src/law/day.ts'
import type { Document } from '../../src/law/document.ts'
import type { DocumentText } from '../../src/law/document-text.ts'
import { isInvented, lawUrl } from './gii-links.ts'
import { lawNames } from './law-names.ts'
import { inlineText } from './render-text.ts'
import { statuteRank } from './statute-rank.ts'
import { childOf, childrenOf, type XmlElement } from './xml-element.ts'

/** The law as a work. `origin` is what it says of its making (Eingangsformel, notes): it tells its rank. */
export function statuteDocument(metadata: XmlElement, slug: string, origin: string): Document {
  const jurabks = childrenOf(metadata, 'jurabk').map(inlineText)
  const shortTitle = fieldOf(metadata, 'kurzue')
  const title = fieldOf(metadata, 'langue') ?? shortTitle ?? jurabks[0] ?? slug
  const enacted = fieldOf(metadata, 'ausfertigung-datum') ?? ''
  const { abbreviation, names } = lawNames({ jurabks, amtabk: fieldOf(metadata, 'amtabk'), shortTitle, title, slug })
  return {
    id: `gii:${slug}`,
    kind: 'statute',
    rank: statuteRank(abbreviation, shortTitle, title, origin),
    territory: 'DE',
    title,
    shortTitle,
    abbreviation,
    names,
    enactedOn: isDay(enacted) ? enacted : null,
    url: lawUrl(slug),
    invented: isInvented(slug),
  }
}

/** The publisher's notes on amendments: `Stand` / `Zuletzt geändert durch …`. */
export function statuteStatus(metadata: XmlElement): DocumentText['status'] {
  return childrenOf(metadata, 'standangabe').map((note) => ({
    kind: fieldOf(note, 'standtyp') ?? '',
    comment: fieldOf(note, 'standkommentar') ?? '',
  }))
}

function fieldOf(parent: XmlElement, name: string): string | null {
  const field = childOf(parent, name)
  return (field === null ? '' : inlineText(field)) || null
}
