import type { PageLines, TextLine } from './text-line.ts'

/** A page without its header and footer lines, and the number printed in them. */
export interface BodyPage extends PageLines {
  printed: string | null
}

/** Share of a page's height in which header and footer stand. */
const marginShare = 0.13
/** Lines looked at from the top and the bottom. */
const linesDeep = 5

/**
 * Header and footer lines taken off: lines in the margins that come again on other pages, whatever digits they hold,
 * and page numbers that count with the pages. Nothing else is taken off, so that no first line of text is lost.
 */
export function takeMargins(pages: PageLines[]): BodyPage[] {
  const margins = pages.map(marginLines)
  const repeated = repeatedLines(pages, margins)
  const numbers = pageNumbers(pages, margins)
  return pages.map((page, i) => {
    const off = new Set(margins[i]?.filter((line) => repeated.has(shapeOf(line, page))))
    const found = numbers[i] ?? []
    for (const number of found) if (number.alone) off.add(number.line)
    return { ...page, lines: page.lines.filter((line) => !off.has(line)), printed: found[0]?.printed ?? null }
  })
}

function marginLines({ lines, height }: PageLines): TextLine[] {
  const byPlace = lines.toSorted((a, b) => a.bottom - b.bottom)
  const top = byPlace.slice(0, linesDeep).filter((line) => line.bottom < height * marginShare)
  const bottom = byPlace.slice(-linesDeep).filter((line) => line.bottom > height * (1 - marginShare))
  return [...new Set([...top, ...bottom])]
}

/** Words with digits made equal, and the height at which they stand. */
function shapeOf(line: TextLine, page: PageLines): string {
  const words = line.text.replaceAll(/\d+/g, '#').toLowerCase()
  return `${words} ${Math.round((line.bottom / page.height) * 40)}`
}

function repeatedLines(pages: PageLines[], margins: TextLine[][]): Set<string> {
  const counts = new Map<string, number>()
  for (const [i, page] of pages.entries())
    for (const shape of new Set(margins[i]?.map((line) => shapeOf(line, page))))
      counts.set(shape, (counts.get(shape) ?? 0) + 1)
  const least = pages.length <= 3 ? 2 : Math.max(3, pages.length * 0.2)
  const bare = /^[^\p{L}]*\s\d+$/u
  return new Set([...counts].filter(([shape, count]) => count >= least && !bare.test(shape)).map(([shape]) => shape))
}

interface PageNumber {
  line: TextLine
  printed: string
  /** True where the line holds nothing but the number. */
  alone: boolean
}

const patterns = [
  /^[^\p{L}\d§(]{0,4}(\d{1,4})[^\p{L}\d§]{0,4}$/u,
  /^(?:Seite|Blatt|S\.|- Seite)\s*(\d{1,4})(?:\s*(?:von|\/)\s*\d{1,4})?[-\s]*$/i,
  /^(\d{1,4})\s*(?:\/|von)\s*\d{1,4}$/,
  /(?:Seite|Blatt)\s+(\d{1,4})(?:\s*(?:von|\/)\s*\d{1,4})?\s*[-–|)]*$/i,
  /^[-–—]\s*(\d{1,4})\s*[-–—]\s/,
  /\s[-–—]\s*(\d{1,4})\s*[-–—]$/,
]

/**
 * Numbers count where they go with the pages: the difference that most pages share, on two pages at least. A page's own
 * comes first; courts print the next one at its foot as well.
 */
function pageNumbers(pages: PageLines[], margins: TextLine[][]): PageNumber[][] {
  const found = pages.map((_, i) => (margins[i] ?? []).flatMap(numbersIn))
  const differences = new Map<number, number>()
  for (const [i, numbers] of found.entries())
    for (const difference of new Set(numbers.map(({ printed }) => Number(printed) - i)))
      differences.set(difference, (differences.get(difference) ?? 0) + 1)
  const [best, count] = [...differences].toSorted(
    (a, b) => b[1] - a[1] || Math.abs(a[0] - 1) - Math.abs(b[0] - 1),
  )[0] ?? [0, 0]
  const least = pages.length <= 2 ? 1 : 2
  if (count < least || (pages.length === 1 && best !== 1)) return pages.map(() => [])
  return found.map((numbers, i) => {
    const own = numbers.filter(({ printed }) => Number(printed) - i === best)
    return own.length === 0
      ? []
      : [...own, ...numbers.filter((one) => one.alone && Number(one.printed) - i === best + 1)]
  })
}

function numbersIn(line: TextLine): PageNumber[] {
  for (const [i, pattern] of patterns.entries()) {
    const printed = pattern.exec(line.text)?.[1]
    if (printed !== undefined) return [{ line, printed, alone: i < 3 }]
  }
  return []
}
