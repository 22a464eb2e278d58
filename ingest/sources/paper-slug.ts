const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/**
 * A paper's key by its path below the folder it lies in: `Erlasse/2024/Duldung für Köln.pdf` →
 * `erlasse-2024-duldung-fuer-koeln.pdf`. The same path always gives the same key.
 */
export function paperSlug(path: string): string {
  const plain = path
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => umlauts[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/-*\.[-.]*/g, '.')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
  return plain.length <= longest
    ? plain
    : `${plain.slice(0, longest - 40).replace(/[-.]+$/, '')}-${plain.slice(-39).replace(/^[-.]+/, '')}`
}

const longest = 120

/** Key of the n-th attachment (from 1) of a mail; it ends as the attachment's name does, and says whose it is. */
export function attachmentSlug(mail: string, n: number, name: string): string {
  return `${mail}${attachmentMark}${n}-${paperSlug(name.slice(-60)) || 'anlage'}`
}

const attachmentMark = '--'

/** Key of the mail that a paper was attached to; null for what was no attachment. */
export function mailOf(slug: string): string | null {
  const at = slug.lastIndexOf(attachmentMark)
  return at <= 0 ? null : slug.slice(0, at)
}
