import type { CourtCoverage } from '../../src/law/court-coverage.ts'
import { today, toDay, type Day } from '../../src/law/day.ts'
import { fetchDocument, type Connection } from './fetch-document.ts'
import { politeClient, politeDefaults, type PoliteOptions } from './polite-client.ts'
import { readRiiToc, type RiiEntry } from './rii-toc.ts'
import { wantsDecision, wantsNorms, type RulingWish } from './ruling-wish.ts'
import type { Fetched, Source, SourceItem, Validators } from './source.ts'
import { unpackLaw } from './unpack-law.ts'
import { UnusableSourceError } from './unusable-source-error.ts'
import type { ZipBytes } from './zip.ts'

/** Reads the Normenkette out of a decision's bytes; throws for what is none. */
export type ReadNorms = (bytes: Uint8Array, slug: string) => string[]

/**
 * Decisions of the federal courts at their publisher ("Rechtsprechung im Internet"). Its list tells court, day and when a
 * decision was changed: what is unchanged since it was last fetched is not asked for at all. Which norm it is about only
 * the decision tells, so those of other norms are fetched once, and passed over.
 * @throws TypeError where `base` is no http(s) address.
 */
export function riiSource(
  base: string,
  wish: RulingWish,
  readNorms: ReadNorms,
  options: PoliteOptions = politeDefaults,
): Source {
  const connection: Connection = { get: politeClient(base, options), silences: 0 }
  let list: Promise<List> | null = null
  const readList = () => (list ??= fetchList(base, connection, wish))
  let covered: CourtCoverage[] = []
  const source: Source = {
    name: `Rechtsprechung im Internet ${base}`,
    publisher: 'rii',
    asksPublisher: true,
    count: null,
    ignored: [],
    async *items() {
      const { wanted } = await readList()
      source.count = wanted.length
      for (const entry of wanted) yield itemOf(base, connection, entry, wish, readNorms)
      covered = wish.norms.length === 0 ? coverageOf(wanted, wish) : []
    },
    keys: async () => (await readList()).keys,
    covers: () => covered,
  }
  return source
}

interface List {
  wanted: RiiEntry[]
  keys: string[]
}

async function fetchList(base: string, { get }: Connection, wish: RulingWish): Promise<List> {
  const reply = await get('rii-toc.xml', {})
  if (reply.kind === 'failed' || reply.kind === 'unreachable') throw new UnusableSourceError(base, reply.reason)
  const list: List = { wanted: [], keys: [] }
  const courts = new Set<string>()
  const whole =
    reply.kind === 'ok' &&
    readRiiToc(reply.bytes, (entry) => {
      list.keys.push(entry.slug)
      courts.add(entry.court)
      if (wantsDecision(wish, entry.court, entry.decidedOn)) list.wanted.push(entry)
    })
  if (!whole)
    throw new UnusableSourceError(
      base,
      `Unter ${base} liegt kein lesbares Verzeichnis der Entscheidungen (rii-toc.xml). Adresse prüfen, später wiederholen.`,
    )
  requireCourts(base, wish, [...courts])
  return list
}

/** A court that the list does not have is a slip in its name: taking nothing of it would look like having all. */
function requireCourts(base: string, wish: RulingWish, courts: readonly string[]): void {
  const anyDay = { ...wish, from: null, to: null }
  const unknown = wish.courts.filter(
    (name) => !courts.some((court) => wantsDecision({ ...anyDay, courts: [name] }, court, null)),
  )
  if (unknown.length === 0) return
  const known = [...new Set(courts.map(courtOf))].filter(Boolean).toSorted()
  throw new UnusableSourceError(
    base,
    `Von „${unknown.join('“, „')}“ steht nichts im Verzeichnis. Es hat Entscheidungen von ${known.join(', ')}; ein Senat heißt dort etwa „${courts[0]}“.`,
  )
}

/** `BVerwG 1. Senat` → `BVerwG`. */
function courtOf(name: string): string {
  return name.split(' ')[0] ?? ''
}

function itemOf(
  base: string,
  connection: Connection,
  entry: RiiEntry,
  wish: RulingWish,
  readNorms: ReadNorms,
): SourceItem {
  const { slug, path, decidedOn } = entry
  const fetch = async (known: Validators | null): Promise<Fetched> => {
    const seen = readState(known)
    const isSeen = seen.wishes.includes(wishMark(wish))
    if (isSeen && seen.modified === entry.modified) return { kind: 'not_modified' }
    const missing = `Die Entscheidung ${slug} steht im Verzeichnis des Herausgebers, aber nicht unter ${path} (404).`
    const conditions = { etag: isSeen ? (known?.etag ?? null) : null, lastModified: null }
    const fetched = await fetchDocument(connection, { path, unpack, missing }, conditions)
    const lastModified = stateOf(entry, wish, seen)
    if (fetched.kind === 'not_modified')
      return { kind: 'not_modified', validators: { etag: conditions.etag, lastModified } }
    if (fetched.kind !== 'bytes') return fetched
    const validators = { etag: fetched.validators?.etag ?? null, lastModified }
    return isWanted(wish, fetched.bytes, slug, readNorms)
      ? { ...fetched, validators }
      : { kind: 'not_wanted', validators }
  }
  const origin = `${base.replace(/\/$/, '')}/${path}`
  return { slug, day: decidedOn ?? today(), origin, ...(entry.modified ? { stamp: entry.modified } : {}), fetch }
}

function unpack(bytes: Uint8Array): Promise<ZipBytes> {
  return unpackLaw(bytes, 'der Entscheidung')
}

/** What cannot be read is wanted: it fails where it is parsed, and says why. */
function isWanted(wish: RulingWish, bytes: Uint8Array, slug: string, readNorms: ReadNorms): boolean {
  if (wish.norms.length === 0) return true
  try {
    return wantsNorms(wish, readNorms(bytes, slug))
  } catch {
    return true
  }
}

/** What the list said of a decision when it was last fetched, and under which wishes it was since then taken or passed over. */
function readState(known: Validators | null): { modified: string; wishes: string[] } {
  const [modified = '', ...wishes] = known?.lastModified?.split(wishesBegin) ?? []
  return { modified, wishes }
}

function stateOf({ modified }: RiiEntry, wish: RulingWish, seen: ReturnType<typeof readState>): string {
  const others = seen.modified === modified ? seen.wishes.filter((mark) => mark !== wishMark(wish)) : []
  return [modified, ...others, wishMark(wish)].join(wishesBegin)
}

const wishesBegin = ' norm='

/** Two selections of one publisher look at the same decision for norms of their own, and each remembers that it did. */
function wishMark({ norms }: RulingWish): string {
  return norms.toSorted().join('|')
}

/** The publisher has the decisions from 2010 on; older ones are strays. */
const firstDay = toDay('2010-01-01')
/** A decision is published weeks or months after it was made. */
const delayDays = 180

/** Each court from the first to the last day that the publisher can be expected to have of it. */
function coverageOf(entries: RiiEntry[], { courts, from, to }: RulingWish): CourtCoverage[] {
  if (courts.some((court) => court.includes(' '))) return []
  const names = new Set(entries.map(({ court }) => courtOf(court)))
  const last = daysBefore(today(), delayDays)
  const period = { from: from !== null && from > firstDay ? from : firstDay, to: to !== null && to < last ? to : last }
  return period.from > period.to ? [] : [...names].filter(Boolean).map((court) => ({ court, ...period }))
}

function daysBefore(day: Day, days: number): Day {
  return toDay(new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10))
}
