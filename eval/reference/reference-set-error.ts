/** Thrown when a file of reference questions cannot be read as one question a line. */
export class ReferenceSetError extends Error {
  override readonly name = 'ReferenceSetError'
  /** Counted from 1. */
  readonly line: number

  constructor(line: number, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    super(
      `Zeile ${line} der Referenzfragen ist keine gültige Frage (${reason}). Die Felder beschreibt eval/reference/README.md.`,
      { cause },
    )
    this.line = line
  }
}
