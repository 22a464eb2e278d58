import { SaxesParser } from 'saxes'
import { isDay, type Day } from '../../src/law/day.ts'

/** One decision in the publisher's list. */
export interface RiiEntry {
  /** Document number: `JURE100054597`. */
  slug: string
  /** Below the publisher's address. */
  path: string
  /** `BVerwG 9. Senat`. */
  court: string
  decidedOn: Day | null
  fileNumber: string
  /** When the publisher last changed it, ISO 8601. */
  modified: string
}

const link = /^https?:\/\/[^/]+\/(\S+\/jb-([A-Z]{4}\d{6,12})\.zip)$/
const fields = ['gericht', 'entsch-datum', 'aktenzeichen', 'link', 'modified'] as const
/** Decoded and parsed piece by piece: the list of all decisions has some 25 MB. */
const pieceBytes = 256 * 1024

/**
 * Reads the publisher's `rii-toc.xml` and hands over each entry as it comes; entries with another kind of link are left out.
 * False where it is not well-formed to its end or holds no entry: then nothing may be concluded from it.
 */
export function readRiiToc(bytes: Uint8Array, onEntry: (entry: RiiEntry) => void): boolean {
  const parser = new SaxesParser()
  let item: Record<string, string> = {}
  let field: string | null = null
  let entries = 0
  const faults: Error[] = []
  parser.on('error', (fault) => void faults.push(fault))
  parser.on('opentag', ({ name }) => {
    if (name === 'item') item = {}
    field = (fields as readonly string[]).includes(name) ? name : null
  })
  parser.on('text', (text) => {
    if (field !== null) item[field] = (item[field] ?? '') + text
  })
  parser.on('closetag', ({ name }) => {
    field = null
    const entry = name === 'item' ? entryOf(item) : null
    if (entry === null) return
    entries += 1
    onEntry(entry)
  })
  const decoder = new TextDecoder()
  for (let at = 0; at < bytes.length && faults.length === 0; at += pieceBytes)
    parser.write(decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true }))
  parser.close()
  return faults.length === 0 && entries > 0
}

function entryOf(item: Record<string, string>): RiiEntry | null {
  const [, path, slug] = link.exec((item['link'] ?? '').trim()) ?? []
  if (path === undefined || slug === undefined || path.includes('..')) return null
  const day = (item['entsch-datum'] ?? '').trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  return {
    slug,
    path,
    court: (item['gericht'] ?? '').trim(),
    decidedOn: isDay(day) ? day : null,
    fileNumber: (item['aktenzeichen'] ?? '').trim(),
    modified: (item['modified'] ?? '').trim(),
  }
}
