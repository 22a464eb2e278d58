import type { DocumentText } from '../../../src/law/document-text.ts'
import { childrenOf, type XmlElement } from '../xml-element.ts'
import { buildRuling } from './build-ruling.ts'
import { decodeHtml } from './decode-html.ts'
import { byClass, findElements, hasClass, lineOf } from './find-element.ts'
import { dayOfGerman } from './german-dates.ts'
import { readHtml } from './html-tree.ts'
import { readBlocks, type Block } from './read-blocks.ts'
import { RulingParseError } from './ruling-parse-error.ts'
import { splitParts } from './split-parts.ts'
import type { RulingPart } from './write-part.ts'

/** Where the Bundesverwaltungsgericht publishes its decisions itself. The only place that names this address. */
const bverwgBaseUrl = 'https://www.bverwg.de'

export function bverwgUrl(slug: string): string {
  return `${bverwgBaseUrl}/${slug}`
}

/** `Urteil vom 22.02.2024 - BVerwG 1 C 12.22ECLI:DE:BVerwG:2024:220224U1C12.22.0`. */
const headline = /^(.+?) vom (\d{2}\.\d{2}\.\d{4}) ?- ?BVerwG (.+?) ?(ECLI:\S+)?$/

/**
 * A decision as a page of the court. `slug` is the end of its ECLI (`220224U1C12.22.0`); of a page with several it is
 * the one of that ECLI. Press releases and notes on the case are left out. @throws RulingParseError for any other page.
 */
export function parseBverwg(bytes: Uint8Array, slug: string): DocumentText {
  const targets = byClass(readHtml(decodeHtml(bytes)), 'target').filter((one) => byClass(one, 'rubrum').length > 0)
  const found = targets.find((one) => eclisIn(one).some((ecli) => ecli.endsWith(`:${slug}`))) ?? targets[0]
  const head = found && headline.exec(headingsOf(found, 'h1')[0] ?? '')
  if (!found || !head)
    throw new RulingParseError(slug, {
      problem: 'das ist keine Entscheidung des Bundesverwaltungsgerichts',
      remedy: 'Vermutlich eine andere Seite: Prüfen Sie die Adresse.',
    })
  const [, kindName = '', day = '', number = '', ecli] = head
  return buildRuling(
    {
      id: `bverwg:${slug}`,
      court: 'BVerwG',
      chamber: senateOf(found),
      kindName: kindName.trim(),
      decidedOn: dayOfGerman(day),
      fileNumbers: number.split(/\s*[,;]\s*/).filter((one) => one !== ''),
      ecli: ecli ?? null,
      subject: headingsOf(found, 'unline')[0] ?? null,
      norms: readSources(found),
      priorInstances: [...new Set(byClass(found, 'instanz').map(lineOf))],
      territory: 'DE',
      url: bverwgUrl(slug),
    },
    readParts(found),
  )
}

function headingsOf(found: XmlElement, name: string): string[] {
  return byClass(found, name).map(lineOf)
}

function eclisIn(found: XmlElement): string[] {
  return byClass(found, 'inconsolata').flatMap((element) => /ECLI:[^\s\]]+/.exec(lineOf(element)) ?? [])
}

function senateOf(found: XmlElement): string | null {
  const [rubrum] = byClass(found, 'rubrum')
  return /(?<!\d)\d{1,2}\. (?:\p{L}+senat|Senat)/u.exec(rubrum ? lineOf(rubrum) : '')?.[0] ?? null
}

/** `AufenthG` | `§ 66 Abs. 3 Satz 1` → `§ 66 Abs. 3 Satz 1 AufenthG`. */
function readSources(found: XmlElement): string[] {
  const tables = findElements(found, (element) => element.name === 'table' && hasClass(element, 'rq'))
  return tables.flatMap((table) =>
    findElements(table, ({ name }) => name === 'tr').flatMap((row) => {
      const [law, norm] = childrenOf(row, 'td').map(lineOf)
      return law ? [norm ? `${norm} ${law}` : law] : []
    }),
  )
}

function readParts(found: XmlElement): RulingPart[] {
  const text = findElements(found, (element) => hasClass(element, 'rubrum') || isText(element))
  const from = text.findIndex((element) => hasClass(element, 'rubrum')) + 1
  const blocks = text.slice(from).flatMap((element) => readBlocks(element, randnummerOf))
  return [...readLeitsatz(found), ...splitParts(blocks, 'Tenor')]
}

/** What the court's own text is made of; asides of the page are none of it. */
function isText(element: XmlElement): boolean {
  return (
    hasClass(element, 'tenor') ||
    (element.name === 'div' && hasClass(element, 'rdn')) ||
    (element.name === 'h2' && element.attributes['class']?.startsWith('entscheidung-zwischen') === true) ||
    element.name === 'table'
  )
}

/** The paragraphs between `Leitsätze:` and the notes on the document. */
function readLeitsatz(found: XmlElement): RulingPart[] {
  const [box] = findElements(
    found,
    (element) => element.name === 'div' && element.attributes['class'] === 'entscheidung',
  )
  const blocks = box === undefined ? [] : readBlocks(box, randnummerOf)
  const from = blocks.findIndex(({ text }) => /^Leits(?:atz|ätze):$/.test(text))
  if (from === -1) return []
  const to = blocks.findIndex(({ text }, at) => at > from && notes.test(text))
  const leading: Block[] = blocks.slice(from + 1, to === -1 ? undefined : to)
  return leading.length === 0 ? [] : [{ name: 'Leitsatz', blocks: leading }]
}

const notes = /^(?:Rechtsquellen|Stichworte|Instanzenzug|Zitiervorschlag|Informationen zum Dokument)$/

function randnummerOf(element: XmlElement): string | null {
  return element.name === 'span' && hasClass(element, 'rdn') ? lineOf(element) || null : null
}
