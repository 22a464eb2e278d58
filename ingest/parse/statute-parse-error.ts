/** What was wrong, in German, where it is, and what the reader can do about it. */
export interface StatuteFault {
  problem: string
  remedy: string
  line?: number
  column?: number
  cause?: unknown
}

/** Thrown when a publisher's file cannot be read as a statute: truncated, malformed, not a statute, or a trap. */
export class StatuteParseError extends Error {
  override readonly name = 'StatuteParseError'
  readonly slug: string
  /** Counted from 1; null where the fault has no place (empty file, wrong encoding). */
  readonly line: number | null
  readonly column: number | null

  constructor(slug: string, fault: StatuteFault) {
    const place = fault.line === undefined ? '' : ` (Zeile ${fault.line}, Spalte ${fault.column ?? 0})`
    super(`Gesetz "${slug}": ${fault.problem}${place}. ${fault.remedy}`, { cause: fault.cause })
    this.slug = slug
    this.line = fault.line ?? null
    this.column = fault.column ?? null
  }
}
