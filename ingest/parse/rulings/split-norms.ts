/**
 * The norms of a Normenkette: `§ 4 InsO, § 13 ZPO`. A comma before something that begins no norm belongs to the one
 * before (`§ 1 Abs 1, Abs 2 AsylG`).
 */
export function splitNorms(chain: string): string[] {
  const norms: string[] = []
  for (const piece of chain.split(/\s*[,;]\s+|\n/)) {
    const part = piece.trim()
    if (part === '') continue
    const last = norms.at(-1)
    if (last !== undefined && continues.test(part)) norms[norms.length - 1] = `${last}, ${part}`
    else norms.push(part)
  }
  return norms
}

const continues = /^(?:Abs\b|S\b|Satz|Nr\b|Nrn\b|Buchst|Alt\b|Halbs|Hs\b|\d)/
