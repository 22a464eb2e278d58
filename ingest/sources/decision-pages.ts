import { today } from '../../src/law/day.ts'
import { fetchDocument, type Connection } from './fetch-document.ts'
import { politeClient, politeDefaults, type PoliteOptions } from './polite-client.ts'
import type { Publisher } from './publishers.ts'
import type { Source, SourceItem } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

/** A publisher whose decisions are pages of a site. */
export interface PageSite {
  publisher: Publisher
  /** The publisher's key of a decision from the path of its page; null for any other page. */
  slugOf(path: string): string | null
  /** Name of the setting that holds the site's address. */
  setting: string
}

/**
 * Decisions as pages of a site: `address` is one of them, or a page that links to them (a list of hits). Only pages below
 * `base` are asked for. `items()` throws UnusableSourceError where a list cannot be had or names none.
 * @throws UnusableSourceError where the address lies elsewhere.
 */
export function decisionPages(
  base: string,
  address: string,
  site: PageSite,
  options: PoliteOptions = politeDefaults,
): Source {
  const root = new URL(base.endsWith('/') ? base : `${base}/`)
  const start = URL.canParse(address, root.href) ? new URL(address, root) : null
  if (start === null || start.origin !== root.origin || !start.pathname.startsWith(root.pathname))
    throw new UnusableSourceError(
      address,
      `${address} liegt nicht unter ${base}. Nur dort wird gefragt; eine andere Adresse steht in ${site.setting}.`,
    )
  const connection: Connection = { get: politeClient(base, options), silences: 0 }
  const source: Source = {
    name: `${site.publisher} ${address}`,
    publisher: site.publisher,
    asksPublisher: true,
    count: null,
    ignored: [],
    async *items() {
      const own = site.slugOf(pathOf(start, root))
      const found = own === null ? await linkedPages(connection, start, root, site) : new Map([[own, start]])
      source.count = found.size
      for (const [slug, url] of found) yield itemOf(connection, slug, url)
    },
  }
  return source
}

async function linkedPages(
  connection: Connection,
  start: URL,
  root: URL,
  { slugOf }: PageSite,
): Promise<Map<string, URL>> {
  const reply = await connection.get(start.href, {})
  if (reply.kind === 'failed' || reply.kind === 'unreachable') throw new UnusableSourceError(start.href, reply.reason)
  const page = reply.kind === 'ok' ? new TextDecoder().decode(reply.bytes) : ''
  const found = new Map<string, URL>()
  for (const [, written = ''] of page.matchAll(/href\s*=\s*["']([^"'<>]{1,1000})["']/gi)) {
    const link = written.replaceAll('&amp;', '&')
    const url = URL.canParse(link, start.href) ? new URL(link, start) : null
    const slug = url !== null && url.origin === root.origin ? slugOf(pathOf(url, root)) : null
    if (url !== null && slug !== null && !found.has(slug)) found.set(slug, url)
  }
  if (found.size === 0)
    throw new UnusableSourceError(start.href, `${start.href} ist keine Entscheidung und verweist auf keine.`)
  return found
}

function pathOf(url: URL, root: URL): string {
  return url.pathname.slice(root.pathname.length)
}

function itemOf(connection: Connection, slug: string, url: URL): SourceItem {
  const missing = `Die Entscheidung gibt es unter ${url.href} nicht (404). Adresse prüfen.`
  return {
    slug,
    day: today(),
    origin: url.href,
    fetch: (known) => fetchDocument(connection, { path: url.href, missing }, known),
  }
}
