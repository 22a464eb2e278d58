import { slugOfEli } from '../parse/neuris/ldml-links.ts'
import { normsOfRii } from '../parse/rulings/rii-xml.ts'
import { bayernSite, bverwgSite, neurisFiles, nrweSite, riiFiles } from './decision-sites.ts'
import { decisionPages } from './decision-pages.ts'
import { neurisSource } from './neuris.ts'
import type { PoliteOptions } from './polite-client.ts'
import type { Publisher } from './publishers.ts'
import { riiSource } from './rii.ts'
import { readRulingWish, type RulingWish } from './ruling-wish.ts'
import { savedFiles } from './saved-files.ts'
import type { Source } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

export interface RulingSettings {
  /** Address of each publisher. */
  publisherUrls: Partial<Record<Publisher, string>>
  /** How each is asked. */
  politeOf: (publisher: Publisher) => PoliteOptions
  /** True: no publisher must be contacted. */
  offline: boolean
}

const sites = { nrwe: nrweSite, bverwg: bverwgSite, bayern: bayernSite }
const pattern = /^(rii|neuris|nrwe|bverwg|bayern)(?::(.*))?$/s

/** True for the names that `openRulings` reads. */
export function isRulingSource(name: string): boolean {
  return pattern.test(name)
}

/**
 * Decisions by the name a person gives: `rii:BVerwG,from=2023-01-01,norm=AufenthG`, `nrwe:<address>`, `bverwg:<address>`,
 * `bayern:<address>`; `neuris:case-law,OVG Münster`, `neuris:directives`, `neuris:eli/bund/bgbl-1/2004/s1950`; each also from
 * saved files: `rii:/srv/rii`, `nrwe:./seiten`.
 * @throws UnusableSourceError where it cannot be used.
 */
export async function openRulings(name: string, settings: RulingSettings): Promise<Source> {
  const [, publisher = '', rest = ''] = pattern.exec(name) ?? []
  const site = publisher in sites ? sites[publisher as keyof typeof sites] : null
  if (isPath(rest)) return savedFiles(rest, site ?? (publisher === 'rii' ? riiFiles : neurisFiles))
  const base = settings.publisherUrls[publisher as Publisher]
  if (settings.offline || base === undefined)
    throw new UnusableSourceError(
      name,
      `FUNDSTELLE_OFFLINE ist gesetzt: Der Herausgeber wird nicht gefragt. Aus einem Ordner: ${publisher}:/pfad/zum/ordner.`,
    )
  if (site !== null) {
    if (rest !== '') return decisionPages(base, rest, site, settings.politeOf(site.publisher))
    throw new UnusableSourceError(
      name,
      `Welche? ${publisher}:<Adresse einer Entscheidung oder Trefferliste> oder ${publisher}:<Ordner>.`,
    )
  }
  return publisher === 'rii'
    ? riiSource(base, wishOf(name, rest), normsOfRii, settings.politeOf('rii'))
    : openPortal(base, name, rest, settings.politeOf('neuris'))
}

function openPortal(base: string, name: string, rest: string, polite: PoliteOptions): Source {
  if (/^directives?$/.test(rest)) return neurisSource(base, { kind: 'administrative-directive' }, polite)
  const slug = slugOfEli(rest)
  if (slug !== null) return neurisSource(base, { kind: 'legislation', eli: rest, slug }, polite)
  const [, words] = /^case-law(?:,(.*))?$/s.exec(rest) ?? ['', null]
  if (words !== null) return neurisSource(base, { kind: 'case-law', wish: wishOf(name, words ?? '') }, polite)
  throw new UnusableSourceError(
    name,
    'Was vom Portal? neuris:case-law,OVG Münster,from=2023-01-01 oder neuris:directives oder neuris:eli/bund/bgbl-1/2004/s1950.',
  )
}

function wishOf(name: string, words: string): RulingWish {
  const wish = readRulingWish(words)
  if (typeof wish === 'string') throw new UnusableSourceError(name, wish)
  return wish
}

/** A folder or file is written as a path: `/srv/rii`, `./rii`, `../rii`, `C:\rii`. */
function isPath(text: string): boolean {
  return /^(?:\.{0,2}[/\\]|[A-Za-z]:\\|\.{1,2}$)/.test(text)
}
