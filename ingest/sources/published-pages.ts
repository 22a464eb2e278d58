import { today } from '../../src/law/day.ts'
import { fetchDocument, type Connection } from './fetch-document.ts'
import { politeClient, type PoliteOptions } from './polite-client.ts'
import type { Publisher } from './publishers.ts'
import type { SavedFiles } from './saved-files.ts'
import type { Source, SourceItem } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

/** A publisher whose decrees are pages or files of a site. */
export interface PageSite {
  publisher: Publisher
  /** The key of a page from its path and query below the site's address; null for pages that are no decree. */
  slugOf(path: string): string | null
  /** The page of a key. */
  pathOf(slug: string): string
}

/**
 * Decrees by their keys, paths or addresses, as many as wanted; a page that is none is read for links to some. Only pages
 * below `base` are asked for.
 * @throws UnusableSourceError where an address lies elsewhere, and from `items()` where a list cannot be had.
 */
export function publishedPages(
  base: string,
  wanted: readonly string[],
  site: PageSite,
  options: PoliteOptions,
): Source {
  const root = new URL(base.endsWith('/') ? base : `${base}/`)
  const pages = wanted.map((word) => addressOf(word, root, site))
  const connection: Connection = { get: politeClient(base, options), silences: 0 }
  const source: Source = {
    name: `${site.publisher} ${base}`,
    publisher: site.publisher,
    asksPublisher: true,
    count: null,
    ignored: [],
    async *items() {
      const found = new Map<string, URL>()
      for (const page of pages)
        for (const [slug, url] of await decreesOf(connection, page, root, site)) found.set(slug, url)
      source.count = found.size
      for (const [slug, url] of found) yield itemOf(connection, slug, url)
    },
  }
  return source
}

function addressOf(word: string, root: URL, { slugOf, pathOf }: PageSite): URL {
  const isKey = slugOf(pathOf(word)) === word
  const written = isKey ? pathOf(word) : word
  const url = URL.canParse(written, root.href) ? new URL(written, root) : null
  if (url === null || url.origin !== root.origin || !url.pathname.startsWith(root.pathname))
    throw new UnusableSourceError(
      word,
      `${word} liegt nicht unter ${root.href}. Nur dort wird gefragt; eine andere Adresse steht in der Datei, die FUNDSTELLE_SOURCES nennt.`,
    )
  return url
}

async function decreesOf(connection: Connection, page: URL, root: URL, site: PageSite): Promise<Map<string, URL>> {
  const own = site.slugOf(placeOf(page, root))
  return own === null ? linked(connection, page, root, site) : new Map([[own, page]])
}

async function linked({ get }: Connection, page: URL, root: URL, { slugOf }: PageSite): Promise<Map<string, URL>> {
  const reply = await get(page.href, {})
  if (reply.kind === 'failed' || reply.kind === 'unreachable') throw new UnusableSourceError(page.href, reply.reason)
  const html = reply.kind === 'ok' ? new TextDecoder().decode(reply.bytes) : ''
  const found = new Map<string, URL>()
  for (const [, link = ''] of html.matchAll(/href\s*=\s*["']([^"'<>]{1,1000})["']/gi)) {
    const written = link.replaceAll('&amp;', '&')
    const url = URL.canParse(written, page.href) ? new URL(written, page) : null
    const slug = url !== null && url.origin === root.origin ? slugOf(placeOf(url, root)) : null
    if (url !== null && slug !== null && !found.has(slug)) found.set(slug, url)
  }
  if (found.size === 0)
    throw new UnusableSourceError(page.href, `${page.href} ist keine Vorschrift und verweist auf keine.`)
  return found
}

function placeOf(url: URL, root: URL): string {
  return url.pathname.slice(root.pathname.length) + url.search
}

function itemOf(connection: Connection, slug: string, url: URL): SourceItem {
  const missing = `Die Vorschrift gibt es unter ${url.href} nicht (404). Adresse prüfen.`
  return {
    slug,
    day: today(),
    origin: url.href,
    fetch: (known) => fetchDocument(connection, { path: url.href, missing }, known),
  }
}

/** Pages and files saved from such a site: the key is the file's name, or the one the site gives it. */
export function savedPages({ publisher, slugOf }: PageSite): SavedFiles {
  return {
    publisher,
    what: 'Vorschriften als .html, .pdf, .md, .docx oder .txt',
    slugOfFile: (path) => {
      const name = /(?:^|\/)([^/]+)\.(?:x?html?|pdf|md|docx|odt|rtf|txt)$/i.exec(path)?.[1]
      if (name === undefined || /^readme$/i.test(name)) return null
      return slugOf(path.split('/').at(-1) ?? '') ?? name.replaceAll(/[^\w.äöüÄÖÜß-]/g, '_').slice(0, 120)
    },
  }
}
