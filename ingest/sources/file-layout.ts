import { isDay, type Day } from '../../src/law/day.ts'

/** What a file's place says: a dated law, a law without a day, or nothing we read. */
export type FilePlace =
  | { kind: 'law'; slug: string; day: Day }
  | { kind: 'undated'; slug: string }
  | { kind: 'other'; reason: string }

// A name that begins with an umlaut loses it: `_lhaftbeschv_1996`, `_zv`.
const slugPattern = /^[a-z0-9_][a-z0-9_.-]{0,119}$/
const windowsPath = /^[a-zA-Z]:|\\/
/** What operating systems and archivers leave behind: never worth a line to the user. */
const litter = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*|__MACOSX\/.*)$/

/** True for a key as the publisher forms it: `aufenthg_2004`, `azrg-dv`. */
export function isSlug(text: string): boolean {
  return slugPattern.test(text) && !text.includes('..')
}

/** True for files without meaning that are passed over in silence. */
export function isLitter(path: string): boolean {
  return litter.test(path)
}

/**
 * Reads a path (`/` between its parts) in either layout: `<slug>/<YYYY-MM-DD>.xml`, or `<slug>.xml` for the text of
 * the day `asOf`. Folders above do not matter. Paths that lead out of their archive are refused, although nothing is
 * ever written to disk: such an archive was made to do harm.
 */
export function placeFile(path: string, asOf: Day | null): FilePlace {
  const outside = leadsOutside(path)
  if (outside !== null) return other(outside)
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  const file = parts.at(-1) ?? ''
  if (!file.endsWith('.xml')) return other('Keine XML-Datei.')
  const stem = file.slice(0, -'.xml'.length)
  if (isDay(stem)) return placeDated(parts.at(-2), stem)
  if (!isSlug(stem)) return other('Der Name ist kein Kürzel des Herausgebers (wie aufenthg_2004.xml).')
  return asOf === null ? { kind: 'undated', slug: stem } : { kind: 'law', slug: stem, day: asOf }
}

/** Why a path in an archive is refused, in German; null for an ordinary one. */
export function leadsOutside(path: string): string | null {
  if (path.startsWith('/') || windowsPath.test(path)) return 'Der Pfad ist absolut und wird nicht gelesen.'
  return path.split('/').includes('..') ? 'Der Pfad führt aus dem Archiv hinaus und wird nicht gelesen.' : null
}

function placeDated(folder: string | undefined, day: Day): FilePlace {
  if (folder === undefined || !isSlug(folder))
    return other('Der Ordner darüber ist kein Kürzel des Herausgebers (wie aufenthg_2004/2025-03-05.xml).')
  return { kind: 'law', slug: folder, day }
}

function other(reason: string): FilePlace {
  return { kind: 'other', reason }
}

/** Why an undated file was passed over where others are dated. */
export const undatedReason = 'Kein Tag im Namen. Mit --as-of JJJJ-MM-TT einlesen.'

/** What to do when none of the files carries a day. */
export function askForDay(name: string): string {
  return (
    `Die Dateien in ${name} tragen keinen Tag im Namen (<kürzel>.xml statt <kürzel>/<JJJJ-MM-TT>.xml). ` +
    'Bitte sagen, von welchem Tag sie sind: --as-of JJJJ-MM-TT.'
  )
}
