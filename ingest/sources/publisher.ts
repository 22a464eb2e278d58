import { today } from '../../src/law/day.ts'
import { isSlug } from './file-layout.ts'
import { nearSlugs } from './near-slugs.ts'
import { politeClient, politeDefaults, type Get, type PoliteOptions, type Reply } from './polite-client.ts'
import type { Fetched, Source, SourceItem, Validators } from './source.ts'
import { parseToc, type TocEntry } from './toc.ts'
import { unpackLaw } from './unpack-law.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

/** After so many laws in a row without an answer the rest are not asked for: the server or the network is gone. */
const silencesMax = 3

/**
 * Laws at the publisher, today's text. `slugs`: the ones wanted, or `all` in its table of contents (then
 * `items()` throws UnusableSourceError where that cannot be had). Asks one at a time, with pauses.
 * @throws TypeError where `base` is no http(s) address.
 */
export function publisherSource(
  base: string,
  slugs: readonly string[] | 'all',
  options: PoliteOptions = politeDefaults,
): Source {
  const get = politeClient(base, options)
  const library: Library = { base, get, toc: null, silences: 0 }
  const source: Source = {
    name: `Herausgeber ${base}`,
    publisher: 'gii',
    asksPublisher: true,
    count: slugs === 'all' ? null : slugs.length,
    ignored: [],
    async *items() {
      const wanted = slugs === 'all' ? await allSlugs(library) : slugs
      source.count = wanted.length
      for (const slug of wanted) yield publisherItem(library, slug)
    },
    listed: () => listedSlugs(library, slugs),
  }
  return source
}

interface Library {
  base: string
  get: Get
  /** Fetched when first needed; a German sentence where it could not be had. */
  toc: Promise<TocEntry[] | string> | null
  silences: number
}

async function allSlugs(library: Library): Promise<string[]> {
  const toc = await tableOfContents(library)
  if (typeof toc === 'string') throw new UnusableSourceError(library.base, toc)
  return toc.map(({ slug }) => slug)
}

/** Those of the wanted laws that the table of contents has; null where it cannot be had or read to its end. */
async function listedSlugs(library: Library, wanted: readonly string[] | 'all'): Promise<Set<string> | null> {
  const toc = await tableOfContents(library)
  if (typeof toc === 'string') return null
  const there = new Set(toc.map(({ slug }) => slug))
  return wanted === 'all' ? there : new Set(wanted.filter((slug) => there.has(slug)))
}

/** The table of contents, or in German why there is none. */
function tableOfContents(library: Library): Promise<TocEntry[] | string> {
  library.toc ??= fetchToc(library)
  return library.toc
}

async function fetchToc(library: Library): Promise<TocEntry[] | string> {
  const reply = await library.get('gii-toc.xml', {})
  if (reply.kind === 'failed' || reply.kind === 'unreachable') return reply.reason
  const toc = reply.kind === 'ok' ? parseToc(reply.bytes) : null
  return toc ?? `Unter ${library.base} liegt kein lesbares Inhaltsverzeichnis (gii-toc.xml). Adresse prüfen.`
}

function publisherItem(library: Library, slug: string): SourceItem {
  const path = `${slug}/xml.zip`
  const origin = `${library.base.replace(/\/$/, '')}/${path}`
  return { slug, day: today(), origin, fetch: (known) => fetchLaw(library, slug, path, known) }
}

async function fetchLaw(library: Library, slug: string, path: string, known: Validators | null): Promise<Fetched> {
  if (!isSlug(slug)) return failed(`„${slug}“ ist kein Kürzel des Herausgebers (wie aufenthg_2004).`)
  if (library.silences >= silencesMax)
    return failed('Nicht mehr angefragt: Der Herausgeber antwortet nicht. Bitte später erneut einlesen.')
  const reply = await library.get(path, conditions(known))
  library.silences = reply.kind === 'unreachable' ? library.silences + 1 : 0
  return readReply(library, slug, reply)
}

async function readReply(library: Library, slug: string, reply: Reply): Promise<Fetched> {
  switch (reply.kind) {
    case 'not_modified':
      return { kind: 'not_modified' }
    case 'not_found':
      return failed(await unknownLaw(library, slug))
    case 'failed':
    case 'unreachable':
      return failed(reply.reason)
    case 'ok': {
      const law = await unpackLaw(reply.bytes)
      return law.kind === 'failed' ? law : { ...law, fetchedOn: today(), validators: validatorsOf(reply.headers) }
    }
  }
}

async function unknownLaw(library: Library, slug: string): Promise<string> {
  const missing = `Das Gesetz „${slug}“ gibt es beim Herausgeber nicht (404).`
  const toc = await tableOfContents(library)
  if (typeof toc === 'string') return `${missing} Kürzel prüfen: Es steht in der Adresse der Gesetzesseite.`
  if (toc.some((entry) => entry.slug === slug))
    return `Das Gesetz „${slug}“ steht im Inhaltsverzeichnis des Herausgebers, ist dort aber nicht abrufbar (404). Bitte später erneut einlesen.`
  const near = nearSlugs(
    slug,
    toc.map((entry) => entry.slug),
  )
  if (near.length === 0) return `${missing} Kürzel prüfen: Es steht in der Adresse der Gesetzesseite.`
  return `${missing} Gemeint vielleicht: ${near.join(', ')}.`
}

function conditions(known: Validators | null): Record<string, string> {
  return {
    ...(known?.etag ? { 'if-none-match': known.etag } : {}),
    ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
  }
}

function validatorsOf(headers: Headers): Validators {
  return { etag: headers.get('etag'), lastModified: headers.get('last-modified') }
}

function failed(reason: string): Fetched {
  return { kind: 'failed', reason }
}
