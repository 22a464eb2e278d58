/**
 * Up to three keys that someone who typed `wanted` may have meant: the same without its year (`stag` for
 * `stag_1913`), one that begins alike, or one with at most two letters different. Nearest first.
 */
export function nearSlugs(wanted: string, known: readonly string[]): string[] {
  const stem = stemOf(wanted)
  const scored = known.map((slug) => ({ slug, distance: distanceTo(slug, wanted, stem) }))
  return scored
    .filter(({ distance }) => distance <= 2)
    .toSorted((a, b) => a.distance - b.distance || a.slug.length - b.slug.length)
    .slice(0, 3)
    .map(({ slug }) => slug)
}

function distanceTo(slug: string, wanted: string, stem: string): number {
  if (stemOf(slug) === stem) return 0
  if (stem.length >= 4 && slug.startsWith(stem)) return 1
  return Math.min(editDistance(slug, wanted), editDistance(stemOf(slug), stem))
}

function stemOf(slug: string): string {
  return slug
    .toLowerCase()
    .replace(/_\d{4}$/, '')
    .replaceAll(/[^a-z0-9]/g, '')
}

/** Levenshtein; 3 stands for "three or more" where the lengths alone say so. */
function editDistance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 3
}
