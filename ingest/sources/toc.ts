import { SaxesParser } from 'saxes'
import { isSlug } from './file-layout.ts'

/** One law in the publisher's table of contents. */
export interface TocEntry {
  slug: string
  title: string
}

const linkPattern = /\/([^/]+)\/xml\.zip$/

/**
 * The publisher's `gii-toc.xml`: `<items><item><title/><link/></item>…</items>`, links end in `/<slug>/xml.zip`.
 * Entries with another kind of link are left out. Null where it is not well-formed or holds no entry.
 */
export function parseToc(bytes: Uint8Array): TocEntry[] | null {
  const parser = new SaxesParser()
  const entries: TocEntry[] = []
  let field: 'title' | 'link' | null = null
  let item = { title: '', link: '' }
  let broken = false
  parser.on('error', () => {
    broken = true
  })
  parser.on('opentag', ({ name }) => {
    if (name === 'item') item = { title: '', link: '' }
    field = name === 'title' || name === 'link' ? name : null
  })
  parser.on('text', (text) => {
    if (field !== null) item[field] += text
  })
  parser.on('closetag', ({ name }) => {
    field = null
    if (name === 'item') entries.push(...readItem(item))
  })
  parser.write(new TextDecoder().decode(bytes)).close()
  return broken || entries.length === 0 ? null : entries
}

function readItem(item: { title: string; link: string }): TocEntry[] {
  const slug = linkPattern.exec(item.link.trim())?.[1]
  if (slug === undefined || !isSlug(slug)) return []
  return [{ slug, title: item.title.trim().replaceAll(/\s+/g, ' ') }]
}
