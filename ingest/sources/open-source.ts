import type { Day } from '../../src/law/day.ts'
import { archiveSource, isArchiveName } from './archive.ts'
import { mayAskNow, nextAsking } from './asking-hours.ts'
import { coreLaws } from './core-laws.ts'
import { demoSource } from './demo.ts'
import { folderSource } from './folder.ts'
import { officeSource } from './office.ts'
import { onlySlugs } from './only-slugs.ts'
import { openNamed, readNamed } from './open-published.ts'
import { isRulingSource, openRulings, type RulingSettings } from './open-rulings.ts'
import { publisherReachable } from './publisher-reachable.ts'
import { publisherSource } from './publisher.ts'
import type { Publisher } from './publishers.ts'
import { papersTerritory } from './papers-territory.ts'
import { officialAddresses, politeOptionsOf, readSourcesFile, type SourcesFile } from './source-settings.ts'
import type { Source } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

export interface SourceSettings {
  /** Day of texts whose file names carry none. */
  asOf: Day | null
  /** Null: all laws of the source. */
  only: readonly string[] | null
  giiUrl: string
  /** True: no publisher must be contacted. */
  offline: boolean
  /** Addresses of the others, where they may be asked. */
  publisherUrls?: RulingSettings['publisherUrls']
  /** The virus scanner that papers of the office go through; null where the house has none. */
  scanCommand: readonly string[] | null
  /** Where the office is: where its own papers hold that do not say where. */
  territory: string
  /** `FUNDSTELLE_SOURCES`: the file that sets pauses, hours, addresses and selections; null: none. */
  sourcesFile?: string | null
}

const publisherPattern = /^(?:publisher|gii)(?::(.+))?$/
const officePattern = /^office:(.+)$/
const probeMs = 3000

/**
 * The source a person names: `publisher` (the core laws; `publisher:all`, `publisher:stag,aufenthg_2004`; `gii` means
 * the same), decisions (`openRulings`), `demo`, `office:<folder, zip or file>` (the office's own papers), an archive or a
 * folder. A folder called like one of these words is written `./demo`.
 * @throws UnusableSourceError where it is not there, cannot be read, or does not answer within 3 s.
 */
export async function openSource(name: string, settings: SourceSettings): Promise<Source> {
  const source = await openWhole(name, settings)
  return settings.only === null ? source : onlySlugs(source, settings.only)
}

async function openWhole(name: string, settings: SourceSettings): Promise<Source> {
  if (name === 'demo') return demoSource()
  const papers = officePattern.exec(name)?.[1]
  if (papers !== undefined) {
    const { office } = await readSourcesFile(settings.sourcesFile ?? null)
    return officeSource(papers, { ...settings, territory: papersTerritory(office, papers, settings.territory) })
  }
  const publisher = publisherPattern.exec(name)
  const named = readNamed(name)
  if (!isRulingSource(name) && publisher === null && named === null) return openFiles(name, settings)
  const set = await readSourcesFile(settings.sourcesFile ?? null)
  refuseSwitchedOff(name, set)
  const { offline } = settings
  if (named !== null)
    return inItsHours(
      await openNamed(named.publisher, named.rest, { ...namedSettings(named.publisher, set), offline }),
      set,
    )
  if (publisher !== null) return inItsHours(await openPublisher(name, publisher[1], settings, set), set)
  return inItsHours(await openRulings(name, { ...rulingSettings(settings, set), offline }), set)
}

/** Says when the publisher may be asked, so that `sync` waits instead of failing; saved files may be read at any time. */
function inItsHours(source: Source, set: SourcesFile): Source {
  const hours = set[source.publisher]?.hours ?? []
  return source.asksPublisher ? Object.assign(source, { opensAt: () => nextAsking(hours, new Date()) }) : source
}

function openFiles(name: string, settings: SourceSettings): Promise<Source> {
  return isArchiveName(name) ? archiveSource(name, settings.asOf) : folderSource(name, settings.asOf)
}

/** `rii:BVerwG` and `publisher:all` begin with the publisher's name. */
function refuseSwitchedOff(name: string, set: SourcesFile): void {
  const word = name.split(':')[0] ?? ''
  const settings = set[(word === 'publisher' ? 'gii' : word) as Publisher]
  if (settings?.on === false)
    throw new UnusableSourceError(name, `„${word}“ ist in der Datei, die FUNDSTELLE_SOURCES nennt, abgeschaltet.`)
}

function namedSettings(publisher: keyof typeof officialAddresses, set: SourcesFile) {
  const own = set[publisher]
  return {
    address: own?.address ?? officialAddresses[publisher],
    polite: politeOptionsOf(own),
    selection: own?.selection ?? [],
  }
}

function rulingSettings({ publisherUrls = {} }: SourceSettings, set: SourcesFile) {
  const moved = Object.entries(set).flatMap(([publisher, own]) => (own.address ? [[publisher, own.address]] : []))
  return {
    publisherUrls: { ...publisherUrls, ...Object.fromEntries(moved) } as RulingSettings['publisherUrls'],
    politeOf: (publisher: Publisher) => politeOptionsOf(set[publisher]),
  }
}

async function openPublisher(
  name: string,
  laws: string | undefined,
  settings: SourceSettings,
  set: SourcesFile,
): Promise<Source> {
  const giiUrl = set.gii?.address ?? settings.giiUrl
  if (settings.offline)
    throw new UnusableSourceError(name, 'FUNDSTELLE_OFFLINE ist gesetzt: Der Herausgeber wird nicht gefragt.')
  const isOpen = mayAskNow(set.gii?.hours ?? [], new Date())
  if (isOpen && !(await publisherReachable(giiUrl, probeMs)))
    throw new UnusableSourceError(
      name,
      `Der Herausgeber (${giiUrl}) antwortet nicht binnen ${probeMs / 1000} Sekunden. Netz prüfen, später ` +
        'wiederholen, oder aus einem Ordner oder Archiv einlesen.',
    )
  return publisherSource(giiUrl, slugsOf(laws ?? set.gii?.selection.join(',')), politeOptionsOf(set.gii))
}

function slugsOf(laws: string | undefined): readonly string[] | 'all' {
  if (laws === undefined || laws === '') return coreLaws
  return laws === 'all' ? 'all' : laws.split(',').filter((slug) => slug !== '')
}
