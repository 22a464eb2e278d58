import { eurlexFiles, eurlexSource } from './eurlex.ts'
import { bmiSite, rechtNrwSite, revosaxSite, vabSite, vwvbundSite } from './decree-sites.ts'
import type { PoliteOptions } from './polite-client.ts'
import { publishedPages, savedPages, type PageSite } from './published-pages.ts'
import { savedFiles, type SavedFiles } from './saved-files.ts'
import type { Source } from './source.ts'
import type { officialAddresses } from './source-settings.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

/** Publishers whose documents are named by the publisher's own keys. */
export type NamedPublisher = keyof typeof officialAddresses

export interface NamedSettings {
  address: string
  polite: PoliteOptions
  /** What is meant where the name says only the publisher. */
  selection: readonly string[]
  offline: boolean
}

interface Way {
  open(base: string, wanted: readonly string[], options: PoliteOptions): Source
  files: SavedFiles
  /** For people: what may stand behind the colon. */
  example: string
}

const ways: Record<NamedPublisher, Way> = {
  eurlex: { open: eurlexSource, files: eurlexFiles, example: 'eurlex:32009R0810,32008L0115 oder eurlex:core' },
  vwvbund: pages(vwvbundSite, 'vwvbund:bsvwvbund_26102009_MI31284061'),
  recht_nrw: pages(rechtNrwSite, 'recht_nrw:<Adresse einer Vorschrift oder Liste>'),
  revosax: pages(revosaxSite, 'revosax:<Adresse einer Vorschrift oder Liste>'),
  bmi: pages(bmiSite, 'bmi:<Adresse der Anwendungshinweise>'),
  vab: pages(vabSite, 'vab:<Adresse der Seite oder PDF-Datei>'),
}

function pages(site: PageSite, example: string): Way {
  const open: Way['open'] = (base, wanted, options) => publishedPages(base, wanted, site, options)
  return { open, files: savedPages(site), example }
}

const pattern = new RegExp(`^(${Object.keys(ways).join('|')})(?::(.*))?$`, 's')

/** The publisher a source's name means, and what stands behind the colon; null for all other names. */
export function readNamed(name: string): { publisher: NamedPublisher; rest: string } | null {
  const [, publisher, rest = ''] = pattern.exec(name) ?? []
  return publisher === undefined ? null : { publisher: publisher as NamedPublisher, rest }
}

/**
 * A publisher's documents by its keys (`eurlex:32009R0810`), its selection (`eurlex`), or from saved files (`eurlex:./eu`).
 * @throws UnusableSourceError where it cannot be used.
 */
export async function openNamed(publisher: NamedPublisher, rest: string, settings: NamedSettings): Promise<Source> {
  const way = ways[publisher]
  if (isPath(rest)) return savedFiles(rest, way.files)
  if (settings.offline)
    throw new UnusableSourceError(
      publisher,
      `FUNDSTELLE_OFFLINE ist gesetzt: Der Herausgeber wird nicht gefragt. Aus einem Ordner: ${publisher}:/pfad/zum/ordner.`,
    )
  const named = rest.split(',').map((word) => word.trim())
  const wanted = rest === '' ? settings.selection : named.filter((word) => word !== '')
  if (wanted.length === 0)
    throw new UnusableSourceError(
      publisher,
      `Was von ${publisher}? Etwa ${way.example}; oder „selection“ in der Datei setzen, die FUNDSTELLE_SOURCES nennt.`,
    )
  return way.open(settings.address, wanted, settings.polite)
}

/** A folder or file is written as a path: `/srv/eu`, `./eu`, `../eu`, `C:\eu`. */
function isPath(text: string): boolean {
  return /^(?:\.{0,2}[/\\]|[A-Za-z]:\\|\.{1,2}$)/.test(text)
}
