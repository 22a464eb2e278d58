import { opendir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { today, type Day } from '../../src/law/day.ts'
import { askForDay, isLitter, placeFile, undatedReason } from './file-layout.ts'
import { megabytes, unpackLimits } from './limits.ts'
import type { Fetched, IgnoredFile, Source, SourceItem } from './source.ts'
import { UnusableSourceError } from './unusable-source-error.ts'

/** Folders below the one named: enough for `<anything>/<slug>/<day>.xml`, and an end to links in a circle. */
const deepest = 3

/**
 * A folder of dated laws (`<slug>/<YYYY-MM-DD>.xml`), one such slug folder, a flat folder or a single file
 * (`<slug>.xml`, then `asOf` is needed). Oldest text of a law first. Nothing is read before `fetch`.
 * @throws UnusableSourceError where the path cannot be read or holds no law.
 */
export async function folderSource(path: string, asOf: Day | null): Promise<Source> {
  const root = resolve(path)
  const ignored: IgnoredFile[] = []
  const { kind, files, whole } = await listFiles(root)
  const { items, undated } = sortFiles(files, asOf, ignored)
  if (items.length === 0) throw new UnusableSourceError(path, undated > 0 ? askForDay(path) : nothingIn(path, ignored))
  return {
    name: `${kind} ${path}`,
    publisher: 'gii',
    asksPublisher: false,
    count: items.length,
    ignored,
    async *items() {
      yield* items
    },
    listed: async () => (whole ? new Set(items.map(({ slug }) => slug)) : null),
  }
}

interface FoundFile {
  /** Absolute. */
  path: string
  /** Name for reading the layout: includes the folder the user named, which may be the slug. */
  place: string
}

/** `whole`: false where something lies there that could not be looked at. */
async function listFiles(root: string): Promise<{ kind: 'Ordner' | 'Datei'; files: FoundFile[]; whole: boolean }> {
  const facts = await stat(root).catch((cause: unknown) => {
    throw new UnusableSourceError(root, `${root} gibt es nicht oder darf nicht gelesen werden.`, { cause })
  })
  if (facts.isFile())
    return {
      kind: 'Datei',
      files: [{ path: root, place: `${basename(dirname(root))}/${basename(root)}` }],
      whole: true,
    }
  const files: FoundFile[] = []
  const whole = await walk(root, basename(root), 0, files)
  return { kind: 'Ordner', files, whole }
}

async function walk(folder: string, place: string, depth: number, found: FoundFile[]): Promise<boolean> {
  let whole = true
  for await (const entry of await opendir(folder)) {
    const path = join(folder, entry.name)
    const facts = await stat(path).catch(() => null)
    if (facts === null) whole = false
    else if (facts.isFile()) found.push({ path, place: `${place}/${entry.name}` })
    else if (facts.isDirectory() && depth < deepest)
      whole = (await walk(path, `${place}/${entry.name}`, depth + 1, found)) && whole
  }
  return whole
}

function sortFiles(files: FoundFile[], asOf: Day | null, ignored: IgnoredFile[]) {
  const items: SourceItem[] = []
  let undated = 0
  for (const file of files) {
    if (isLitter(file.place)) continue
    const place = placeFile(file.place, asOf)
    if (place.kind === 'law') items.push(fileItem(file.path, place.slug, place.day))
    else ignored.push({ name: file.path, reason: place.kind === 'undated' ? undatedReason : place.reason })
    if (place.kind === 'undated') undated += 1
  }
  items.sort(oldestFirst)
  return { items, undated }
}

function fileItem(path: string, slug: string, day: Day): SourceItem {
  return { slug, day, origin: path, fetch: () => readLaw(path) }
}

async function readLaw(path: string): Promise<Fetched> {
  try {
    const { size } = await stat(path)
    if (size > unpackLimits.entryBytes)
      return {
        kind: 'failed',
        reason: `Die Datei ist größer als ${megabytes(unpackLimits.entryBytes)}; so lang ist kein Gesetz.`,
      }
    return { kind: 'bytes', bytes: await readFile(path), fetchedOn: today(), validators: null }
  } catch (cause) {
    return { kind: 'failed', reason: `Die Datei lässt sich nicht lesen (${String(cause)}). Rechte und Ort prüfen.` }
  }
}

/** By law, and within a law by day. */
export function oldestFirst(a: { slug: string; day: Day }, b: { slug: string; day: Day }): number {
  if (a.slug !== b.slug) return a.slug < b.slug ? -1 : 1
  return a.day < b.day ? -1 : Number(a.day > b.day)
}

function nothingIn(path: string, ignored: IgnoredFile[]): string {
  const example = ignored[0] === undefined ? '' : ` Übergangen: ${ignored[0].name} – ${ignored[0].reason}`
  return `In ${path} liegt kein Gesetz der Form <kürzel>/<JJJJ-MM-TT>.xml oder <kürzel>.xml.${example}`
}
