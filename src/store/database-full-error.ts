/** Thrown when the database has no room left; nothing was written, and what was stored before can still be read. */
export class DatabaseFullError extends Error {
  constructor(cause: unknown) {
    super(
      'Der Speicherplatz der Datenbank ist erschöpft. Bitte Platz schaffen und den Vorgang wiederholen; ' +
        'was vorher gespeichert war, ist noch da.',
      { cause },
    )
    this.name = 'DatabaseFullError'
  }

  /** True for SQLSTATE 53100, `disk_full`. */
  static isMeantBy(error: unknown): boolean {
    return error instanceof Error && 'code' in error && error.code === '53100'
  }
}
