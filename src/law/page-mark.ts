/** Where in a norm's canonical text a page begins. */
export interface PageMark {
  /** Offset in UTF-16 code units. */
  at: number
  /** Counted from 1 through the file. */
  page: number
  /** What is printed on it as its number; null where nothing is. */
  printed: string | null
}

/** The page on which the text at an offset stands, as a reader finds it: printed where it is printed. Null: no pages. */
export function pageAt(pages: readonly PageMark[], at: number): string | null {
  const mark = pages.findLast((candidate) => candidate.at <= at)
  return mark ? (mark.printed ?? String(mark.page)) : null
}
