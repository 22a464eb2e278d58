/** Thrown when the database cannot be reached or breaks the connection; the same call may succeed later. */
export class DatabaseGoneError extends Error {
  constructor(cause: unknown) {
    super(
      'Die Datenbank ist nicht erreichbar. Bitte in einigen Sekunden erneut versuchen; bleibt es dabei, die Datenbank und ihren freien Speicherplatz prüfen.',
      { cause },
    )
    this.name = 'DatabaseGoneError'
  }

  /** True for errors of the connection rather than of the statement (SQLSTATE classes 08 and 57P, and Node's own). */
  static isConnectionLoss(error: unknown): boolean {
    if (error instanceof DatabaseGoneError) return true
    if (!(error instanceof Error)) return false
    const code = 'code' in error ? String(error.code) : ''
    if (/^(08|57P)/.test(code)) return true
    if (['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND'].includes(code))
      return true
    return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      error.message,
    )
  }
}
