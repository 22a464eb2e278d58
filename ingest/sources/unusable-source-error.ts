/** Thrown when a source as a whole cannot be used: no such folder, unknown kind of archive, a day missing. */
export class UnusableSourceError extends Error {
  readonly source: string

  constructor(source: string, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'UnusableSourceError'
    this.source = source
  }
}
