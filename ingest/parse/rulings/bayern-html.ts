import type { DocumentText } from '../../../src/law/document-text.ts'
import type { XmlElement } from '../xml-element.ts'
import { buildRuling } from './build-ruling.ts'
import { isFederalCourt } from '../../../src/law/courts.ts'
import { decodeHtml } from './decode-html.ts'
import { byClass, findElements, hasClass, lineOf } from './find-element.ts'
import { dayOfGerman } from './german-dates.ts'
import { readHtml } from './html-tree.ts'
import { readBlocks, type Block } from './read-blocks.ts'
import { RulingParseError } from './ruling-parse-error.ts'
import type { RulingPart } from './write-part.ts'

/** Where Bayern publishes its courts' decisions (Bayern.Recht). The only place that names this address. */
const bayernBaseUrl = 'https://www.gesetze-bayern.de'

export function bayernUrl(slug: string): string {
  return `${bayernBaseUrl}/Content/Document/${slug}`
}

/** `VGH München, Beschluss v. 26.07.2019 – 11 CS 19.1093`. */
const citation = /^(.+?), (\p{L}[\p{L} -]*?) v(?:om|\.) (\d{1,2}\.\d{1,2}\.\d{4}) [–-] (.+)$/u

/**
 * A decision as a page of Bayern.Recht. `slug` is the publisher's key (`Y-300-Z-BECKRS-B-2019-N-17491`).
 * @throws RulingParseError for any other page.
 */
export function parseBayern(bytes: Uint8Array, slug: string): DocumentText {
  const page = readHtml(decodeHtml(bytes))
  const [title] = findElements(page, ({ name }) => name === 'title')
  const [, court, kindName, day, number] = citation.exec((title ? lineOf(title) : '').replace(/^.*? - /, '')) ?? []
  const [content] = byClass(page, 'cont')
  if (court === undefined || content === undefined)
    throw new RulingParseError(slug, {
      problem: 'das ist keine Entscheidung aus Bayern.Recht',
      remedy: 'Vermutlich eine andere Seite des Portals: Prüfen Sie die Adresse.',
    })
  const boxes = readBoxes(content)
  return buildRuling(
    {
      id: `bayern:${slug}`,
      court,
      chamber: null,
      kindName: kindName ?? null,
      decidedOn: dayOfGerman(day ?? ''),
      fileNumbers: (number ?? '').split(/\s*[,;]\s*/).filter((one) => one !== ''),
      ecli: null,
      subject: byClass(content, 'titelzeile').map(lineOf).join(' ') || null,
      norms: boxes.filter(({ name }) => name.startsWith('Normenkette')).map(({ line }) => line),
      priorInstances: boxes.filter(({ name }) => name.startsWith('Vorinstanz')).map(({ line }) => line),
      territory: isFederalCourt(court) ? 'DE' : 'DE-BY',
      url: bayernUrl(slug),
    },
    [...readLeitsatz(content), ...readText(content)],
  )
}

/** The lines of the box on top, each with the heading it stands under. */
function readBoxes(content: XmlElement): { name: string; line: string }[] {
  const lines: { name: string; line: string }[] = []
  let name = ''
  for (const box of byClass(content, 'rsprbox'))
    for (const child of box.children) {
      if (typeof child === 'string') continue
      if (hasClass(child, 'rsprboxueber')) name = lineOf(child)
      if (hasClass(child, 'rsprboxzeile')) lines.push({ name, line: lineOf(child) })
    }
  return lines
}

/** The publishing house writes Leitsätze of its own and says so behind each: they are not the court's words. */
function readLeitsatz(content: XmlElement): RulingPart[] {
  const all = byClass(content, 'leitsatz').map((element) => readBlocks(element, () => null))
  const named = [
    { name: 'Leitsatz', blocks: all.filter((blocks) => !isEditorial(blocks)).flat() },
    { name: 'Redaktioneller Leitsatz', blocks: all.filter(isEditorial).flat() },
  ]
  return named.filter(({ blocks }) => blocks.length > 0)
}

function isEditorial(blocks: Block[]): boolean {
  return blocks.some(({ text }) => /\(redaktioneller Leitsatz\)$/i.test(text))
}

function readText(content: XmlElement): RulingPart[] {
  const parts: RulingPart[] = []
  for (const element of findElements(content, (one) => hasClass(one, 'entsueber') || hasClass(one, 'rdblock'))) {
    if (hasClass(element, 'entsueber')) parts.push({ name: lineOf(element).replace(/:$/, ''), blocks: [] })
    else {
      if (parts.length === 0) parts.push({ name: 'Gründe', blocks: [] })
      parts.at(-1)?.blocks.push(...readBlocks(element, randnummerOf))
    }
  }
  return parts.filter(({ blocks }: { blocks: Block[] }) => blocks.length > 0)
}

function randnummerOf(element: XmlElement): string | null {
  return hasClass(element, 'rd') ? lineOf(element) || null : null
}
