import type { PageLines } from './text-line.ts'

/** What is usual in a paper: letters' size, line spacing, the right edge of its column; points. */
export interface TextMeasure {
  size: number
  spacing: number
  right: number
  /** Where its lines begin. */
  left: number
  /** Sizes of larger text, largest first. */
  headingSizes: number[]
}

export function measureText(pages: PageLines[]): TextMeasure {
  const lines = pages.flatMap((page) => page.lines)
  const size =
    commonest(lines.map((line) => ({ value: Math.round(line.size * 2) / 2, weight: line.text.length }))) ?? 11
  const body = lines.filter((line) => Math.abs(line.size - size) < size * 0.12)
  const rights = body.map((line) => line.right).toSorted((a, b) => a - b)
  const gaps = pages.flatMap((page) =>
    page.lines
      .slice(1)
      .map((line, i) => ({ value: Math.round(line.bottom - (page.lines[i]?.bottom ?? 0)), weight: 1 })),
  )
  const sizes = new Set(lines.map((line) => Math.round(line.size)).filter((one) => one > size * 1.1))
  return {
    size,
    spacing: commonest(gaps.filter(({ value }) => value > size * 0.9 && value < size * 3)) ?? size * 1.2,
    right: rights[Math.floor(rights.length * 0.92)] ?? 0,
    left: commonest(body.map((line) => ({ value: Math.round(line.left), weight: line.text.length }))) ?? 0,
    headingSizes: [...sizes].toSorted((a, b) => b - a),
  }
}

function commonest(values: { value: number; weight: number }[]): number | null {
  const sums = new Map<number, number>()
  for (const { value, weight } of values) sums.set(value, (sums.get(value) ?? 0) + weight)
  return [...sums].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Level of a heading by its size, bold ones of the text's size last; null for what is none. */
export function headingLevel(
  { text, bold, size, lines }: { text: string; bold: boolean; size: number; lines: number },
  measure: TextMeasure,
): number | null {
  if (text.length > 200 || lines > 4 || /[.,;]$/.test(text) || !/\p{L}{2}/u.test(text)) return null
  const rank = measure.headingSizes.findIndex((one) => Math.abs(one - size) < 1)
  if (rank >= 0) return Math.min(rank + 1, 5)
  return bold ? Math.min(measure.headingSizes.length + 1, 6) : null
}
