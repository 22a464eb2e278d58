import type { DocumentText } from '../../../src/law/document-text.ts'
import { buildRuling } from './build-ruling.ts'
import { shortCourt } from '../../../src/law/courts.ts'
import { decodeHtml } from './decode-html.ts'
import { byClass, hasClass, lineOf } from './find-element.ts'
import { dayOfGerman } from './german-dates.ts'
import { readHtml } from './html-tree.ts'
import { readBlocks } from './read-blocks.ts'
import { RulingParseError } from './ruling-parse-error.ts'
import { splitNorms } from './split-norms.ts'
import { splitParts } from './split-parts.ts'
import type { RulingPart } from './write-part.ts'
import type { XmlElement } from '../xml-element.ts'

/** Where the justice portal of Nordrhein-Westfalen keeps its decisions (NRWE). The only place that names this address. */
const nrweBaseUrl = 'https://nrwe.justiz.nrw.de'

/**
 * A decision as a page of NRWE: fields (`feldbezeichnung` / `feldinhalt`), then the text with a Randnummer on each
 * paragraph. `slug` is the page's path below NRWE, `/` written as `~`. @throws RulingParseError for any other page.
 */
export function parseNrwe(bytes: Uint8Array, slug: string): DocumentText {
  const page = readHtml(decodeHtml(bytes))
  const fields = readFields(page)
  const field = (name: string) => fields.get(name) ?? []
  const court = shortCourt(lineOfAll(field('Gericht')))
  const text = field('Text').flatMap((part) => readBlocks(part, randnummerOf))
  const parts: RulingPart[] = [
    ...named('Leitsatz', [...field('Leitsatz'), ...field('Leitsätze')]),
    ...named('Tenor', field('Tenor')),
    ...splitParts(text, 'Gründe'),
  ]
  if (court === '' || parts.length === 0)
    throw new RulingParseError(slug, {
      problem: 'das ist keine Entscheidung aus NRWE',
      remedy: 'Vermutlich eine andere Seite des Portals: Prüfen Sie die Adresse.',
    })
  return buildRuling(
    {
      id: `nrwe:${slug}`,
      court,
      chamber: lineOfAll(field('Spruchkörper')) || null,
      kindName: lineOfAll(field('Entscheidungsart')) || null,
      decidedOn: dayOfGerman(lineOfAll(field('Datum'))),
      fileNumbers: lineOfAll(field('Aktenzeichen'))
        .split(/\s*[,;]\s*/)
        .filter((number) => number !== ''),
      ecli: lineOfAll(field('ECLI')) || null,
      subject: lineOfAll(field('Schlagworte')) || null,
      norms: splitNorms([...field('Normen'), ...field('Norm')].map(lineOf).join('; ')),
      priorInstances: field('Vorinstanz').map(lineOf),
      territory: 'DE-NW',
      url: nrweUrl(slug),
    },
    parts,
  )
}

export function nrweUrl(slug: string): string {
  return `${nrweBaseUrl}/${slug.replaceAll('~', '/')}.html`
}

/** Contents by the name of their field, without the colon; the text, which has none, under `Text`. */
function readFields(page: XmlElement): Map<string, XmlElement[]> {
  const fields = new Map<string, XmlElement[]>()
  const add = (name: string, content: XmlElement) => fields.set(name, [...(fields.get(name) ?? []), content])
  for (const box of byClass(page, 'maindiv')) {
    let name = ''
    let isNamed = false
    for (const child of box.children) {
      if (typeof child === 'string') continue
      if (hasClass(child, 'feldbezeichnung')) name = lineOf(child).replace(/\s*:\s*$/, '')
      if (hasClass(child, 'feldinhalt')) add(name, child)
      isNamed ||= hasClass(child, 'feldbezeichnung')
    }
    if (!isNamed) add('Text', box)
  }
  return fields
}

function lineOfAll(elements: XmlElement[]): string {
  return elements.map(lineOf).join(', ')
}

function named(name: string, elements: XmlElement[]): RulingPart[] {
  const blocks = elements.flatMap((element) => readBlocks(element, randnummerOf))
  return blocks.length === 0 ? [] : [{ name, blocks }]
}

function randnummerOf(element: XmlElement): string | null {
  if (!hasClass(element, 'absatzRechts') && !hasClass(element, 'randnummerLinks')) return null
  return lineOf(element) || null
}
