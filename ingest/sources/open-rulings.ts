import { normsOfRii } from '../parse/rulings/rii-xml.ts'
import { bayernSite, bverwgSite, nrweSite, riiFiles } from './decision-sites.ts'
import { decisionPages } from './decision-pages.ts'
import type { Publisher } from './publishers.ts'
import { riiSource } from './rii.ts'
import { readRulingWish } from './ruling-wish.ts'
import { savedFiles } from './saved-files.ts'
import type { Source } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

export interface RulingSettings {
  /** Address of each publisher. */
  publisherUrls: Partial<Record<Publisher, string>>
  /** True: no publisher must be contacted. */
  offline: boolean
}

const sites = { nrwe: nrweSite, bverwg: bverwgSite, bayern: bayernSite }
const pattern = /^(rii|nrwe|bverwg|bayern)(?::(.*))?$/s

/** True for the names that `openRulings` reads. */
export function isRulingSource(name: string): boolean {
  return pattern.test(name)
}

/**
 * Decisions by the name a person gives: `rii:BVerwG,from=2023-01-01,norm=AufenthG`, `nrwe:<address>`, `bverwg:<address>`,
 * `bayern:<address>`; each also from saved files: `rii:/srv/rii`, `nrwe:./seiten`.
 * @throws UnusableSourceError where it cannot be used.
 */
export async function openRulings(name: string, settings: RulingSettings): Promise<Source> {
  const [, publisher = '', rest = ''] = pattern.exec(name) ?? []
  const site = publisher === 'rii' ? null : sites[publisher as keyof typeof sites]
  if (isPath(rest)) return savedFiles(rest, site ?? riiFiles)
  const base = settings.publisherUrls[site?.publisher ?? 'rii']
  if (settings.offline || base === undefined)
    throw new UnusableSourceError(
      name,
      `FUNDSTELLE_OFFLINE ist gesetzt: Der Herausgeber wird nicht gefragt. Aus einem Ordner: ${publisher}:/pfad/zum/ordner.`,
    )
  if (site !== null) {
    if (rest !== '') return decisionPages(base, rest, site)
    throw new UnusableSourceError(
      name,
      `Welche? ${publisher}:<Adresse einer Entscheidung oder Trefferliste> oder ${publisher}:<Ordner>.`,
    )
  }
  const wish = readRulingWish(rest)
  if (typeof wish === 'string') throw new UnusableSourceError(name, wish)
  return riiSource(base, wish, normsOfRii)
}

/** A folder or file is written as a path: `/srv/rii`, `./rii`, `../rii`, `C:\rii`. */
function isPath(text: string): boolean {
  return /^(?:\.{0,2}[/\\]|[A-Za-z]:\\|\.{1,2}$)/.test(text)
}
