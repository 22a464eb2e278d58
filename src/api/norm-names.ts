/**
 * The names a path segment may mean, likeliest first: `18g`, `par-18g` and `§18g` → `§ 18g`; `art-6` → `Art 6`. The
 * segment as it stands comes last, for names of another form (`Anlage 1`, `§ 5 (2)`).
 */
export function normNames(segment: string): string[] {
  const written = segment.trim().replaceAll(/\s+/g, ' ')
  const named = /^(?:(§|par-)|(?:art-|art\.? ))\s?(\S.*)$/i.exec(written)
  if (named) return unique([named[1] === undefined ? `Art ${named[2]}` : `§ ${named[2]}`, written])
  if (/^\d/.test(written)) return unique([`§ ${written}`, `Art ${written}`, written])
  return [written]
}

function unique(names: string[]): string[] {
  return [...new Set(names)]
}
