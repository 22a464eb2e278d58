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
      covered = wish.norm === null ? coverageOf(wanted, wish) : []
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
  const whole =
    reply.kind === 'ok' &&
    readRiiToc(reply.bytes, (entry) => {
      list.keys.push(entry.slug)
      if (wantsDecision(wish, entry.court, entry.decidedOn)) list.wanted.push(entry)
    })
  if (!whole)
    throw new UnusableSourceError(
      base,
      `Unter ${base} liegt kein lesbares Verzeichnis der Entscheidungen (rii-toc.xml). Adresse prüfen, später wiederholen.`,
    )
  return list
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
    const state = stateOf(entry, wish)
    if (known?.lastModified === state) return { kind: 'not_modified' }
    const sameWish = known?.lastModified?.endsWith(wishMark(wish)) ?? false
    const etag = sameWish ? (known?.etag ?? null) : null
    const missing = `Die Entscheidung ${slug} steht im Verzeichnis des Herausgebers, aber nicht unter ${path} (404).`
    const fetched = await fetchDocument(connection, { path, unpack, missing }, { etag, lastModified: null })
    if (fetched.kind === 'not_modified') return { kind: 'not_modified', validators: { etag, lastModified: state } }
    if (fetched.kind !== 'bytes') return fetched
    const validators = { etag: fetched.validators?.etag ?? null, lastModified: state }
    return isWanted(wish, fetched.bytes, slug, readNorms)
      ? { ...fetched, validators }
      : { kind: 'not_wanted', validators }
  }
  return { slug, day: decidedOn ?? today(), origin: `${base.replace(/\/$/, '')}/${path}`, fetch }
}

function unpack(bytes: Uint8Array): Promise<ZipBytes> {
  return unpackLaw(bytes, 'der Entscheidung')
}

/** What cannot be read is wanted: it fails where it is parsed, and says why. */
function isWanted(wish: RulingWish, bytes: Uint8Array, slug: string, readNorms: ReadNorms): boolean {
  if (wish.norm === null) return true
  try {
    return wantsNorms(wish, readNorms(bytes, slug))
  } catch {
    return true
  }
}

/** As the list has it, and under which wish it was taken or passed over: another wish must look again. */
function stateOf({ modified }: RiiEntry, wish: RulingWish): string {
  return `${modified}${wishMark(wish)}`
}

function wishMark({ norm }: RulingWish): string {
  return ` norm=${norm ?? ''}`
}

/** The publisher has the decisions from 2010 on; older ones are strays. */
const firstDay = toDay('2010-01-01')
/** A decision is published weeks or months after it was made. */
const delayDays = 180

/** Each court from the first to the last day that the publisher can be expected to have of it. */
function coverageOf(entries: RiiEntry[], { courts, from, to }: RulingWish): CourtCoverage[] {
  if (courts.some((court) => court.includes(' '))) return []
  const names = new Set(entries.flatMap(({ court }) => court.split(' ')[0] ?? []))
  const last = daysBefore(today(), delayDays)
  const period = { from: from !== null && from > firstDay ? from : firstDay, to: to !== null && to < last ? to : last }
  return period.from > period.to ? [] : [...names].filter(Boolean).map((court) => ({ court, ...period }))
}

function daysBefore(day: Day, days: number): Day {
  return toDay(new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10))
}
