import { isDay, type Day } from '../../../src/law/day.ts'
import type { DocumentText } from '../../../src/law/document-text.ts'
import { foldWhiteSpace } from '../../../src/text/fold-white-space.ts'
import { decodeXml } from '../decode-xml.ts'
import { readXml } from '../read-xml.ts'
import { characterData, childOf, type XmlElement } from '../xml-element.ts'
import { buildRuling } from './build-ruling.ts'
import { isFederalCourt, territoryOf } from '../../../src/law/courts.ts'
import { readBlocks } from './read-blocks.ts'
import { RulingParseError } from './ruling-parse-error.ts'
import { splitNorms } from './split-norms.ts'
import type { RulingPart } from './write-part.ts'

/** Where the publisher of federal decisions (Rechtsprechung im Internet) shows them. The only place that names this address. */
const riiBaseUrl = 'https://www.rechtsprechung-im-internet.de'

/** The publisher's page of a decision, by its document number. */
export function riiUrl(slug: string): string {
  return `${riiBaseUrl}/jportal/?quelle=jlink&docid=jb-${slug}`
}

/** The parts of `rii-dok.dtd` 1.0 that hold text, in its order, and what they are called. */
const parts: readonly [string, string][] = [
  ['leitsatz', 'Leitsatz'],
  ['sonstosatz', 'Orientierungssatz'],
  ['tenor', 'Tenor'],
  ['tatbestand', 'Tatbestand'],
  ['entscheidungsgruende', 'Entscheidungsgründe'],
  ['gruende', 'Gründe'],
  ['abwmeinung', 'Abweichende Meinung'],
  ['sonstlt', 'Sonstiger Langtext'],
]

/**
 * A decision from the publisher's file (`rii-dok.dtd`): its document and its parts with their Randnummern. `slug` is the
 * publisher's document number (`JURE110000000`). @throws RulingParseError for whatever is no such file.
 */
export function parseRii(bytes: Uint8Array, slug: string): DocumentText {
  const root = readRii(bytes, slug)
  const field = (name: string) => fieldOf(root, name)
  const court = [field('gertyp'), field('gerort')].filter((word) => word !== null).join(' ')
  const text = parts.flatMap(([element, name]): RulingPart[] => {
    const part = childOf(root, element)
    return part === null ? [] : [{ name, blocks: readBlocks(part, randnummerOf) }]
  })
  if (court === '' || text.every(({ blocks }) => blocks.length === 0))
    throw new RulingParseError(slug, { problem: 'Gericht oder Text fehlen', remedy: 'Rufen Sie die Datei neu ab.' })
  return buildRuling(
    {
      id: `rii:${slug}`,
      court,
      chamber: field('spruchkoerper'),
      kindName: field('doktyp'),
      decidedOn: dayOf(field('entsch-datum')),
      fileNumbers: (field('aktenzeichen') ?? '').split(/\s*[,;]\s*/).filter((number) => number !== ''),
      ecli: field('ecli'),
      subject: linesOf(root, 'titelzeile').join(' ') || null,
      norms: splitNorms(field('norm') ?? ''),
      priorInstances: linesOf(root, 'vorinstanz'),
      territory: isFederalCourt(court) ? 'DE' : (territoryOf(regionOf(root)) ?? 'DE'),
      url: riiUrl(slug),
    },
    text,
  )
}

/** The Normenkette alone, for a source that is asked for the decisions on one law. */
export function normsOfRii(bytes: Uint8Array, slug: string): string[] {
  return splitNorms(fieldOf(readRii(bytes, slug), 'norm') ?? '')
}

function readRii(bytes: Uint8Array, slug: string): XmlElement {
  const fail = (fault: ConstructorParameters<typeof RulingParseError>[1]): never => {
    throw new RulingParseError(slug, fault)
  }
  const root = readXml(decodeXml(bytes, slug), fail)
  if (root.name === 'dokument') return root
  return fail({
    problem: `das ist keine Entscheidung im XML des Herausgebers, sondern <${root.name}>`,
    remedy: 'Vermutlich eine Fehlerseite: Prüfen Sie die Adresse und rufen Sie die Datei neu ab.',
  })
}

/** `<dt><a name="rd_17">17</a></dt>`. */
function randnummerOf({ name, children }: XmlElement): string | null {
  if (name !== 'dt') return null
  const anchor = children.find((child): child is XmlElement => typeof child !== 'string' && child.name === 'a')
  if (anchor === undefined || !(anchor.attributes['name'] ?? '').startsWith('rd_')) return null
  return foldWhiteSpace(characterData(anchor)).trim() || null
}

function fieldOf(root: XmlElement, name: string): string | null {
  const field = childOf(root, name)
  return (field === null ? '' : foldWhiteSpace(characterData(field)).trim()) || null
}

function linesOf(root: XmlElement, name: string): string[] {
  const field = childOf(root, name)
  return field === null ? [] : readBlocks(field, () => null).map(({ text }) => text)
}

function regionOf(root: XmlElement): string {
  const region = childOf(root, 'region')
  return (region && fieldOf(region, 'long')) ?? ''
}

/** `20231012`. */
function dayOf(digits: string | null): Day | null {
  const day = (digits ?? '').replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return isDay(day) ? day : null
}
