import type { Day } from '../../src/law/day.ts'
import { archiveSource, isArchiveName } from './archive.ts'
import { coreLaws } from './core-laws.ts'
import { demoSource } from './demo.ts'
import { folderSource } from './folder.ts'
import { officeSource } from './office.ts'
import { onlySlugs } from './only-slugs.ts'
import { publisherReachable } from './publisher-reachable.ts'
import { publisherSource } from './publisher.ts'
import type { Source } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

export interface SourceSettings {
  /** Day of texts whose file names carry none. */
  asOf: Day | null
  /** Null: all laws of the source. */
  only: readonly string[] | null
  giiUrl: string
  /** True: the publisher must not be contacted. */
  offline: boolean
  /** The virus scanner that papers of the office go through; null where the house has none. */
  scanCommand: readonly string[] | null
}

const publisherPattern = /^(?:publisher|gii)(?::(.+))?$/
const officePattern = /^office:(.+)$/
const probeMs = 3000

/**
 * The source a person names: `publisher` (the core laws; `publisher:all`, `publisher:stag,aufenthg_2004`; `gii` means
 * the same), `demo`, `office:<folder, zip or file>` (the office's own papers), an archive or a folder. A folder called like one of these words is written `./demo`.
 * @throws UnusableSourceError where it is not there, cannot be read, or does not answer within 3 s.
 */
export async function openSource(name: string, settings: SourceSettings): Promise<Source> {
  const source = await openWhole(name, settings)
  return settings.only === null ? source : onlySlugs(source, settings.only)
}

async function openWhole(name: string, settings: SourceSettings): Promise<Source> {
  if (name === 'demo') return demoSource()
  const papers = officePattern.exec(name)?.[1]
  if (papers !== undefined) return officeSource(papers, settings)
  const publisher = publisherPattern.exec(name)
  if (publisher !== null) return openPublisher(name, publisher[1], settings)
  return isArchiveName(name) ? archiveSource(name, settings.asOf) : folderSource(name, settings.asOf)
}

async function openPublisher(name: string, laws: string | undefined, settings: SourceSettings): Promise<Source> {
  if (settings.offline)
    throw new UnusableSourceError(name, 'FUNDSTELLE_OFFLINE ist gesetzt: Der Herausgeber wird nicht gefragt.')
  if (!(await publisherReachable(settings.giiUrl, probeMs)))
    throw new UnusableSourceError(
      name,
      `Der Herausgeber (${settings.giiUrl}) antwortet nicht binnen ${probeMs / 1000} Sekunden. Netz prüfen, später ` +
        'wiederholen, oder aus einem Ordner oder Archiv einlesen.',
    )
  return publisherSource(settings.giiUrl, slugsOf(laws))
}

function slugsOf(laws: string | undefined): readonly string[] | 'all' {
  if (laws === undefined) return coreLaws
  return laws === 'all' ? 'all' : laws.split(',').filter((slug) => slug !== '')
}
