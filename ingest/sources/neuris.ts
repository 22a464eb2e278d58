import { z } from 'zod'
import { isDay, today, toDay, type Day } from '../../src/law/day.ts'
import { isFederalCourt, shortCourt } from '../../src/law/courts.ts'
import { fetchDocument, type Connection } from './fetch-document.ts'
import { politeClient, politeDefaults, type PoliteOptions } from './polite-client.ts'
import { wantsDecision, type RulingWish } from './ruling-wish.ts'
import type { Source, SourceItem } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

/** What is wanted of the portal. `slug` of a law: the ELI of its work with `~` for `/`. */
export type NeurisWish =
  | { kind: 'case-law'; wish: RulingWish }
  | { kind: 'administrative-directive' }
  | { kind: 'legislation'; eli: string; slug: string }

/** Of the search's answer only what is used; the portal adds fields as it likes (openapi.json of 2026). */
const encoding = z.object({ contentUrl: z.string(), encodingFormat: z.string() })
const member = z.object({
  item: z.object({
    documentNumber: z.string().optional(),
    courtType: z.string().optional(),
    courtName: z.string().optional(),
    decisionDate: z.string().optional(),
    entryIntoForceDate: z.string().optional(),
    temporalCoverage: z.string().optional(),
    encoding: z.array(encoding),
  }),
})
const page = z.object({
  totalItems: z.number().optional(),
  member: z.array(member),
  view: z.object({ next: z.string().nullish() }).optional(),
})
type Item = z.infer<typeof member>['item']

const pageSize = 100
/** A search that never ends is no answer. */
const pagesMost = 1000

/** A search engine counts no further by itself: what says it has as many may have more. */
const countedMost = 10_000

/**
 * Documents of the federal legal information portal (NeuRIS) by its search, page by page; each document's XML is then asked
 * for by itself. Decisions that "Rechtsprechung im Internet" has are left to it, unless their court is named
 * (docs/decisions/2026-11-24-rulings.md). What the search found and finds no longer was withdrawn, where it was read whole.
 * @throws TypeError where `base` is no http(s) address.
 */
export function neurisSource(base: string, wanted: NeurisWish, options: PoliteOptions = politeDefaults): Source {
  const connection: Connection = { get: politeClient(base, options), silences: 0 }
  let list: Promise<List> | null = null
  const readList = () => (list ??= search(base, connection, wanted))
  return {
    name: `Rechtsinformationsportal ${base}`,
    publisher: 'neuris',
    asksPublisher: true,
    count: null,
    ignored: [],
    async *items() {
      yield* (await readList()).items
    },
    listed: async () => {
      const { items, isWhole } = await readList()
      return isWhole ? new Set(items.map(({ slug }) => slug)) : null
    },
  }
}

interface List {
  items: SourceItem[]
  isWhole: boolean
}

async function search(base: string, connection: Connection, wanted: NeurisWish): Promise<List> {
  const items = new Map<string, SourceItem>()
  let isWhole = true
  let finds = 0
  for (const path of firstPages(wanted)) {
    const { found, total } = await readPages(base, connection, path)
    finds += found.length
    isWhole &&= total !== null && total < countedMost && new Set(found.map(keyOf)).size >= total
    for (const item of found.flatMap((one) => itemOf(base, connection, wanted, one) ?? [])) items.set(item.origin, item)
  }
  if (finds === 0)
    throw new UnusableSourceError(
      base,
      `Die Suche unter ${base} findet davon nichts. Bitte Gericht, Norm, Zeit oder ELI prüfen.`,
    )
  return { items: [...items.values()], isWhole: isWhole && items.size > 0 }
}

/** What one search finds; `total`: how much it says there is. */
async function readPages(
  base: string,
  connection: Connection,
  first: string,
): Promise<{ found: Item[]; total: number | null }> {
  const found: Item[] = []
  let total: number | null = null
  let path: string | null = first
  for (let pages = 0; path !== null && pages < pagesMost; pages += 1) {
    const reply = await connection.get(path, { accept: 'application/json' })
    if (reply.kind === 'failed' || reply.kind === 'unreachable') throw new UnusableSourceError(base, reply.reason)
    const read = reply.kind === 'ok' ? readPage(reply.bytes) : null
    if (read === null)
      throw new UnusableSourceError(
        base,
        `Die Suche unter ${base} antwortet nicht wie erwartet (${path}). Adresse prüfen.`,
      )
    found.push(...read.member.map(({ item }) => item))
    total = read.totalItems ?? null
    const next: string | null = read.view?.next ?? null
    path = next === null || next === path ? null : next.replace(/^\//, '')
  }
  return { found, total }
}

function keyOf({ documentNumber, encoding: [file] }: Item): string {
  return documentNumber ?? file?.contentUrl ?? ''
}

/** One search, or one for each norm wanted: all words of a search must be there. By number, so that no page shifts. */
function firstPages(wanted: NeurisWish): string[] {
  const query = new URLSearchParams({ size: String(pageSize), pageIndex: '0' })
  if (wanted.kind === 'legislation') query.set('eli', wanted.eli)
  else query.set('sort', 'documentNumber')
  if (wanted.kind !== 'case-law') return [`v1/${wanted.kind}?${query.toString()}`]
  const { courts, norms, from, to } = wanted.wish
  const [court] = courts
  if (court !== undefined && courts.length === 1) query.set('court', court)
  if (from !== null) query.set('dateFrom', from)
  if (to !== null) query.set('dateTo', to)
  return (norms.length > 0 ? norms : [null]).map((norm) => {
    if (norm !== null) query.set('searchTerm', norm)
    return `v1/case-law?${query.toString()}`
  })
}

function readPage(bytes: Uint8Array): z.infer<typeof page> | null {
  try {
    return page.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null
  } catch {
    return null
  }
}

function itemOf(base: string, connection: Connection, wanted: NeurisWish, item: Item): SourceItem | null {
  const slug = wanted.kind === 'legislation' ? wanted.slug : item.documentNumber
  const file = item.encoding.find(({ encodingFormat }) => /xml/.test(encodingFormat))
  if (slug === undefined || file === undefined || !isWanted(wanted, item)) return null
  const path = file.contentUrl.replace(/^\//, '')
  const missing = `Das Dokument ${slug} nennt die Suche des Portals, aber unter ${path} gibt es es nicht (404).`
  return {
    slug,
    day: dayOf(item) ?? today(),
    origin: `${base.replace(/\/$/, '')}/${path}`,
    fetch: (known) => fetchDocument(connection, { path, missing }, known),
  }
}

/** From this day on "Rechtsprechung im Internet" has the federal courts' decisions. */
const riiFrom = toDay('2010-01-01')

function isWanted(wanted: NeurisWish, item: Item): boolean {
  if (wanted.kind !== 'case-law') return true
  const court = shortCourt(item.courtName ?? item.courtType ?? '')
  const day = dayOf(item)
  const type = shortCourt(item.courtType ?? court)
  if (!wantsDecision(wanted.wish, court, day) && !wantsDecision(wanted.wish, type, day)) return false
  const isNamed = wanted.wish.courts.length > 0
  return isNamed || !(isFederalCourt(type) && day !== null && day >= riiFrom)
}

function dayOf({ decisionDate, entryIntoForceDate, temporalCoverage }: Item): Day | null {
  const text = decisionDate ?? entryIntoForceDate ?? temporalCoverage?.split('/')[0] ?? ''
  return isDay(text) ? text : null
}
